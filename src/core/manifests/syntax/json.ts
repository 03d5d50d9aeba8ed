import { createScanner, type JSONScanner } from 'jsonc-parser';
import type { ManifestProblem } from '../../model.ts';
import {
  deepestNesting,
  type ListNode,
  type MapEntry,
  type MapNode,
  mostProblems,
  type ScalarNode,
  type SyntaxNode,
  type SyntaxTree,
} from './node.ts';

/** The scanner's token kinds (`SyntaxKind`): a const enum there, which single files cannot import. */
const kinds = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  string: 10,
  unknown: 16,
  end: 17,
} as const;
/** `ScanError.UnexpectedEndOfString`. */
const unexpectedEndOfString = 2;

/**
 * Reads JSON, JSON with comments and trailing commas, and JSON5 names and strings. Never throws: what cannot be read is
 * a problem, and reading goes on at the next thing that makes sense. Uses a stack of its own, so that deep nesting
 * costs no call stack. With `wanted`, lists and maps under other keys of the outermost map stay empty: a large
 * package.json is mostly something else.
 */
export function readJson(text: string, wanted?: ReadonlySet<string>): SyntaxTree {
  return new JsonReader(text, wanted).read();
}

type Container = MapNode | ListNode;

class JsonReader {
  readonly #text: string;
  readonly #scanner: JSONScanner;
  readonly #wanted: ReadonlySet<string> | undefined;
  readonly #problems: ManifestProblem[] = [];
  readonly #stack: Container[] = [];
  readonly #roots: SyntaxNode[] = [];
  /** The entry of the innermost map that waits for its value. */
  #pending: MapEntry | undefined;
  #afterColon = false;
  #skipped = 0;

  constructor(text: string, wanted: ReadonlySet<string> | undefined) {
    this.#text = text;
    this.#wanted = wanted;
    this.#scanner = createScanner(text, true);
    if (text.charCodeAt(0) === 0xfeff) this.#scanner.setPosition(1);
  }

  read(): SyntaxTree {
    const scanner = this.#scanner;
    for (let token: number = scanner.scan(); token !== kinds.end; token = scanner.scan()) this.#take(token);
    for (const open of this.#stack) {
      open.end = this.#text.length;
      this.#report(
        open.kind === 'map' ? 'A closing brace is missing.' : 'A closing bracket is missing.',
        open.start,
        open.start + 1,
      );
    }
    return { roots: this.#roots, problems: this.#problems };
  }

  #take(token: number): void {
    const scanner = this.#scanner;
    const start = scanner.getTokenOffset();
    switch (token) {
      case kinds.openBrace:
        this.#open({ kind: 'map', entries: [], start, end: start + 1 });
        break;
      case kinds.openBracket:
        this.#open({ kind: 'list', items: [], start, end: start + 1 });
        break;
      case kinds.closeBrace:
        this.#close('map', start);
        break;
      case kinds.closeBracket:
        this.#close('list', start);
        break;
      case kinds.colon:
        this.#colon(start);
        break;
      case kinds.comma:
        this.#settle(start);
        break;
      case kinds.string:
        this.#string(start);
        break;
      case kinds.unknown:
        this.#unknown(start);
        break;
      default:
        this.#scalar(
          {
            kind: 'scalar',
            value: scanner.getTokenValue(),
            start,
            end: start + scanner.getTokenLength(),
            quoted: false,
          },
          true,
        );
    }
  }

  #string(start: number): void {
    const end = start + this.#scanner.getTokenLength();
    const closed = this.#scanner.getTokenError() !== unexpectedEndOfString;
    if (!closed) this.#report('A closing quote is missing.', start, end);
    const value = this.#scanner.getTokenValue();
    this.#scalar({ kind: 'scalar', value, start: start + 1, end: closed ? end - 1 : end, quoted: true }, closed);
  }

  /**
   * JSON5: strings in single quotes and bare names; the JSON scanner knows neither and gives a whole run of characters,
   * which is taken apart here.
   */
  #unknown(start: number): void {
    const text = this.#text;
    const end = start + this.#scanner.getTokenLength();
    let at = start;
    while (at < end) at = text[at] === "'" ? this.#singleQuoted(at) : this.#bare(at, end);
    if (at > end) this.#scanner.setPosition(at);
  }

  #bare(start: number, limit: number): number {
    const quote = this.#text.indexOf("'", start);
    const end = quote < 0 || quote > limit ? limit : quote;
    const value = this.#text.slice(start, end);
    if (/^[\p{L}$_\d.+-]+$/u.test(value)) this.#scalar({ kind: 'scalar', value, start, end, quoted: false }, true);
    else this.#report('This cannot be read.', start, end);
    return end;
  }

  /** Gives the offset behind the string. */
  #singleQuoted(start: number): number {
    const text = this.#text;
    let end = start + 1;
    while (end < text.length && text[end] !== "'" && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
    end = Math.min(end, text.length);
    const closed = text[end] === "'";
    if (!closed) this.#report('A closing quote is missing.', start, end);
    const value = withoutEscapes(text.slice(start + 1, end));
    this.#scalar({ kind: 'scalar', value, start: start + 1, end, quoted: true }, closed);
    return closed ? end + 1 : end;
  }

  #open(container: Container): void {
    if (this.#stack.length >= deepestNesting) {
      if (this.#skipped++ === 0)
        this.#report(`Nesting deeper than ${deepestNesting} levels is not read.`, container.start, container.start + 1);
      return;
    }
    const unwanted =
      this.#wanted && this.#stack.length === 1 && this.#pending && !this.#wanted.has(this.#pending.key.value);
    this.#place(container);
    const end = unwanted ? endOfBrackets(this.#text, container.start) : -1;
    if (end >= 0) {
      container.end = end;
      this.#scanner.setPosition(end);
    } else this.#stack.push(container);
    this.#pending = undefined;
    this.#afterColon = false;
  }

  #close(kind: Container['kind'], start: number): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    this.#settle(start);
    const depth = this.#stack.findLastIndex(container => container.kind === kind);
    if (depth < 0) {
      this.#report('This bracket closes nothing.', start, start + 1);
      return;
    }
    for (const container of this.#stack.splice(depth)) container.end = start + 1;
  }

  #colon(start: number): void {
    const top = this.#stack.at(-1);
    if (top?.kind !== 'map') return;
    if (this.#pending && !this.#afterColon) {
      this.#afterColon = true;
      return;
    }
    // `"a": "b": 1`: the value of `a` is still to be typed and "b" is the next name.
    const last = top.entries.at(-1);
    if (last?.value?.kind !== 'scalar' || !last.value.quoted) {
      this.#report('A name is missing.', start, start + 1);
      return;
    }
    const key = last.value;
    last.value = undefined;
    this.#report('A value is missing.', last.key.start, last.key.end);
    this.#pending = { key, value: undefined };
    top.entries.push(this.#pending);
    this.#afterColon = true;
  }

  #scalar(node: ScalarNode, closed: boolean): void {
    const top = this.#stack.at(-1);
    if (top?.kind !== 'map' || this.#afterColon) {
      this.#place(node);
      return;
    }
    this.#settle(node.start);
    // A name that is still being typed is no name yet.
    if (!closed) return;
    this.#pending = { key: node, value: undefined };
    top.entries.push(this.#pending);
  }

  #place(node: SyntaxNode): void {
    const top = this.#stack.at(-1);
    if (this.#skipped > 0) return;
    if (!top) this.#roots.push(node);
    else if (top.kind === 'list') top.items.push(node);
    else if (this.#pending && this.#afterColon) this.#pending.value = node;
    else this.#report('A name is missing.', node.start, node.end);
    this.#pending = undefined;
    this.#afterColon = false;
  }

  /** Ends an entry. A name without a colon is dropped: it is being typed. A name with a colon stays, without a value. */
  #settle(at: number): void {
    const top = this.#stack.at(-1);
    if (this.#pending && top?.kind === 'map') {
      if (!this.#afterColon) top.entries.pop();
      this.#report(
        'A value is missing.',
        this.#pending.key.start,
        Math.max(this.#pending.key.end, Math.min(at, this.#pending.key.end + 1)),
      );
    }
    this.#pending = undefined;
    this.#afterColon = false;
  }

  #report(message: string, start: number, end: number): void {
    if (this.#problems.length < mostProblems) this.#problems.push({ message, range: [start, end] });
  }
}

function withoutEscapes(text: string): string {
  return text.includes('\\') ? text.replace(/\\(.)/gsu, '$1') : text;
}

/** The offset behind the bracket that closes the one at `start`; -1 where the brackets do not match. */
function endOfBrackets(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfString(text, at);
    else if (code === 0x7b || code === 0x5b) depth++;
    else if ((code === 0x7d || code === 0x5d) && --depth === 0) return at + 1;
    // Comments may hold anything: rare enough to be read the long way.
    else if (code === 0x2f) return -1;
    if (at < 0) return -1;
  }
  return -1;
}

/** The offset of the closing quote, -2 where it is missing on the line. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at;
    if (code === 0x5c) at++;
    else if (code === 0x0a) return -2;
  }
  return -2;
}
