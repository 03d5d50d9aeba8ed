/** Where the string that starts with a quote at `start` ends: `end` is the offset behind its last character. */
export function endOfTomlString(text: string, start: number): { quotes: number; end: number; closed: boolean } {
  const quote = text.charAt(start);
  if (text.startsWith(quote.repeat(3), start)) return endOfLongString(text, start, quote);
  let at = start + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote.charCodeAt(0)) return { quotes: 1, end: at, closed: true };
    if (code === 0x0a || code === 0x0d) break;
    if (code === 0x5c && quote === '"') at++;
  }
  return { quotes: 1, end: Math.min(at, text.length), closed: false };
}

function endOfLongString(text: string, start: number, quote: string): { quotes: number; end: number; closed: boolean } {
  for (let at = start + 3; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote && text.startsWith(quote.repeat(3), at)) {
      // Up to two quotes may stand before the closing three.
      while (text[at + 3] === quote) at++;
      return { quotes: 3, end: at, closed: true };
    }
  }
  return { quotes: 3, end: text.length, closed: false };
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\u001b'],
]);

/** The decoded text between `from` and `end` of the string whose quote stands at `start`. */
export function readTomlString(text: string, start: number, from: number, end: number): string {
  const long = from - start === 3;
  let raw = text.slice(from, end);
  // A line end right behind the opening quotes does not count.
  if (long) raw = raw.replace(/^\r?\n/, '');
  if (text[start] === "'" || !raw.includes('\\')) return raw;
  return raw.replace(
    /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|x([\da-fA-F]{2})|([ \t]*\r?\n\s*)|(.))/gs,
    (_, short, wide, byte, newline, other) => {
      const digits: string | undefined = short ?? wide ?? byte;
      if (digits !== undefined) return codePoint(Number.parseInt(digits, 16));
      return newline === undefined ? (escapes.get(other) ?? other) : '';
    },
  );
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}
