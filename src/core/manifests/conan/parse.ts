import type { DependencyScope, Manifest } from '../../model.ts';
import { purlOf } from '../../purl/index.ts';
import { ManifestBuilder, type Piece } from '../manifest.ts';
import { python } from '../setup-py/index.ts';
import { endOfStatement, isSign, tokenize } from '../syntax/tokens.ts';

const scopes: ReadonlyMap<string, DependencyScope> = new Map([
  ['requires', 'runtime'],
  ['tool_requires', 'build'],
  ['build_requires', 'build'],
  ['test_requires', 'test'],
  ['python_requires', 'build'],
]);

/** `name/version@user/channel#revision`; a range stands in brackets: `name/[>=1 <2]`. */
const reference = /^([\w+.-]+)\/(\[[^\]]*\]|(?:[^@#\s[\]{}]|\{[^{}\s]*\})+)(?:@[\w.+\-/]*)?(?:#[\w*]+)?$/;

function addReference(manifest: ManifestBuilder, text: string, { start, end }: Piece, place: string): void {
  const [, name = '', version = ''] = reference.exec(text.slice(start, end)) ?? [];
  const scope = scopes.get(place);
  if (!name || !scope) return;
  const from = start + name.length + 1;
  manifest.add(
    { start, end: start + name.length },
    { start: from, end: from + version.length },
    { purl: purlOf('conan', '', name.toLowerCase()), place, scope },
  );
}

/** Sections of lines. https://docs.conan.io/2/reference/conanfile_txt.html */
export function parseConanText(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  let section = '';
  for (const match of text.matchAll(/^[ \t\uFEFF]*([^\s#][^\r\n#]*)/gm)) {
    const line = (match[1] ?? '').trimEnd();
    const start = match.index + match[0].indexOf(match[1] ?? '');
    if (line.startsWith('[')) section = line.replace(/^\[|\]$/g, '');
    // A revision behind `#` is cut off with the comments.
    else addReference(manifest, text, { start, end: start + lengthOfReference(line) }, section);
  }
  return manifest.build('conanfile.txt', 'conan');
}

/** Up to the first white space outside brackets: a range (`[>=1 <2]`) may hold some. */
function lengthOfReference(line: string): number {
  const open = line.indexOf('[');
  const space = line.search(/\s/);
  if (space < 0 || open < 0 || space < open) return space < 0 ? line.length : space;
  const close = line.indexOf(']', open);
  const after = close < 0 ? -1 : line.slice(close).search(/\s/);
  return after < 0 ? line.length : close + after;
}

/** Literal strings behind `requires` and the like; nothing is run. https://docs.conan.io/2/reference/conanfile.html */
export function parseConanPython(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  const tokens = tokenize(text, python);
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (token.kind !== 'word' || !scopes.has(token.value)) continue;
    const call = isSign(next, '(');
    if (!call && !isSign(next, '=')) continue;
    const end = call ? (next?.close ?? index) : endOfStatement(tokens, index + 2);
    for (let at = index + 2; at < end; at++) {
      const inner = tokens[at];
      if (inner?.kind === 'string') addReference(manifest, text, inner, token.value);
    }
  }
  return manifest.build('conanfile.py', 'conan');
}
