import type { DependencyScope, Manifest } from '../../model.ts';
import { ManifestBuilder } from '../manifest.ts';
import { addPythonRequirement, type PythonPlace } from '../python/requirement.ts';
import { isSign, isWord, type Language, type Token, tokenize } from '../syntax/tokens.ts';

/** Python and Starlark, as far as lists and calls go. */
export const python: Language = { comments: ['#'], quotes: '"\'', longStrings: true, wordSigns: '' };

const lists: ReadonlyMap<string, DependencyScope> = new Map([
  ['install_requires', 'runtime'],
  ['requires', 'runtime'],
  ['setup_requires', 'build'],
  ['tests_require', 'test'],
  ['extras_require', 'optional'],
]);

/** Literal lists only: nothing is run. https://setuptools.pypa.io/en/latest/references/keywords.html */
export function parseSetupPy(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  const tokens = tokenize(text, python);
  const assigned = namedLists(tokens);
  const read = new Set<number>();
  for (const [index, token] of tokens.entries()) {
    const scope = token.kind === 'word' || token.kind === 'string' ? lists.get(token.value) : undefined;
    const value = scope && valueIndex(tokens, index);
    if (!scope || value === undefined) continue;
    readValue({ manifest, text, tokens, assigned, read }, value, { place: token.value, scope });
  }
  return manifest.build('setup.py', 'pypi');
}

interface Context {
  readonly manifest: ManifestBuilder;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Where the brackets open that are assigned to a name. */
  readonly assigned: ReadonlyMap<string, number>;
  /** Brackets that were read: a list may be given by its name where it was already found by it. */
  readonly read: Set<number>;
}

/** `install_requires=` and `"install_requires":` */
function valueIndex(tokens: readonly Token[], index: number): number | undefined {
  const mark = tokens[index]?.kind === 'string' ? ':' : '=';
  return isSign(tokens[index + 1], mark) && !isSign(tokens[index + 2], '=') ? index + 2 : undefined;
}

function namedLists(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    const opener = tokens[index + 2];
    if (token.kind === 'word' && isSign(tokens[index + 1], '=') && (isSign(opener, '[') || isSign(opener, '{')))
      found.set(token.value, index + 2);
  }
  return found;
}

function readValue(context: Context, index: number, where: PythonPlace): void {
  const { tokens, assigned, read } = context;
  const token = tokens[index];
  const from = token?.kind === 'word' ? assigned.get(token.value) : index;
  const opener = from === undefined ? undefined : tokens[from];
  if (from === undefined || !opener || opener.close < 0 || read.has(from)) return;
  read.add(from);
  // In a map (`extras_require`) what stands in front of a colon is the name of an extra, possibly with a marker.
  let extra = '';
  for (let at = from + 1; at < opener.close; at++) {
    const inner = tokens[at];
    if (inner?.kind !== 'string') continue;
    if (isSign(tokens[at + 1], ':')) extra = inner.value;
    else if (!isSign(tokens[at + 1], '%') && !isWord(tokens[at - 1], 'f') && !isSign(tokens[at + 1], '.')) {
      addPythonRequirement(
        context.manifest,
        context.text,
        inner,
        extra ? { ...where, place: `${where.place}.${extra}` } : where,
      );
    }
  }
}
