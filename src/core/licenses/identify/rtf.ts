/**
 * The text of a file in Rich Text Format, as installers show licenses. Of the format no more is read than where text is:
 * fonts, styles, pictures and fields are left out. Read once from left to right, so that a file of any size takes its time once.
 * Source: Rich Text Format (RTF) Specification 1.9.1.
 */

/** Groups that hold no text of the document. */
const withoutText =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|header[lrf]?|footer[lrf]?|themedata|datastore|listtable|listoverridetable|rsidtbl|generator|xmlnstbl|latentstyles|fldinst|filetbl|revtbl|colorschememapping|bkmkstart|bkmkend)$/;
const signs = new Map([
  ['par', '\n'],
  ['line', '\n'],
  ['sect', '\n'],
  ['page', '\n'],
  ['row', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
]);
const escaped = new Map([
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
  ['_', '-'],
  ['\n', '\n'],
  ['\r', '\n'],
]);
const token = /[{}]|\\\*|\\'[\da-f]{2}|\\([a-z]{1,32})(-?\d{1,10})? ?|\\[\s\S]|[\r\n]+|[^\\{}\r\n]+/gi;
const western = new TextDecoder('windows-1252');

/** Is it such a file? */
export function isRtf(text: string): boolean {
  return /^\s*\{\\rtf\d?/.test(text.slice(0, 40));
}

/** The text alone, at the places that it has in the file: what is no text is blank. */
export function textOfRtf(text: string): string {
  const groups: boolean[] = [];
  let hidden = false;
  let fallback = false;
  const parts: string[] = [];
  for (const [found, word, number] of text.matchAll(token)) {
    if (found === '{') groups.push(hidden);
    if (found === '}') hidden = groups.pop() ?? false;
    if (found === '\\*' || (word !== undefined && withoutText.test(word))) hidden = true;
    const shown = hidden ? '' : meaning(found, word, number);
    // Behind a sign of Unicode stands another one for programs that do not know it.
    const isSign = word === 'u' && !hidden;
    const isDouble: boolean = fallback && !isSign && shown !== '';
    parts.push((isDouble ? shown.slice(1) : shown).padEnd(found.length, ' ').slice(0, found.length));
    fallback = isSign || (fallback && !isDouble && !/[{}]/.test(found));
  }
  return parts.join('');
}

function meaning(found: string, word: string | undefined, number: string | undefined): string {
  if (word === 'u') return String.fromCharCode(Number(number ?? 32) & 0xffff);
  if (word !== undefined) return signs.get(word) ?? '';
  if (found.startsWith("\\'")) return western.decode(Uint8Array.of(Number.parseInt(found.slice(2), 16)));
  if (found.startsWith('\\')) return escaped.get(found.slice(1)) ?? '';
  return /^[{}\r\n]/.test(found) ? '' : found;
}
