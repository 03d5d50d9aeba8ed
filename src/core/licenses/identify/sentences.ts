import type { TextRange } from '../../model.ts';

/** One sentence or list entry, without the blanks and comment signs around it. */
export interface Sentence {
  readonly text: string;
  readonly range: TextRange;
}

/** Longer than any real sentence of a license; what is longer is cut. UTF-16 units. */
const longestSentence = 2_000;

/**
 * The sentences between two offsets of a text: lines are joined to paragraphs unless they start a list entry, a
 * heading or a copyright notice; paragraphs are cut after full stops of both languages.
 */
export function sentencesIn(text: string, [start, end]: TextRange): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let paragraphStart = start;
  let paragraph = '';
  const flush = () => {
    for (const part of cut(paragraph)) {
      const inner = trimmed(text, paragraphStart + part.start, paragraphStart + part.end);
      if (inner) sentences.push(inner);
    }
    paragraph = '';
  };
  let at = start;
  let afterBreak = true;
  for (const line of text.slice(start, end).split(/(?<=\n)/)) {
    const anew = startsAnew.test(line) && !goesOn.test(line);
    const blank = line.trim() === '';
    if (anew || blank || afterBreak) {
      flush();
      paragraphStart = at;
    }
    // A heading, a copyright notice or a rule stands alone; a list entry goes on.
    afterBreak = anew && !isListEntry.test(line);
    paragraph += line;
    at += line.length;
  }
  flush();
  return sentences;
}

const startsAnew =
  /^[\s*#/;>|-]*(?:copyright\b|\(c\)|©|版权|all rights reserved|#{1,6}\s|[-=_*~]{3,}|[-*+•]\s|\(?\d{1,2}[.)、](?!\d[\d.]*,? (?!thru\b|and above)[a-z])|[（(][一二三四五六七八九十\d]+[)）]|https?:\/\/\S+\s*$|(?:name|files|description|availability|license|comment|source|upstream-name|upstream-contact|format|package|homepage|version|author):\s)/i;

/** "... still under their original<line end>copyright starting in 2011": a word in a sentence. */
const goesOn = /^[\s*#/;>|-]*(?:copyright [a-z]{2,}\b(?! ?\d)|COPYRIGHT (?:HOLDERS?|OWNERS?)\b)/;

const isListEntry =
  /^\s*(?:[-*+•]\s|\(?\d{1,2}[.)、](?!\d[\d.]*,? (?!thru\b|and above)[a-z])|[（(][一二三四五六七八九十\d]+[)）])/;

function* cut(paragraph: string): Iterable<{ start: number; end: number }> {
  if (isCopyrightLine(paragraph)) {
    yield { start: 0, end: paragraph.length };
    return;
  }
  const stop = /[。！？；]|[!?](?=\s|\p{Script=Han}|["”')\]]|$)|[.;](?=\s|$)|:(?=\s*\n|$)/gu;
  let start = 0;
  for (const match of paragraph.matchAll(stop)) {
    const end = match.index + 1;
    // "Inc. ", "v. 2.0" and the number of a list entry end no sentence.
    const before = paragraph.slice(Math.max(start, end - 24), end);
    const isAbbreviation = /\b(?:inc|ltd|co|corp|e\.g|i\.e|vs?|llc|sp|z o|o\.o|et al)\.$|^\W*\d{1,2}\.$/i.test(before);
    if (match[0] === '.' && isAbbreviation && !beginsSentence.test(paragraph.slice(end, end + 20))) continue;
    // "James C. Bar"
    if (match[0] === '.' && /\b\p{Lu}\.$/u.test(before)) continue;
    yield { start, end };
    start = end;
  }
  for (; start < paragraph.length; start += longestSentence) {
    yield { start, end: Math.min(paragraph.length, start + longestSentence) };
  }
}

const beginsSentence = /^\s+(?:The|This|These|All|It|You|If|In|For|Any|No|Users?|However|Each|We) \S/;

/** "Copyright 2020 Foo Inc. and James C. Bar" is one statement, whatever its stops; nothing else may hide behind it. */
function isCopyrightLine(paragraph: string): boolean {
  if (paragraph.length >= 300 || !/^[\s*#/;>|"(-]*(?:copyright\b|\(c\)|©|版权所有)/i.test(paragraph)) return false;
  const [, ...rest] = paragraph.replace(/\b(?:inc|ltd|co|corp|llc|\p{Lu})\./giu, ' ').split(/[.;。；]\s+/);
  return rest.every(part =>
    /^[^\p{L}]*(?:(?:all rights reserved|and|see|copyright|http|www|licensed under)\b|\(c\)|©|$)/iu.test(part),
  );
}

const margin = /[\s*#/;>|=_~`"'“”-]/;

function trimmed(text: string, from: number, to: number): Sentence | undefined {
  let [start, end] = [from, to];
  while (start < end && margin.test(text[start] ?? '')) start += 1;
  while (end > start && margin.test(text[end - 1] ?? '')) end -= 1;
  return end > start ? { text: text.slice(start, end), range: [start, end] } : undefined;
}
