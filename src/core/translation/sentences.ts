import type { Passage, Token } from '../readme/index.ts';

/** A sentence of a passage: what surrounds it and stays, and what is translated. */
export interface Sentence {
  readonly before: readonly Token[];
  /** Empty when there is nothing to translate. */
  readonly core: readonly Token[];
  readonly after: readonly Token[];
}

/** UTF-16 units. On-device models take seconds for an endless sentence, and lose its end. */
const longest = 240;

/** Stands in a line for what is no text. */
const placeholder = '\uE000';

/** Cuts a passage into sentences. No sentence begins or ends inside a link or emphasis. */
export function sentencesOf(
  source: string,
  { tokens }: Passage,
  isSource: (text: string) => boolean,
): readonly Sentence[] {
  return runs(tokens).flatMap(run => {
    const texts = lineTexts(source, run);
    return cut(run, texts, boundaries(texts.join(''))).map(sentence => peel(source, sentence, isSource));
  });
}

/**
 * The text of each token in one line, as an engine gets it: a soft line break is nothing between Chinese, else a space;
 * what is no text is one sign.
 */
export function lineTexts(source: string, tokens: readonly Token[]): readonly string[] {
  return tokens.map(token => {
    if (token.kind === 'text') return source.slice(...token.range);
    if (token.kind !== 'line') return placeholder;
    return isWide(source.charAt(token.range[0] - 1)) && isWide(source.charAt(token.range[1])) ? '' : ' ';
  });
}

function isWide(character: string): boolean {
  return /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”]/u.test(character);
}

/** Breaks that show end a sentence, but not inside of a link or emphasis. */
function runs(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const found: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close') depth -= 1;
    if (token.kind === 'break' && depth === 0) found.push([token], []);
    else found.at(-1)?.push(token);
  }
  return found.filter(run => run.length > 0);
}

/** Offsets in a line at which sentences end. */
function boundaries(line: string): ReadonlySet<number> {
  const ends = new Set<number>();
  const segmenter = new Intl.Segmenter('zh', { granularity: 'sentence' });
  for (const { index, segment } of segmenter.segment(line)) {
    const end = index + segment.length;
    ends.add(end);
    for (const at of cutLong(line, index, end)) ends.add(at);
  }
  // ICU counts an opening quote or bracket to the sentence before it.
  for (const { index } of line.matchAll(/[。！？!?](?=[“‘「『（【《])/g)) {
    ends.delete(index + 2);
    ends.add(index + 1);
  }
  return ends;
}

/** An endless sentence is cut at its semicolons and commas, at last anywhere. */
function cutLong(line: string, start: number, end: number): readonly number[] {
  const cuts: number[] = [];
  let from = start;
  while (end - from > longest) {
    const part = line.slice(from, from + longest);
    const at = ['；', ';', '，', '、', ' '].map(sign => part.lastIndexOf(sign)).find(index => index > longest / 3);
    // Never between the halves of a surrogate pair.
    const last = /[\ud800-\udbff]$/.test(part) ? longest - 1 : longest;
    from += at === undefined ? last : at + 1;
    cuts.push(from);
  }
  return cuts;
}

function cut(
  run: readonly Token[],
  texts: readonly string[],
  ends: ReadonlySet<number>,
): readonly (readonly Token[])[] {
  const sentences: Token[][] = [[]];
  let offset = 0;
  let depth = 0;
  const endHere = () => {
    if (depth === 0 && ends.has(offset)) sentences.push([]);
  };
  for (const [index, token] of run.entries()) {
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close') depth -= 1;
    if (token.kind !== 'text') {
      sentences.at(-1)?.push(token);
      offset += texts[index]?.length ?? 0;
      endHere();
      continue;
    }
    let start = token.range[0];
    for (let at = start + 1; at <= token.range[1]; at += 1) {
      offset += 1;
      if (at < token.range[1] && (depth > 0 || !ends.has(offset))) continue;
      sentences.at(-1)?.push({ kind: 'text', range: [start, at] });
      start = at;
      endHere();
    }
  }
  return sentences.filter(sentence => sentence.length > 0);
}

/** Takes off what need not travel: spaces, numbering, emoji, images and tags at the ends, and a pair around everything. */
function peel(source: string, tokens: readonly Token[], isSource: (text: string) => boolean): Sentence {
  let rest: Sentence = { before: [], core: tokens, after: [] };
  for (
    let next: Sentence | undefined = rest;
    next;
    next = peelStart(source, rest) ?? peelEnd(source, rest) ?? peelPair(rest)
  ) {
    rest = next;
  }
  const hasWords = rest.core.some(token => token.kind === 'text' && isSource(source.slice(...token.range)));
  return hasWords ? rest : { before: tokens, core: [], after: [] };
}

/** `1. `, `- `, `2、`: not a bare number, which may count something. */
const numbering = /^\s*(?:(?:\d{1,3}[.)、）]|[-•·*+|/–—])\s*)*/;

function peelStart(source: string, { before, core, after }: Sentence): Sentence | undefined {
  const [first, ...others] = core;
  if (!first) return undefined;
  if (staysOutside(first)) return { before: [...before, first], core: others, after };
  if (first.kind !== 'text') return undefined;
  const [start, end] = first.range;
  const middle = start + (numbering.exec(source.slice(start, end))?.[0].length ?? 0);
  if (middle === start) return undefined;
  const words: readonly Token[] = middle < end ? [{ kind: 'text', range: [middle, end] }] : [];
  return { before: [...before, { kind: 'text', range: [start, middle] }], core: [...words, ...others], after };
}

function peelEnd(source: string, { before, core, after }: Sentence): Sentence | undefined {
  const last = core.at(-1);
  const others = core.slice(0, -1);
  if (!last) return undefined;
  if (staysOutside(last)) return { before, core: others, after: [last, ...after] };
  if (last.kind !== 'text') return undefined;
  const [start, end] = last.range;
  const middle = start + source.slice(start, end).trimEnd().length;
  if (middle === end) return undefined;
  const words: readonly Token[] = start < middle ? [{ kind: 'text', range: [start, middle] }] : [];
  return { before, core: [...others, ...words], after: [{ kind: 'text', range: [middle, end] }, ...after] };
}

function peelPair({ before, core, after }: Sentence): Sentence | undefined {
  const first = core[0];
  const last = core.at(-1);
  if (core.length < 3 || first?.kind !== 'open' || last?.kind !== 'close' || first.pair !== last.pair) return undefined;
  return { before: [...before, first], core: core.slice(1, -1), after: [last, ...after] };
}

function staysOutside(token: Token): boolean {
  if (token.kind === 'line' || token.kind === 'break') return true;
  return token.kind === 'void' && (token.role === 'emoji' || token.role === 'image' || token.role === 'tag');
}
