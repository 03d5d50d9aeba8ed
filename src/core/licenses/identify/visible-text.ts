import { isRtf, textOfRtf } from './rtf.ts';

/** What a person sees of a text: offsets stay those of the original. `undefined` for what is no text at all. */
export function visibleText(original: string): string | undefined {
  const text = isRtf(original) ? textOfRtf(original) : original;
  const sample = text.slice(0, 8_192);
  // NUL and many replacement or control characters: a binary file, or one read in the wrong encoding.
  const strange = sample.match(/[^\P{Cc}\s]|\ufffd/gu)?.length ?? 0;
  if (sample.includes('\0') || strange > sample.length / 20) return undefined;
  // Lines of old computers; and a sign in UTF-8 read as Latin-1 and saved again.
  const spaced = text.replace(/\r(?!\n)/g, '\n').replace(/\u00c2(?=[\s\u00a0§©®°«»])/g, ' ');
  const bare = withoutLinePrefix(withoutCommentMarks(withoutStars(spaced))).replace(
    /\]\(#[\w.-]{1,80}\)|\{#[\w.-]{1,80}\}/g,
    blank,
  );
  // Some texts were taken out of pages with their entities.
  return looksLikeHtml(sample) ? withoutMarkup(bare) : bare.replace(/&(?:lt|gt|amp|quot|apos|nbsp|copy);/gi, entity);
}

/** Some files put the same word before each line, as in `%%Copyright: `. */
function withoutLinePrefix(text: string): string {
  const prefix = /^[^\p{L}\p{N}\s]{1,3}[A-Za-z]{1,12}:?/u.exec(text)?.[0];
  if (prefix === undefined) return text;
  const lines = text.split('\n').filter(line => line.trim() !== '');
  const prefixed = lines.filter(line => line.startsWith(prefix)).length;
  if (prefixed < 4 || prefixed < lines.length * 0.8) return text;
  return text
    .split('\n')
    .map(line => (line.startsWith(prefix) ? `${' '.repeat(prefix.length)}${line.slice(prefix.length)}` : line))
    .join('\n');
}

/** Lines one after another that begin with the same mark of a comment, as `//`, `#`, `;`, `--` or a quoting `>`. */
function withoutCommentMarks(text: string): string {
  const lines = text.split('\n');
  const marks = lines.map(line => /^[ \t]*(\/\/+|#|;+|--|%+|>|!|dnl|REM|'|\.\\")(?=\s|$)/.exec(line)?.[0]);
  return lines
    .map((line, index) => {
      const mark = marks[index];
      const isRun = mark !== undefined && [index - 1, index + 1].some(near => marks[near]?.trim() === mark.trim());
      return isRun ? `${' '.repeat(mark.length)}${line.slice(mark.length)}` : line;
    })
    .join('\n');
}

/** The stars of comments in program text are no list, and its tags no words. */
function withoutStars(text: string): string {
  return text.replace(/\/\*[\s\S]{0,40000}?\*\//g, comment => {
    const lines = comment.split('\n').slice(1);
    if (lines.some(line => line.trim() !== '' && !/^\s*\*/.test(line))) return comment;
    // After a short line, as after a name or a version, nothing goes on.
    return comment
      .replace(/(?<=(\n.*)\n\s*)\*(?=\s)/g, (_star, before: string) => (before.trim().length < 50 ? '\n' : ' '))
      .replace(/@(?:copyright|date|licen[cs]e|overview|version|author|see|preserve)\b/g, blank);
  });
}

function looksLikeHtml(sample: string): boolean {
  return (
    (sample.match(/<\/?(?:html|head|body|p|div|br|h[1-6]|pre|title|meta|li|ul|ol|span|strong|em|a)\b[^<>]{0,300}>/gi)
      ?.length ?? 0) > 2
  );
}

function withoutMarkup(text: string): string {
  return (
    text
      .replace(/<(script|style|head)\b[\s\S]{0,20000}?<\/\1>/gi, blank)
      // What stands in a comment is not shown, but it was written by somebody: it is read. Word's own comments are not.
      .replace(/<!--\[if[\s\S]{0,20000}?-->|<!--|-->/g, blank)
      .replace(/<\/?(?:p|div|br|h[1-6]|li|ul|ol|pre|tr|table|body|html|title|section|article)\b[^<>]{0,500}>/gi, line)
      .replace(/<\/?[a-z][^<>]{0,500}>/gi, blank)
      .replace(/&(?:#\d{1,6}|#x[\da-f]{1,6}|[a-z]{2,10});/gi, entity)
  );
}

function blank(found: string): string {
  return found.replace(/[^\n]/g, ' ');
}

/** Block tags end a line; the length stays. */
function line(found: string): string {
  return `\n${blank(found).slice(1)}`;
}

const entities = new Map([
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&#39;', "'"],
  ['&copy;', '©'],
  ['&ldquo;', '"'],
  ['&rdquo;', '"'],
]);

function entity(found: string): string {
  return (entities.get(found.toLowerCase()) ?? ' ').padEnd(found.length, ' ');
}
