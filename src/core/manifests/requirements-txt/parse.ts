import type { Manifest } from '../../model.ts';
import { pypiPurl } from '../../purl/index.ts';
import { ManifestBuilder, type Piece } from '../manifest.ts';
import { addPythonRequirement, isSpace, originOfUrl, skipSpace, untilSpace } from '../python/requirement.ts';

/** https://pip.pypa.io/en/stable/reference/requirements-file-format/ */
export function parseRequirements(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start < text.length; ) {
    const end = endOfLogicalLine(text, start);
    readLine(manifest, text, start, end);
    start = end + 1;
  }
  return manifest.build('requirements.txt', 'pypi');
}

/** Titles underlined as in reStructuredText: documentation whose name happens to fit. */
const underlinedTitle = /^(?:={3,}|-{3,}|~{3,}|\*{3,})[ \t]*\r?$/m;

export function isRequirements(text: string): boolean {
  return !underlinedTitle.test(text);
}

/** A backslash at the end of a line takes the next line in; a comment does not go on. */
function endOfLogicalLine(text: string, start: number): number {
  let at = start;
  for (;;) {
    const end = text.indexOf('\n', at);
    if (end < 0) return text.length;
    const last = text[end - 1] === '\r' ? end - 2 : end - 1;
    if (text[last] !== '\\' || isComment(text, at, end)) return end;
    at = end + 1;
  }
}

function isComment(text: string, start: number, end: number): boolean {
  return text[skipSpace(text, start, end)] === '#';
}

function readLine(manifest: ManifestBuilder, text: string, start: number, end: number): void {
  const from = skipSpace(text, start, end);
  if (from >= end || text[from] === '#') return;
  const to = endBeforeComment(text, from, end);
  readRequirementLine(manifest, text, { start: from, end: to }, 'requirements');
}

/** One line of a requirements file, also in the list of pip in an environment of conda: package, URL or option. */
export function readRequirementLine(manifest: ManifestBuilder, text: string, line: Piece, place: string): void {
  if (text[line.start] === '-') readOption(manifest, text, line, place);
  else if (!readAddress(manifest, text, line, place)) addPythonRequirement(manifest, text, line, { place });
}

/** A `#` starts a comment behind white space only: in a URL it names the egg. */
function endBeforeComment(text: string, start: number, end: number): number {
  for (let at = text.indexOf('#', start); at >= 0 && at < end; at = text.indexOf('#', at + 1)) {
    if (isSpace(text[at - 1])) return at;
  }
  return end;
}

/** `-e` installs what it names, `-r` and `-c` take in another file; further options (`--index-url`) name no package. */
function readOption(manifest: ManifestBuilder, text: string, { start, end }: Piece, place: string): void {
  const written = text.slice(start, Math.min(end, start + longestOption));
  const option = /^(?:-e|--editable)[ \t=]*/.exec(written);
  if (option) readAddress(manifest, text, { start: start + option[0].length, end }, place);
  const file = /^(?:-[rc]|--(?:requirement|constraint)[ \t=])[ \t]*(?:"([^"]+)"|'([^']+)'|([^\s"']+))/.exec(written);
  const path = file?.[1] ?? file?.[2] ?? file?.[3];
  // Addresses are not fetched, variables of the environment are not known here.
  if (path !== undefined && !/^[\w.+-]+:|^\/|\$\{/.test(path))
    manifest.include(path.replaceAll('\\', '/'), 'requirements.txt');
}

const longestOption = 1_000;

const wheel = /\/([A-Za-z0-9][\w.]*?)-\d[^/]*\.(?:whl|tar\.gz|zip|tar\.bz2)(?:[?#]|$)/;

/** A URL or a path without a name in front: named by its `#egg=` or by the file of the archive. */
function readAddress(manifest: ManifestBuilder, text: string, line: Piece, place: string): boolean {
  const address = untilSpace(text, line.start, line.end);
  const url = text.slice(address.start, address.end);
  if (!/^(?:[\w.+-]+:\/\/|git@|file:|[./~])/.test(url)) return false;
  const egg = /[#&]egg=([A-Za-z0-9][\w.-]*)/.exec(url);
  const file = egg ? null : wheel.exec(url);
  const name = egg?.[1] ?? file?.[1];
  if (!name) return true;
  const found = egg ?? file;
  const offset = address.start + (found?.index ?? 0) + (found?.[0].indexOf(name) ?? 0);
  manifest.add({ start: offset, end: offset + name.length }, address, {
    purl: pypiPurl(name),
    place,
    origin: originOfUrl(url),
  });
  return true;
}
