/** A word, a string, a sign or the end of a line, in a language of lines and brackets. */
export interface Token {
  readonly kind: 'word' | 'string' | 'sign' | 'line';
  /** Words and signs: the text. Strings: what stands inside the quotes, simple escapes undone. */
  readonly value: string;
  /** Of a string: the range inside the quotes. */
  readonly start: number;
  readonly end: number;
  /** Of a string: with `$` or `#{` in it, where the language fills in values. */
  readonly filled: boolean;
  /** Of a string: how many letters open it. */
  readonly opening: number;
  /** Of an opening bracket: the index of its closing one, or of the end where that is missing. Else -1. */
  close: number;
}

export interface Language {
  /** What starts a comment to the end of the line. */
  readonly comments: readonly string[];
  readonly blockComment?: readonly [open: string, close: string] | undefined;
  /** `'` and `"`, as far as they start strings. */
  readonly quotes: string;
  /** Three quotes in a row start a string over several lines. */
  readonly longStrings?: boolean | undefined;
  /** A string may run over the end of its line. */
  readonly multiline?: boolean | undefined;
  /** Signs that belong to words, besides letters, digits and `_`. */
  readonly wordSigns: string;
  readonly fills?: RegExp | undefined;
  /** What opens an expression inside a string, closed by `}`: quotes in it do not end the string. */
  readonly template?: '${' | '#{' | undefined;
  /** `%q(...)` and `%Q[...]` are strings, and so are the lines behind `<<~NAME`, as in Ruby. */
  readonly rubyStrings?: boolean | undefined;
}

const longestTemplate = 200;
/** A text that leaves so many `%q(` and `<<NAME` open has no strings of that kind. */
const mostUnclosed = 20;
const rubyBrackets: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
]);
const openers = '([{';
const closers = ')]}';

/**
 * Cuts a text into tokens in one pass. It is no parser of the language: just enough to tell names and strings from
 * comments and to know which brackets belong together. Never throws; linear in the length of the text.
 */
export function tokenize(text: string, language: Language): readonly Token[] {
  return new Tokenizer(text, language).run();
}

class Tokenizer {
  readonly #text: string;
  readonly #language: Language;
  readonly #tokens: Token[] = [];
  readonly #open: number[] = [];
  /** Names that end strings which begin with the next line. */
  readonly #heredocs: string[] = [];
  #unclosed = 0;
  readonly #wordSigns: ReadonlySet<number>;
  readonly #commentStarts: ReadonlySet<number>;
  readonly #quoteCodes: ReadonlySet<number>;
  readonly #templateCode: number;

  constructor(text: string, language: Language) {
    this.#text = text;
    this.#language = language;
    this.#wordSigns = codesOf(language.wordSigns);
    this.#quoteCodes = codesOf(language.quotes);
    this.#templateCode = language.template?.charCodeAt(0) ?? -1;
    this.#commentStarts = new Set(
      [...language.comments, language.blockComment?.[0] ?? ''].filter(Boolean).map(mark => mark.charCodeAt(0)),
    );
  }

  run(): readonly Token[] {
    const text = this.#text;
    for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; ) at = this.#next(at, text.charCodeAt(at));
    for (const index of this.#open) {
      const token = this.#tokens[index];
      if (token) token.close = this.#tokens.length;
    }
    return this.#tokens;
  }

  #next(at: number, code: number): number {
    if (code === 0x20 || code === 0x09 || code === 0x0d) return at + 1;
    if (code === 0x0a) return this.#endOfHeredocs(this.#push('line', '\n', at, at + 1));
    if (this.#commentStarts.has(code)) {
      const end = this.#endOfComment(at);
      if (end > at) return end;
    }
    if (this.#quoteCodes.has(code)) return this.#string(at, code);
    if (this.#language.rubyStrings && this.#unclosed < mostUnclosed && (code === 0x25 || code === 0x3c)) {
      const end = code === 0x25 ? this.#percentString(at) : this.#heredocMark(at);
      if (end > at) return end;
    }
    if (this.#isWord(code)) {
      let end = at + 1;
      while (end < this.#text.length && this.#isWord(this.#text.charCodeAt(end))) end++;
      return this.#push('word', this.#text.slice(at, end), at, end);
    }
    return this.#sign(at, this.#text.charAt(at));
  }

  #endOfComment(at: number): number {
    const { comments, blockComment } = this.#language;
    const text = this.#text;
    if (blockComment && text.startsWith(blockComment[0], at)) {
      const end = text.indexOf(blockComment[1], at + blockComment[0].length);
      return end < 0 ? text.length : end + blockComment[1].length;
    }
    if (!comments.some(mark => text.startsWith(mark, at))) return at;
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
  }

  #string(at: number, quote: number): number {
    const text = this.#text;
    const mark = text.charAt(at);
    const long = this.#language.longStrings && text.startsWith(mark.repeat(3), at);
    const width = long ? 3 : 1;
    const closing = mark.repeat(width);
    let end = at + width;
    let escaped = false;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === 0x5c) {
        escaped = true;
        end++;
      } else if (code === quote && (!long || text.startsWith(closing, end))) {
        return this.#closeString(at + width, end, end + width, escaped, width);
      } else if (code === this.#templateCode && text.startsWith(this.#language.template ?? '', end)) {
        end = this.#endOfTemplate(end);
      } else if (code === 0x0a && !long && !this.#language.multiline) break;
    }
    end = Math.min(end, text.length);
    const inner = text[end - 1] === '\r' ? end - 1 : end;
    return this.#closeString(Math.min(at + width, inner), inner, end, escaped, width);
  }

  /** The closing brace on the same line, or `at` where there is none. */
  #endOfTemplate(at: number): number {
    let depth = 0;
    for (let end = at + 1; end < this.#text.length && end < at + longestTemplate; end++) {
      const code = this.#text.charCodeAt(end);
      if (code === 0x0a) break;
      if (code === 0x7b) depth++;
      else if (code === 0x7d && --depth === 0) return end;
    }
    return at;
  }

  /** `%q(...)`; brackets inside may be paired. `at` where it is none. */
  #percentString(at: number): number {
    const text = this.#text;
    const sign = text.charAt(at + 2);
    if (!/[qQ]/.test(text.charAt(at + 1)) || !/[^\w\s]/.test(sign)) return at;
    const closing = rubyBrackets.get(sign) ?? sign;
    let depth = 1;
    let escaped = false;
    for (let end = at + 3; end < text.length; end++) {
      const character = text.charAt(end);
      if (character === '\\') {
        escaped = true;
        end++;
      } else if (character === closing && --depth === 0) return this.#closeString(at + 3, end, end + 1, escaped, 3);
      else if (character === sign) depth++;
    }
    this.#unclosed++;
    return at;
  }

  /** `<<~NAME`: the lines behind this one are a string. `at` where it is none. */
  #heredocMark(at: number): number {
    const mark = /^<<[~-]?(["'`]?)([A-Z_]\w*)\1/.exec(this.#text.slice(at, at + 80));
    if (!mark?.[2]) return at;
    this.#heredocs.push(mark[2]);
    return at + mark[0].length;
  }

  /** Where the text goes on behind the strings whose marks stand in the line that has just ended. */
  #endOfHeredocs(start: number): number {
    let at = start;
    for (const name of this.#heredocs.splice(0)) {
      const end = new RegExp(`^[ \\t]*${name}[ \\t]*\\r?$`, 'm').exec(this.#text.slice(at));
      // Somebody is typing it: the rest is read as if it were not there.
      if (end) at += end.index + end[0].length;
      else this.#unclosed++;
    }
    return at;
  }

  #closeString(start: number, end: number, next: number, escaped: boolean, opening: number): number {
    const raw = this.#text.slice(start, end);
    const filled = this.#language.fills?.test(raw) ?? false;
    const value = escaped ? raw.replace(/\\(.)/gs, '$1') : raw;
    this.#tokens.push({ kind: 'string', value, start, end, filled, opening, close: -1 });
    return next;
  }

  #sign(at: number, sign: string): number {
    const index = this.#tokens.length;
    this.#push('sign', sign, at, at + 1);
    if (openers.includes(sign)) this.#open.push(index);
    else if (closers.includes(sign)) this.#close(index, openers.charAt(closers.indexOf(sign)));
    return at + 1;
  }

  /** Brackets that were opened inside and never closed end here as well. */
  #close(index: number, opener: string): void {
    for (let depth = this.#open.length - 1; depth >= 0 && depth > this.#open.length - 50; depth--) {
      if (this.#tokens[this.#open[depth] ?? -1]?.value !== opener) continue;
      for (const inner of this.#open.splice(depth)) {
        const token = this.#tokens[inner];
        if (token) token.close = index;
      }
      return;
    }
  }

  #push(kind: Token['kind'], value: string, start: number, end: number): number {
    this.#tokens.push({ kind, value, start, end, filled: false, opening: 0, close: -1 });
    return end;
  }

  #isWord(code: number): boolean {
    return (
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x30 && code <= 0x39) ||
      code === 0x5f ||
      code > 0xbf ||
      this.#wordSigns.has(code)
    );
  }
}

function codesOf(text: string): ReadonlySet<number> {
  return new Set([...text].map(character => character.charCodeAt(0)));
}

/** The index of the next token that is no line end, at or after `index`. */
export function skipLines(tokens: readonly Token[], index: number): number {
  let at = index;
  while (tokens[at]?.kind === 'line') at++;
  return at;
}

export function isSign(token: Token | undefined, value: string): boolean {
  return token?.kind === 'sign' && token.value === value;
}

export function isWord(token: Token | undefined, value: string): boolean {
  return token?.kind === 'word' && token.value === value;
}

/**
 * The index behind the last token of the statement that starts at `index`: at a line end outside brackets. A comma at
 * the end of a line takes the next line in.
 */
export function endOfStatement(tokens: readonly Token[], index: number, limit = tokens.length): number {
  let at = index;
  while (at < limit) {
    const token = tokens[at];
    if (!token) return at;
    if (token.kind === 'line') {
      if (!isSign(tokens[at - 1], ',')) return at;
      at = skipLines(tokens, at);
    } else if (token.kind === 'sign' && (token.value === ';' || closers.includes(token.value))) {
      return at;
    } else {
      at = token.close > at ? token.close + 1 : at + 1;
    }
  }
  return limit;
}
