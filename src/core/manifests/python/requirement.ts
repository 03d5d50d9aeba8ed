import type { DependencyOrigin, DependencyScope } from '../../model.ts';
import { pypiPurl } from '../../purl/index.ts';
import type { ManifestBuilder, Piece } from '../manifest.ts';
import type { SyntaxNode } from '../syntax/node.ts';

/** A requirement in the grammar of PEP 508, by its places in the text. */
export interface PythonRequirement {
  readonly name: Piece;
  /** Version specifiers, or what follows the `@` of a direct reference. */
  readonly requirement: Piece | undefined;
  readonly origin: DependencyOrigin;
}

const nameAt = /[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?/y;

/**
 * Reads one requirement between `start` and `end`: name, extras, specifiers or URL; markers, hashes and comments end it.
 * https://peps.python.org/pep-0508/
 */
export function readPythonRequirement(text: string, start: number, end: number): PythonRequirement | undefined {
  const from = skipSpace(text, start, end);
  nameAt.lastIndex = from;
  const length = nameAt.exec(text)?.[0].length ?? 0;
  const name = { start: from, end: Math.min(from + length, end) };
  if (name.end <= name.start) return undefined;
  let at = skipSpace(text, name.end, end);
  if (text[at] === '[') {
    const close = text.indexOf(']', at);
    if (close < 0 || close >= end) return { name, requirement: undefined, origin: 'registry' };
    at = skipSpace(text, close + 1, end);
  }
  if (text[at] === '@') {
    const requirement = untilSpace(text, skipSpace(text, at + 1, end), end);
    return { name, requirement, origin: originOfUrl(text.slice(requirement.start, requirement.end)) };
  }
  const requirement = specifiers(text, at, end);
  return requirement === null ? undefined : { name, requirement, origin: 'registry' };
}

/** `null` where what follows the name is no requirement at all: prose, a path, an option. */
function specifiers(text: string, start: number, end: number): Piece | undefined | null {
  let from = start;
  let stop = from;
  const bracket = text[from] === '(';
  if (bracket) from++;
  for (stop = from; stop < end; stop++) {
    const code = text[stop];
    if (code === ';' || code === '#' || (bracket && code === ')')) break;
    if (code === '-' && text[stop + 1] === '-' && isSpace(text[stop - 1])) break;
  }
  while (stop > from && isSpace(text[stop - 1])) stop--;
  if (stop === from) return undefined;
  // A single `=` is no operator, unless the second is still to be typed.
  const isOperator =
    /^(?:[<>]|[=!~]=)/.test(text.slice(from, from + 2)) || (stop === from + 1 && /[=!~]/.test(text.charAt(from)));
  return isOperator ? { start: from, end: stop } : null;
}

export function originOfUrl(url: string): DependencyOrigin {
  if (/^(?:git|hg|svn|bzr)\+|^git@|^git:|\.git(?:[@#]|$)/.test(url)) return 'git';
  if (url.startsWith('file:') || /^[./~]/.test(url) || !url.includes('://')) return 'path';
  return 'url';
}

/** White space; a backslash at the end of a line joins it with the next. */
export function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\\' || character === '\n' || character === '\r';
}

export function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text[at])) at++;
  return at;
}

export function untilSpace(text: string, start: number, end: number): Piece {
  let at = start;
  while (at < end && !isSpace(text[at])) at++;
  return { start, end: at };
}

export interface PythonPlace {
  readonly place: string;
  readonly scope?: DependencyScope | undefined;
}

/** Adds the requirement that stands between two offsets, if there is one. */
export function addPythonRequirement(
  manifest: ManifestBuilder,
  text: string,
  { start, end }: Piece,
  where: PythonPlace,
): void {
  const found = readPythonRequirement(text, start, end);
  if (!found) return;
  const { name, requirement, origin } = found;
  manifest.add(name, requirement, { purl: pypiPurl(text.slice(name.start, name.end)), origin, ...where });
}

/** Adds every string of a list. */
export function addPythonList(
  manifest: ManifestBuilder,
  text: string,
  list: SyntaxNode | undefined,
  where: PythonPlace,
): void {
  if (list?.kind !== 'list') return;
  for (const item of list.items)
    if (item.kind === 'scalar' && item.quoted) addPythonRequirement(manifest, text, item, where);
}
