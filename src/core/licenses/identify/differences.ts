import type { TextRange } from '../../model.ts';
import type { Alignment, Difference } from './align.ts';
import type { Template } from './index-file.ts';
import { isHarmless, kindOf, type LeftoverKind, mayLimit } from './leftover.ts';
import { sentencesIn } from './sentences.ts';
import { isTolerated, type Place } from './tolerances.ts';
import type { Word } from './words.ts';

/** A text with its words. */
export interface ReadText {
  readonly text: string;
  readonly words: readonly Word[];
}

export interface Addition {
  readonly text: string;
  readonly kind: LeftoverKind | 'changed-wording';
  readonly range: TextRange;
}

/** How a license text in a file differs from the standard text. */
export interface Comparison {
  /** Words of the body that are missing or other than in the standard text, without what is tolerated. */
  readonly missing: number;
  /** Words inside the license that are no part of it and not harmless. */
  readonly inserted: number;
  readonly additions: readonly Addition[];
}

/** Judges each difference between a file and a license text. */
export function compare(
  read: ReadText,
  template: Template,
  alignment: Alignment,
  vocabulary: readonly string[],
): Comparison {
  let [missing, inserted] = [0, 0];
  const additions: Addition[] = [];
  for (const difference of alignment.differences) {
    const removed = wordsBetween(template, vocabulary, difference);
    const added = read.words.slice(difference.start, difference.end).map(({ text }) => text);
    if (isTolerated(removed.join(' '), added.join(' '), placeOf(read, template, difference))) continue;
    missing += removed.length;
    if (added.length === 0) continue;
    const found = insertions(read, template, difference, removed.length > 0);
    additions.push(...found);
    // What stands between the title and the body is told, but another text is not the better match for it.
    const isInside = difference.to > template.bodyStart;
    if (isInside && found.some(({ kind }) => kind === 'changed-wording' || !isHarmless(kind))) inserted += added.length;
  }
  return { missing, inserted, additions };
}

/** How many words of the license's body are there. */
export function matchedBody({ bodyStart, bodyEnd }: Template, { places }: Alignment): number {
  let matched = 0;
  for (let index = bodyStart; index < bodyEnd; index += 1) {
    if ((places[index] ?? -1) >= 0) matched += 1;
  }
  return matched;
}

function placeOf({ words }: ReadText, { id }: Template, { start, end }: Difference): Place {
  const joined = (from: number, to: number) =>
    words
      .slice(Math.max(0, from), to)
      .map(({ text }) => text)
      .join(' ');
  return { id, before: joined(start - 4, start), after: joined(end, end + 4) };
}

/** What is missing of the body; title and appendix may be left out. */
function wordsBetween(template: Template, vocabulary: readonly string[], { from, to }: Difference): readonly string[] {
  const words: string[] = [];
  for (let index = Math.max(from, template.bodyStart); index < Math.min(to, template.bodyEnd); index += 1) {
    words.push(vocabulary[template.words[index] ?? 0] ?? '');
  }
  return words;
}

function insertions(
  { text, words }: ReadText,
  template: Template,
  difference: Difference,
  replacing: boolean,
): readonly Addition[] {
  const [first, last] = [words[difference.start], words[difference.end - 1]];
  if (!first || !last) return [];
  const range: TextRange = [first.range[0], last.range[1]];
  const sentences = sentencesIn(text, range).map(sentence => ({ ...sentence, kind: kindOf(sentence, [template.id]) }));
  const inAppendix = difference.from >= template.bodyEnd;
  const inBody = !inAppendix && difference.to > template.bodyStart;
  // Fill-in fields of the appendix: a program's name, a year, an address.
  const isFilledIn = inAppendix && difference.to > difference.from && difference.end - difference.start <= 12;
  if (isFilledIn && !mayLimit(text.slice(...range))) {
    return sentences.map(one => (isHarmless(one.kind) ? one : { ...one, kind: 'appendix' }));
  }
  // Between title and body stand the rest of the title, as "(MIT)", and copyright notices.
  const afterTitle = difference.to <= template.bodyStart;
  const starts = afterTitle || startsSentence(text, range[0]);
  const isWhole = !replacing && starts && endsSentence(text, range[1]);
  if (!isWhole) return [{ text: text.slice(...range), kind: 'changed-wording', range }];
  return inBody ? sentences.map(asPartOfBody) : sentences;
}

/** What is a harmless heading or description beside a license can be a condition among its sentences. */
function asPartOfBody<T extends { readonly text: string; readonly kind: LeftoverKind }>(sentence: T): T {
  const isNeutral =
    sentence.kind !== 'description' && (sentence.kind !== 'heading' || neutralHeading.test(sentence.text));
  return isNeutral ? sentence : { ...sentence, kind: 'unknown' };
}

const neutralHeading =
  /^[^\p{L}]*$|^(?:[^\p{L}\p{N}]*(?:the|and|of|grant|terms|conditions?|definitions?|notices?|licen[cs]e|disclaimers?|warrant(?:y|ies)|permissions?|page|section|copyright|patents?|trademarks?|purpose|acceptance|excuse|reliability|liability|no|\d+)\b[^\p{L}\p{N}]*){1,6}$/iu;

function startsSentence(text: string, at: number): boolean {
  return (
    /(?:^|\n|[.。!！?？;；:：]["”')\]]?\s*|[-*•\d.)(#\s]*\n?)[\s"“([*#/>-]*(?:\(?\w{1,3}[.)]\s*)?$/.test(
      text.slice(Math.max(0, at - 40), at),
    ) && /(?:^|\n|[.。!！?？;；:：])[^\p{L}]*$/u.test(text.slice(Math.max(0, at - 40), at))
  );
}

function endsSentence(text: string, at: number): boolean {
  return /^[^\p{L}\p{N}]*?(?:[.。!！?？;；:：]|\n|$)/u.test(text.slice(at, at + 40));
}
