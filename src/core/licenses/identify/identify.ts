import type { Confidence, LicenseIdentification } from '../../model.ts';
import { classOf } from '../classes.ts';
import {
  formatExpression,
  joinExpressions,
  type LicenseExpression,
  parseExpression,
  term,
  termsOf,
} from '../expression.ts';
import { additionalTermsId, canonicalId, noAssertion } from '../identifiers.ts';
import { gistOf } from '../phrases.ts';
import { joinChoices, withOffers } from './choices.ts';
import type { Addition } from './differences.ts';
import { decodeIndex } from './index-file.ts';
import { isHarmless, kindOf } from './leftover.ts';
import { isMachineReadable, readMachineReadable } from './machine-readable.ts';
import { openMatcher } from './matcher.ts';
import { mentionsIn } from './names.ts';
import { readNotices } from './notices.ts';
import { findRegions, type Region } from './regions.ts';
import { sentencesIn } from './sentences.ts';
import { openVariableParts } from './variable-parts.ts';
import { visibleText } from './visible-text.ts';
import { wordsOf } from './words.ts';

/** What is read of a file: several times the longest license text. UTF-16 units. */
const longestText = 400_000;
/** Sentences beside one license that are looked at. */
const mostSentences = 3_000;
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
  const identifyText = (original: string): LicenseIdentification => {
    const whole = original.slice(0, longestText);
    const text = visibleText(whole);
    if (text === undefined) return nothing;
    const words = openVariableParts(wordsOf(text));
    const read = { text, words };
    const numbers = matcher.numbersOf(words);
    const free = new Uint8Array(words.length).fill(1);
    const regions = findRegions(read, numbers, free, matcher, vocabulary);
    const additions = withOffers(leftover(text, regions, original.length > longestText));
    return concludeMoved(text, regions, additions);
  };
  return original => {
    const text = original.slice(0, longestText);
    return isMachineReadable(text) ? readMachineReadable(text, identifyText) : identifyText(original);
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
  const worded = additions.filter(addition => /[\p{L}\p{N}]/u.test(addition.text));
  if (cut) worded.push({ text: '…', kind: 'unknown', range: [text.length, text.length] });
  return worded;
}

function between(text: string, start: number, end: number, ids: readonly string[]): readonly Addition[] {
  const sentences = sentencesIn(text, [start, end]);
  const told = sentences.slice(0, mostSentences).map((sentence, index) => ({
    ...sentence,
    kind: kindOf(sentence, ids, index < 2 && start === 0 ? 'title' : 'beside'),
  }));
  const [unread] = sentences.slice(mostSentences);
  return unread ? [...told, { ...unread, kind: 'unknown' }] : told;
}

/** MIT's only condition, which some print behind the disclaimer: what stands before it looks like MIT-0 then. */
const conditionOfMit =
  /^the above copyright notice and this permission notice shall be included in all copies or substantial portions of the software\W*$/i;

function concludeMoved(
  text: string,
  regions: readonly Region[],
  additions: readonly Addition[],
): LicenseIdentification {
  const isCondition = (one: Addition) => conditionOfMit.test(one.text.replace(/\s+/g, ' '));
  if (!regions.some(({ id }) => id === 'MIT-0') || !additions.some(isCondition)) {
    return conclude(text, regions, additions);
  }
  const whole = regions.map(region => (region.id === 'MIT-0' ? { ...region, id: 'MIT' } : region));
  return conclude(
    text,
    whole,
    additions.map(one => (isCondition(one) ? { ...one, kind: 'notice' } : one)),
  );
}

function conclude(text: string, regions: readonly Region[], additions: readonly Addition[]): LicenseIdentification {
  const matches = regions.map(({ id, score, range }) => ({ id, score: Math.round(score * 1000) / 1000, range }));
  const told = { matches, additions: additions.slice(0, mostAdditions).map(withGist) };
  if (regions.length === 0) return { ...told, ...readNotices(text, additions) };
  if (additions.some(({ kind }) => kind === 'title-mismatch')) {
    return { ...told, expression: noAssertion, confidence: 'low' };
  }
  const base = combine(regions, additions);
  // The Business Source License and its like are filled in with terms (a grant, a date) beside their text.
  const limiting = regions.every(carriesOwnTerms) ? [] : additions.filter(isLimiting);
  const expression =
    limiting.length === 0 && !hasLooseException(regions)
      ? base
      : joinExpressions('and', [base, term(additionalTermsId)]);
  const doubtful = limiting.length > 0 || hasLooseException(regions) || regions.some(isChanged);
  return { ...told, expression: formatExpression(expression), confidence: confidenceOf(doubtful, additions) };
}

function withGist(addition: Addition): LicenseIdentification['additions'][number] {
  const gist = gistOf(addition.text);
  return gist === undefined ? addition : { ...addition, gist };
}

function isLimiting({ kind }: Addition): boolean {
  return kind !== 'changed-wording' && !isHarmless(kind);
}

function carriesOwnTerms({ id }: Region): boolean {
  return /^(?:BUSL|FSL|LicenseRef-Commons-Clause)/.test(id);
}

function isOpen({ id }: Region): boolean {
  return !/^(source-available|non-commercial|field-limited|territorial|unknown)$/.test(classOf(term(id)));
}

/** Is its own wording other than that of the standard text? Whole sentences put in do not count: they are told apart. */
function isChanged({ missing, additions }: Region): boolean {
  return missing > 0 || additions.some(({ kind }) => kind === 'changed-wording');
}

/** All licenses whose texts are there, and those that headings between them name. */
function combine(regions: readonly Region[], additions: readonly Addition[]): LicenseExpression {
  const licenses = regions.filter(({ id }) => !isException(id));
  const exceptions = regions.filter(region => isException(region.id) && !isChanged(region));
  const known = new Set(regions.map(({ id }) => id));
  // The Business Source License and its like name the license that the work will have one day.
  const isAllOpen = licenses.every(isOpen);
  const others = isAllOpen ? mentionsOf(additions, 'other-license').filter(id => !known.has(id)) : [];
  const granted = isAllOpen ? grantedIn(additions, [...known, ...others]) : [];
  const terms = [
    ...licenses.map(region => withException(termOf(orLater(region, additions)), exceptions)),
    ...others.map(id => parseExpression(id)).filter(other => other !== undefined),
  ];
  const chosen = joinChoices(withoutContained([...terms, ...withTheirLicenses(exceptions, terms)]), additions);
  return joinExpressions('and', [chosen, ...granted.map(id => parseExpression(id)).filter(one => one !== undefined)]);
}

/** Licenses of which a notice says that something is under them, beside the text of another one. */
function grantedIn(additions: readonly Addition[], ids: readonly string[]): readonly string[] {
  const grants = additions.filter(
    ({ kind, text }) => /^(?:notice|third-party)$/.test(kind) && granting.test(text.replace(/\s+/g, ' ')),
  );
  const family = (id: string) => id.replace(/-.*$/, '');
  const known = new Set([...ids, ...mentionsOf(additions, 'choice')].map(family));
  return grants.flatMap(({ text }) => mentionsIn(text).map(({ id }) => id)).filter(id => !known.has(family(id)));
}

const granting =
  /\b(?:redistribute it and\/or modify it|(?:is|are) (?:\w+ )?(?:licensed|released|distributed|covered|available|published)) under\b/i;

function mentionsOf(additions: readonly Addition[], wanted: Addition['kind']): readonly string[] {
  const texts = additions.filter(({ kind }) => kind === wanted).map(({ text }) => text);
  // Joined, because a notice may name the license in one sentence and its version in the next.
  return mentionsIn(texts.join(' ')).map(({ id }) => id);
}

/** The text of a GNU license is the same for both; a notice beside it can say "or any later version". */
function orLater(region: Region, additions: readonly Addition[]): Region {
  const later = region.id.replace(/-only$/, '-or-later');
  const isSaid = later !== region.id && mentionsOf(additions, 'notice').includes(later);
  return isSaid ? { ...region, id: later } : region;
}

/** Exceptions have ids of this form in the index. */
const exceptionPrefix = 'exception:';

function isException(id: string): boolean {
  return id.startsWith(exceptionPrefix);
}

/** An exception of other wording may be no exception. */
function hasLooseException(regions: readonly Region[]): boolean {
  return regions.some(one => isException(one.id) && isChanged(one));
}

/** Exceptions whose license stands elsewhere: each names its license itself, so that both are known. */
function withTheirLicenses(
  exceptions: readonly Region[],
  licenses: readonly LicenseExpression[],
): readonly LicenseExpression[] {
  return exceptions
    .filter(({ variant }) => !licenses.flatMap(termsOf).some(({ id }) => id.startsWith(variant)))
    .map(({ id, variant }) => ({
      ...term(canonicalId(`${variant}-only`) ?? variant),
      exception: id.slice(exceptionPrefix.length),
    }));
}

function withException(license: LicenseExpression, exceptions: readonly Region[]): LicenseExpression {
  const fitting = exceptions.find(({ variant }) => license.kind === 'license' && license.id.startsWith(variant));
  if (!fitting || license.kind !== 'license') return license;
  return { ...license, exception: fitting.id.slice(exceptionPrefix.length) };
}

/** LGPL-3.0 is a supplement to GPL-3.0, whose text stands beside it without being the license. */
function withoutContained(terms: readonly LicenseExpression[]): readonly LicenseExpression[] {
  const names = terms.map(formatExpression);
  const isSupplement = names.some(name => name.startsWith('LGPL-3.0'));
  return isSupplement ? terms.filter((_term, index) => !names[index]?.startsWith('GPL-3.0')) : terms;
}

function termOf(region: Region): LicenseExpression {
  const { id } = region;
  return isChanged(region)
    ? term(`LicenseRef-${id.replace(/^LicenseRef-/, '')}-modified`)
    : (parseExpression(id) ?? term(id));
}

function confidenceOf(doubtful: boolean, additions: readonly Addition[]): Confidence {
  if (doubtful) return 'medium';
  return additions.every(({ kind }) => /^(copyright|title|heading|link|appendix)$/.test(kind)) ? 'high' : 'medium';
}
