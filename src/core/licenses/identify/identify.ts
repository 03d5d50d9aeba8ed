import type { Confidence, LicenseIdentification } from '../../model.ts';
import { formatExpression, joinExpressions, type LicenseExpression, parseExpression, term } from '../expression.ts';
import { additionalTermsId, noAssertion } from '../identifiers.ts';
import type { Addition } from './differences.ts';
import { decodeIndex } from './index-file.ts';
import { isHarmless, kindOf } from './leftover.ts';
import { openMatcher } from './matcher.ts';
import { readNotices } from './notices.ts';
import { findRegions, type Region } from './regions.ts';
import { sentencesIn } from './sentences.ts';
import { openVariableParts } from './variable-parts.ts';
import { visibleText } from './visible-text.ts';
import { wordsOf } from './words.ts';

/** What is read of a file: several times the longest license text. UTF-16 units. */
const longestText = 400_000;
/** How many of the sentences beside the licenses are told. */
const mostAdditions = 200;

const nothing: LicenseIdentification = { expression: noAssertion, matches: [], additions: [], confidence: 'low' };

/**
 * Opens the index for identifying texts. The scheme of the expressions:
 *
 * - `X`: the standard text of X, nothing beside it but names, notices and lists of other people's parts.
 * - `X AND LicenseRef-additional-terms`: the text of X, and sentences beside it that limit it or that nobody knows.
 * - `LicenseRef-X-modified`: the wording of X itself was changed.
 * - several texts are joined by `AND`; by `OR` only where the file says that one may choose.
 * - `NOASSERTION`: no known license, or a title that names one over a text that is another.
 */
export function openIdentifier(index: string): (text: string) => LicenseIdentification {
  const { vocabulary, templates } = decodeIndex(index);
  const matcher = openMatcher({ vocabulary, templates });
  return original => {
    const whole = original.slice(0, longestText);
    const text = visibleText(whole);
    if (text === undefined) return nothing;
    const words = openVariableParts(wordsOf(text));
    const read = { text, words };
    const numbers = matcher.numbersOf(words);
    const free = new Uint8Array(words.length).fill(1);
    const regions = findRegions(read, numbers, free, matcher, vocabulary);
    const additions = leftover(text, regions, original.length > longestText);
    return conclude(text, regions, additions);
  };
}

/** Sentences before, between and after the licenses, with their kinds; and what was found inside them. */
function leftover(text: string, regions: readonly Region[], cut: boolean): readonly Addition[] {
  const ids = regions.map(({ id }) => id);
  const additions: Addition[] = [];
  let at = 0;
  for (const { range, additions: inside } of regions) {
    additions.push(...between(text, at, range[0], ids), ...inside);
    at = range[1];
  }
  additions.push(...between(text, at, text.length, ids));
  if (cut) additions.push({ text: '…', kind: 'unknown', range: [text.length, text.length] });
  return additions;
}

function between(text: string, start: number, end: number, ids: readonly string[]): readonly Addition[] {
  return sentencesIn(text, [start, end]).map(sentence => ({ ...sentence, kind: kindOf(sentence, ids) }));
}

function conclude(text: string, regions: readonly Region[], additions: readonly Addition[]): LicenseIdentification {
  const matches = regions.map(({ id, score, range }) => ({ id, score: Math.round(score * 1000) / 1000, range }));
  const told = { matches, additions: additions.slice(0, mostAdditions) };
  if (regions.length === 0) return { ...told, ...readNotices(text, additions) };
  const limiting = additions.filter(({ kind }) => kind !== 'changed-wording' && !isHarmless(kind));
  const base = combine(text, regions, additions);
  if (limiting.some(({ kind }) => kind === 'title-mismatch'))
    return { ...told, expression: noAssertion, confidence: 'low' };
  const changed = regions.some(({ standard, additions: inside }) => !standard && !isOnlyAdded(inside));
  const expression = limiting.length === 0 ? base : joinExpressions('and', [base, term(additionalTermsId)]);
  return {
    ...told,
    expression: formatExpression(expression),
    confidence: confidenceOf(limiting.length > 0 || changed, additions),
  };
}

function isOnlyAdded(inside: readonly Addition[]): boolean {
  return inside.every(({ kind }) => kind !== 'changed-wording');
}

function combine(text: string, regions: readonly Region[], additions: readonly Addition[]): LicenseExpression {
  const terms = regions.map(region => termOf(region));
  const isChoice = additions.some(({ kind }) => kind === 'choice');
  void text;
  return joinExpressions(isChoice ? 'or' : 'and', terms);
}

function termOf({ id, missing, additions }: Region): LicenseExpression {
  const changed = missing > 0 || !isOnlyAdded(additions);
  return changed ? term(`LicenseRef-${id.replace(/^LicenseRef-/, '')}-modified`) : (parseExpression(id) ?? term(id));
}

function confidenceOf(doubtful: boolean, additions: readonly Addition[]): Confidence {
  if (doubtful) return 'medium';
  return additions.every(({ kind }) => /^(copyright|title|heading|link|appendix)$/.test(kind)) ? 'high' : 'medium';
}
