import type { Piece } from '../manifest.ts';

/** A value of an INI file: its lines, each without comment and white space. */
export interface IniValue {
  readonly section: string;
  readonly key: string;
  readonly lines: readonly Piece[];
}

/** Reads `[section]`, `key = value` and indented lines that go on. `#` and `;` start comments at the start of a word. */
export function readIni(text: string): readonly IniValue[] {
  const values: { section: string; key: string; lines: Piece[] }[] = [];
  let section = '';
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const piece = withoutComment(text, start, end);
    const indented = text[start] === ' ' || text[start] === '\t';
    const line = text.slice(piece.start, piece.end);
    start = end + 1;
    if (line === '') continue;
    if (indented) values.at(-1)?.lines.push(piece);
    else if (line.startsWith('[')) {
      section = line.slice(1, line.endsWith(']') ? -1 : undefined).trim();
      // Nothing goes on from the section before.
      values.push({ section, key: '', lines: [] });
    } else values.push(readPair(section, line, piece));
  }
  return values;
}

function readPair(
  section: string,
  line: string,
  { start, end }: Piece,
): { section: string; key: string; lines: Piece[] } {
  const mark = line.search(/[=:]/);
  if (mark < 0) return { section, key: line, lines: [] };
  const rest = line.slice(mark + 1);
  const from = start + mark + 1 + (rest.length - rest.trimStart().length);
  return { section, key: line.slice(0, mark).trim(), lines: from < end ? [{ start: from, end }] : [] };
}

function withoutComment(text: string, start: number, end: number): Piece {
  let from = start;
  while (from < end && isSpace(text[from])) from++;
  let to = from;
  for (; to < end; to++) {
    const mark = text[to];
    if ((mark === '#' || mark === ';') && (to === from || isSpace(text[to - 1])) && !isMarker(text, to, mark)) break;
  }
  while (to > from && isSpace(text[to - 1])) to--;
  return { start: from, end: to };
}

/** `name ; python_version < "3"`: a marker of Python, no comment. */
export function isMarker(text: string, at: number, mark: string): boolean {
  return (
    mark === ';' && /^;\s*(?:python_|sys_|platform_|os_name|implementation_|extra\b|\()/.test(text.slice(at, at + 40))
  );
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\r';
}
