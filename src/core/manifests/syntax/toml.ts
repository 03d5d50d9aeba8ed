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
import { endOfTomlString, readTomlString } from './toml-string.ts';

/**
 * Reads TOML 1.0 into one tree in which tables, dotted keys and inline tables look the same. Written by hand because
 * no fast library keeps positions and all of them stop at the first error (measured: 7 MB/s against 60). A statement
 * that cannot be read is reported and left out; the next line is read again.
 */
export function readToml(text: string): SyntaxTree {
  return new TomlReader(text).read();
}

class TomlReader {
  readonly #text: string;
  readonly #root: MapNode;
  readonly #problems: ManifestProblem[] = [];
  /** Entries of each map by key: keys are looked up on every dotted key and header. */
  readonly #index = new Map<MapNode, Map<string, MapEntry>>();
  #at: number;
  #table: MapNode;

  constructor(text: string) {
    this.#text = text;
    this.#root = { kind: 'map', entries: [], start: 0, end: text.length };
    this.#table = this.#root;
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  read(): SyntaxTree {
    const text = this.#text;
    for (;;) {
      this.#skipBlank();
      if (this.#at >= text.length) break;
      const start = this.#at;
      if (text[start] === '[') this.#header();
      else this.#assignment(this.#table, 0);
      this.#endOfLine(start);
    }
    return { roots: [this.#root], problems: this.#problems };
  }

  #header(): void {
    const start = this.#at;
    const array = this.#text.startsWith('[[', start);
    this.#at += array ? 2 : 1;
    const keys = this.#keys();
    if (keys.length === 0) {
      this.#report('A table needs a name.', start, this.#at);
      return;
    }
    let table = this.#root;
    for (const [index, key] of keys.entries()) {
      table = array && index === keys.length - 1 ? this.#append(table, key) : this.#child(table, key);
    }
    this.#table = table;
    const close = array ? ']]' : ']';
    if (this.#text.startsWith(close, this.#at)) this.#at += close.length;
    else this.#report('The name of the table has no closing bracket.', start, this.#at);
  }

  /** `key = value`. A key whose value is missing stays in the tree without one. */
  #assignment(table: MapNode, depth: number): boolean {
    const start = this.#at;
    const keys = this.#keys();
    const last = keys.pop();
    if (!last) {
      this.#report('This cannot be read.', start, Math.max(this.#at, start));
      return false;
    }
    this.#skipSpaces();
    if (this.#text[this.#at] !== '=') {
      this.#report('A value is missing.', start, this.#at);
      return false;
    }
    this.#at++;
    this.#skipSpaces();
    let parent = table;
    for (const key of keys) parent = this.#child(parent, key);
    const entry: MapEntry = { key: last, value: undefined };
    this.#put(parent, entry);
    entry.value = this.#value(depth);
    if (!entry.value) this.#report('A value is missing.', last.start, last.end);
    return entry.value !== undefined;
  }

  #keys(): ScalarNode[] {
    const keys: ScalarNode[] = [];
    for (;;) {
      this.#skipSpaces();
      const key = this.#key();
      if (!key) return keys;
      keys.push(key);
      this.#skipSpaces();
      if (this.#text[this.#at] !== '.') return keys;
      this.#at++;
    }
  }

  #key(): ScalarNode | undefined {
    const text = this.#text;
    const start = this.#at;
    if (text[start] === '"' || text[start] === "'") return this.#string();
    let end = start;
    while (end < text.length && isKeyCharacter(text.charCodeAt(end))) end++;
    if (end === start) return undefined;
    this.#at = end;
    return { kind: 'scalar', value: text.slice(start, end), start, end, quoted: false };
  }

  #value(depth: number): SyntaxNode | undefined {
    const text = this.#text;
    const first = text[this.#at];
    if (first === '"' || first === "'") return this.#string();
    if (first === '[' || first === '{') {
      if (depth >= deepestNesting) {
        this.#report(`Nesting deeper than ${deepestNesting} levels is not read.`, this.#at, this.#at + 1);
        this.#at = text.length;
        return undefined;
      }
      return first === '[' ? this.#array(depth + 1) : this.#inlineTable(depth + 1);
    }
    const start = this.#at;
    let end = start;
    while (end < text.length && !isValueEnd(text.charCodeAt(end))) end++;
    this.#at = end;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    return end > start ? { kind: 'scalar', value: text.slice(start, end), start, end, quoted: false } : undefined;
  }

  #string(): ScalarNode {
    const start = this.#at;
    const { quotes, end, closed } = endOfTomlString(this.#text, start);
    this.#at = closed ? end + quotes : end;
    if (!closed) this.#report('A closing quote is missing.', start, end);
    const from = Math.min(start + quotes, end);
    return { kind: 'scalar', value: readTomlString(this.#text, start, from, end), start: from, end, quoted: true };
  }

  #array(depth: number): ListNode {
    const node: ListNode = { kind: 'list', items: [], start: this.#at, end: this.#at };
    this.#at++;
    for (;;) {
      this.#skipBlank();
      const start = this.#at;
      const first = this.#text[start];
      if (first === undefined || this.#startsStatement()) {
        this.#report('A closing bracket is missing.', node.start, node.start + 1);
        break;
      }
      this.#at++;
      if (first === ']') break;
      if (first === ',') continue;
      this.#at = start;
      const item = this.#value(depth);
      if (item) node.items.push(item);
      if (this.#at === start) this.#at++;
    }
    node.end = this.#at;
    return node;
  }

  #inlineTable(depth: number): MapNode {
    const node: MapNode = { kind: 'map', entries: [], start: this.#at, end: this.#at };
    this.#at++;
    for (;;) {
      this.#skipBlank();
      const first = this.#text[this.#at];
      if (first === undefined || (first !== '}' && this.#startsStatement())) {
        this.#report('A closing brace is missing.', node.start, node.start + 1);
        break;
      }
      if (first === '}' || first === ',') {
        this.#at++;
        if (first === '}') break;
        continue;
      }
      const start = this.#at;
      this.#assignment(node, depth);
      if (this.#at === start) this.#at++;
    }
    node.end = this.#at;
    return node;
  }

  /** In a bracket that somebody forgot to close: does the next statement begin here, at the start of a line? */
  #startsStatement(): boolean {
    const text = this.#text;
    if (this.#at > 0 && text[this.#at - 1] !== '\n') return false;
    statement.lastIndex = this.#at;
    return statement.test(text);
  }

  #child(parent: MapNode, key: ScalarNode): MapNode {
    const value = this.#index.get(parent)?.get(key.value)?.value;
    if (value?.kind === 'map') return value;
    // A name below `[[x]]` belongs to the last table of the array.
    const last = value?.kind === 'list' ? value.items.at(-1) : undefined;
    if (last?.kind === 'map') return last;
    const node: MapNode = { kind: 'map', entries: [], start: key.start, end: key.end };
    this.#put(parent, { key, value: node });
    return node;
  }

  #append(parent: MapNode, key: ScalarNode): MapNode {
    const node: MapNode = { kind: 'map', entries: [], start: key.start, end: key.end };
    const value = this.#index.get(parent)?.get(key.value)?.value;
    if (value?.kind === 'list') value.items.push(node);
    else this.#put(parent, { key, value: { kind: 'list', items: [node], start: key.start, end: key.end } });
    return node;
  }

  #put(parent: MapNode, entry: MapEntry): void {
    parent.entries.push(entry);
    const index = this.#index.get(parent);
    if (index) index.set(entry.key.value, entry);
    else this.#index.set(parent, new Map([[entry.key.value, entry]]));
  }

  #endOfLine(start: number): void {
    const text = this.#text;
    // A bracket that was not closed ends in front of the next statement.
    if (this.#at > start && text[this.#at - 1] === '\n') return;
    this.#skipSpaces();
    const end = text.indexOf('\n', this.#at);
    const rest = this.#at;
    const first = text[rest];
    if (this.#at > start && (first === undefined || first === '\n' || first === '\r' || first === '#')) {
      this.#at = end < 0 ? text.length : end;
      return;
    }
    this.#at = end < 0 ? text.length : end;
    this.#report('This cannot be read.', rest, this.#at);
  }

  #skipSpaces(): void {
    while (isSpace(this.#text.charCodeAt(this.#at))) this.#at++;
  }

  /** Spaces, line ends and comments. */
  #skipBlank(): void {
    const text = this.#text;
    for (;;) {
      const code = text.charCodeAt(this.#at);
      if (isSpace(code) || code === 0x0a || code === 0x0d) this.#at++;
      else if (code === 0x23) {
        const end = text.indexOf('\n', this.#at);
        this.#at = end < 0 ? text.length : end;
      } else return;
    }
  }

  #report(message: string, start: number, end: number): void {
    if (this.#problems.length < mostProblems) this.#problems.push({ message, range: [start, end] });
  }
}

const statement = /\[{1,2}[\w."' -]{1,200}\]{1,2}[ \t]*(?:#|\r?$)|[\w.-]{1,100}[ \t]*=(?!=)/my;

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** Bare keys; letters beyond ASCII are taken as well, as TOML 1.1 plans. */
function isKeyCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2d ||
    code === 0x5f ||
    code > 0xa0
  );
}

function isValueEnd(code: number): boolean {
  return code === 0x2c || code === 0x5d || code === 0x7d || code === 0x23 || code === 0x0a || code === 0x0d;
}
