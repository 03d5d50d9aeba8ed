import type { Token, WrittenPiece } from '../readme/index.ts';
import { lineTexts } from './sentences.ts';

/** A sentence as it goes to an engine. */
export interface Segment {
  /** `html` when it holds marks, else plain. */
  readonly format: 'text' | 'html';
  readonly text: string;
  /** What stands behind the ids in the text, `1` at first. */
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly open: Token;
  /** Absent for what holds no words. */
  readonly close?: Token | undefined;
}

/**
 * Elements that engines leave in their place. They are of the kinds that HTML knows to stand inside of a sentence: others
 * would end it.
 */
const voidElement = 'img';
const pairElement = 'b';

/** Builds the segment for the core of a sentence. Ids count from 1, so that equal sentences are equal everywhere. */
export function buildSegment(source: string, core: readonly Token[], rename: (text: string) => string): Segment {
  const texts = lineTexts(source, core).map(rename);
  if (core.every(({ kind }) => kind === 'text' || kind === 'line'))
    return { format: 'text', text: texts.join(''), marks: [] };
  const marks: { open: Token; close?: Token }[] = [];
  const ids = new Map<number, number>();
  let text = '';
  for (const [index, token] of core.entries()) {
    if (token.kind === 'text' || token.kind === 'line') text += escapeMarkup(texts[index] ?? '');
    else if (token.kind === 'close') {
      const mark = marks[ids.get(token.pair) ?? -1];
      if (mark) mark.close = token;
      text += `</${pairElement}>`;
    } else {
      marks.push({ open: token });
      if (token.kind === 'open') ids.set(token.pair, marks.length - 1);
      text +=
        token.kind === 'open' ? `<${pairElement} id="${marks.length}">` : `<${voidElement} id="${marks.length}"/>`;
    }
  }
  return { format: 'html', text, marks };
}

/** Whether words of a person can stand for a segment: every mark of it is there, once. */
export function keepsMarks(segment: string, translation: string): boolean {
  const found = [...segment.matchAll(/<(b|img) id="\d+"\/?>/g)].map(([, name]) => name);
  const token: Token = { kind: 'text', range: [0, 0] };
  const marks = found.map(name => (name === pairElement ? { open: token, close: token } : { open: token }));
  return readAnswer({ format: marks.length > 0 ? 'html' : 'text', text: segment, marks }, translation) !== undefined;
}

const tags = /<(?<close>\/)?(?<name>[a-z]+)(?<attributes>[^<>]*?)(?<single>\/)?>/gi;

/**
 * Reads an engine's answer back into pieces. `undefined` when a mark is missing, comes twice, is torn apart or turned
 * around, when there is markup that was not sent, or no words.
 */
export function readAnswer(segment: Segment, answer: string): readonly WrittenPiece[] | undefined {
  const text = answer.trim();
  if (segment.format === 'text') return text === '' ? undefined : [{ kind: 'words', text }];
  const reading = createReading(segment);
  let last = 0;
  for (const match of text.matchAll(tags)) {
    const { close, name = '', attributes = '' } = match.groups ?? {};
    const isGood =
      reading.words(text.slice(last, match.index)) &&
      (close ? reading.close(name.toLowerCase()) : reading.open(name.toLowerCase(), attributes));
    if (!isGood) return undefined;
    last = match.index + match[0].length;
  }
  return reading.words(text.slice(last)) ? reading.pieces() : undefined;
}

/** Follows an answer from mark to mark; each step says whether it is good. */
function createReading(segment: Segment) {
  const pieces: WrittenPiece[] = [];
  const seen = new Set<number>();
  const open: number[] = [];
  const filled = new Set<number>();
  const fill = () => {
    for (const id of open) filled.add(id);
  };
  return {
    words(text: string): boolean {
      if (/<\/?[a-z!]/i.test(text)) return false;
      const value = unescapeMarkup(text);
      if (value.trim() !== '') fill();
      if (value !== '') pieces.push({ kind: 'words', text: value });
      return true;
    },
    open(name: string, attributes: string): boolean {
      const id = Number(/^\s+id\s*=\s*["']?(\d+)["']?\s*$/.exec(attributes)?.[1]);
      const mark = segment.marks[id - 1];
      if (!mark || seen.has(id) || name !== (mark.close ? pairElement : voidElement)) return false;
      seen.add(id);
      fill();
      pieces.push(mark.open);
      if (mark.close) open.push(id);
      return true;
    },
    close(name: string): boolean {
      // `<img id="1"></img>` is what some engines make of a void element.
      if (name === voidElement) return true;
      const id = open.pop();
      const close = id === undefined ? undefined : segment.marks[id - 1]?.close;
      if (!close || name !== pairElement) return false;
      pieces.push(close);
      return true;
    },
    /** All pieces, when nothing is missing. */
    pieces(): readonly WrittenPiece[] | undefined {
      const isEmpty = segment.marks.some(({ close }, index) => close && !filled.has(index + 1));
      return open.length > 0 || seen.size !== segment.marks.length || isEmpty ? undefined : pieces;
    },
  };
}

/** The words of a segment or an answer without its marks. */
export function wordsIn({ format }: Pick<Segment, 'format'>, text: string): string {
  return format === 'text' ? text : unescapeMarkup(text.replace(tags, ' '));
}

export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', amp: '&' };

export function unescapeMarkup(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
