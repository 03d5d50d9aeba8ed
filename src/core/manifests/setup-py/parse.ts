import type { DependencyScope, Manifest } from '../../model.ts';
import { ManifestBuilder } from '../manifest.ts';
import { addPythonRequirement, type PythonPlace } from '../python/requirement.ts';
import { isSign, isWord, type Language, skipLines, type Token, tokenize } from '../syntax/tokens.ts';

/** Python and Starlark, as far as lists and calls go. */
export const python: Language = { comments: ['#'], quotes: '"\'', longStrings: true, wordSigns: '' };

/** More terms of a sum than this nobody writes. */
const mostTerms = 20;
/** Names of lists in lists are followed so far. */
const deepestNames = 5;
/** In one file, for each keyword of `setup`. */
const mostNames = 1_000;

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
    readSum({ manifest, text, tokens, assigned, read, depth: 0, budget: { left: mostNames } }, value, {
      place: token.value,
      scope,
    });
  }
  return manifest.build('setup.py', 'pypi');
}

interface Context {
  readonly manifest: ManifestBuilder;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Where the brackets open that are assigned or added to a name. */
  readonly assigned: ReadonlyMap<string, readonly number[]>;
  /** Brackets that were read: a list may be given by its name where it was already found by it. */
  readonly read: Set<number>;
  readonly depth: number;
  /** Names that may still be followed: names of names of names multiply. */
  readonly budget: { left: number };
}

/** `install_requires=` and `"install_requires":` */
function valueIndex(tokens: readonly Token[], index: number): number | undefined {
  const mark = tokens[index]?.kind === 'string' ? ':' : '=';
  return isSign(tokens[index + 1], mark) && !isSign(tokens[index + 2], '=') ? index + 2 : undefined;
}

/** `NAME = [...]`, `NAME += [...]`, `NAME["extra"] = [...]` */
function namedLists(tokens: readonly Token[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    let at = index + 1;
    if (isSign(tokens[at], '[') && tokens[at + 1]?.kind === 'string' && isSign(tokens[at + 2], ']')) at += 3;
    if (isSign(tokens[at], '+')) at++;
    const first = tokens[at + 1];
    const isList = first?.kind === 'sign' && /^[[({]$/.test(first.value);
    const isSum = first?.kind === 'word' && isSign(tokens[at + 2], '+');
    if (!isSign(tokens[at], '=') || !(isList || isSum)) continue;
    found.set(token.value, [...(found.get(token.value) ?? []), at + 1]);
  }
  return found;
}

/** `["a"] + MORE + ["b"]` */
function readSum(context: Context, index: number, where: PythonPlace): void {
  const { tokens } = context;
  for (let at = index, terms = 0; terms < mostTerms; terms++) {
    const term = tokens[at];
    if (term?.kind === 'string') readRequirement(context, at, where);
    else if (term?.kind === 'word') readName(context, term, where);
    else readBrackets(context, at, where);
    const plus = skipLines(tokens, Math.max(at, term?.close ?? at) + 1);
    if (!isSign(tokens[plus], '+')) return;
    at = skipLines(tokens, plus + 1);
  }
}

/** What was assigned to a name. */
function readName(context: Context, { value }: Token, where: PythonPlace): void {
  if (context.depth >= deepestNames) return;
  for (const start of context.assigned.get(value) ?? []) {
    if (context.budget.left-- <= 0) return;
    readSum({ ...context, depth: context.depth + 1 }, start, where);
  }
}

function readRequirement(context: Context, at: number, where: PythonPlace): void {
  const { tokens, read } = context;
  const token = tokens[at];
  if (token?.kind !== 'string' || read.has(at) || isWord(tokens[at - 1], 'f')) return;
  // `'a>={version}'.format(...)` is written with its braces; other calls on a string make another string.
  if (isSign(tokens[at + 1], '%') || (isSign(tokens[at + 1], '.') && !isWord(tokens[at + 2], 'format'))) return;
  read.add(at);
  addPythonRequirement(context.manifest, context.text, token, where);
}

function readBrackets(context: Context, from: number, where: PythonPlace): void {
  const { tokens, read } = context;
  const opener = tokens[from];
  if (!opener || opener.close < 0 || read.has(from)) return;
  read.add(from);
  // In a map (`extras_require`) what stands in front of a colon is the name of an extra, possibly with a marker.
  let extra = '';
  for (let at = from + 1; at < opener.close; at++) {
    const inner = tokens[at];
    const place = extra ? { ...where, place: `${where.place}.${extra}` } : where;
    if (inner?.kind === 'word') readName(context, inner, place);
    if (inner?.kind !== 'string') continue;
    if (isSign(tokens[at + 1], ':')) extra = inner.value;
    else readRequirement(context, at, place);
  }
}
