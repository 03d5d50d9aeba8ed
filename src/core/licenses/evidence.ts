import type { Confidence, Evidence, LicenseEvidence, Sentence } from '../model.ts';
import { inEnglish, joined, say } from '../sentences/index.ts';
import { formatExpression, joinExpressions, type LicenseExpression, parseExpression, termsOf } from './expression.ts';
import { noAssertion, noLicense } from './identifiers.ts';
import { isLicenseFile } from './license-files.ts';

export interface EffectiveLicense {
  /** SPDX expression, or `NOASSERTION`. */
  readonly expression: string;
  readonly confidence: Confidence;
  /** An English sentence, where the places contradict each other. */
  readonly conflict?: string | undefined;
  /** The same for hosts of other languages. */
  readonly said?: Sentence | undefined;
}

interface Reading extends LicenseEvidence {
  readonly parsed: LicenseExpression;
}

/**
 * How sure the catalog's word on a license is: a person or a program read a license **text** on the day of the evidence, in
 * the repository or in a published package. The field of a registry, a manifest or a README's word is only said: such fields
 * differ from the text beside them here and there.
 */
export function confidenceOfCatalog(evidence: readonly Evidence[]): Confidence {
  return evidence.some(isReadText) ? 'medium' : 'low';
}

/** Does this evidence name a license text? */
export function isReadText({ facts, source, file }: Evidence): boolean {
  const path = file ?? source;
  const name = path.replace(/^.*\//, '').replace(/[?#].*$/, '');
  return (
    facts.includes('license') &&
    /^(?:(?:un)?licen[cs]e|copying|copyright|许可)|[-_.]licen[cs]es?(?:\.\w+)?$/i.test(name)
  );
}

const certainty: readonly Confidence[] = ['low', 'medium', 'high'];

/**
 * What the places together say. A license text outweighs a name in a field; among texts that differ, and where a name
 * says something else than the text, all that was said applies (the most restrictive reading) and the conflict is told.
 * Confidence is high only where a text and a field of another place agree.
 */
export function combineEvidence(evidence: readonly LicenseEvidence[]): EffectiveLicense {
  const readings = evidence.flatMap(one => {
    const parsed = parseExpression(one.expression);
    return parsed && !isSilent(parsed) ? [{ ...one, parsed }] : [];
  });
  const offer = evidence.flatMap(one => offeredBy(one, readings))[0];
  if (offer) return offer;
  const strange = evidence.find(one => isText(one) && one.expression === noAssertion && (one.quote ?? '') !== '');
  const whole = join(readings);
  if (!strange) return whole;
  const said = say('{0} holds a text that is none of the known licenses.', placeName(strange.place));
  return {
    ...whole,
    confidence: 'low',
    ...inConflict(whole.said ? joined([whole.said, said]) : said),
  };
}

const offering =
  /^[\w*"“”' -]{0,80}\b(?:is|are) (?:made available|available|licensed|distributed|released|provided) under (?:the terms of )?\**either\**(?: of)? (?:the )?licen[cs]es? (?:found|contained|given) in (\S+?),? or (?:in )?(\S+?)[.,]?(?:\s+Contributions\b[^.]*\.)?\s*$/i;

/**
 * A file that only says "either of the licenses found in LICENSE.APACHE or LICENSE.BSD": a choice of what these two files
 * beside it hold, where nothing else says more.
 */
function offeredBy(
  { place, quote, expression }: LicenseEvidence,
  readings: readonly Reading[],
): readonly EffectiveLicense[] {
  const files =
    expression === noAssertion ? offering.exec((quote ?? '').replace(/\s+/g, ' ').trim())?.slice(1) : undefined;
  if (!files) return [];
  const folder = place.replace(/[^/]*$/, '');
  const texts = files.flatMap(file =>
    readings.filter(reading => reading.place === `${folder}${file}` && isText(reading)),
  );
  const parts = texts.map(({ parsed }) => parsed);
  const isAll = texts.length === files.length && !texts.some(isCustom);
  const others = readings.filter(reading => !texts.includes(reading));
  if (!isAll || !others.every(({ parsed }) => termsOf(parsed).every(one => parts.some(sameAs(one))))) return [];
  return [{ expression: formatExpression(joinExpressions('or', parts)), confidence: 'medium' }];
}

function join(readings: readonly Reading[]): EffectiveLicense {
  const different = distinct(readings);
  const texts = readings.filter(isText);
  if (different.length <= 1) return agreed(readings, texts);
  const choice = readings.find(reading => !isText(reading) && !isCustom(reading) && namesAll(reading, texts));
  if (
    choice &&
    different.every(({ parsed }) => parsed === choice.parsed || termsOf(choice.parsed).some(sameAs(parsed)))
  ) {
    return { expression: formatExpression(choice.parsed), confidence: 'medium' };
  }
  const decisive = distinct(
    texts.length > 0 ? readings.filter(reading => isText(reading) || isCustom(reading)) : readings,
  );
  const expression = formatExpression(
    joinExpressions(
      'and',
      decisive.map(({ parsed }) => parsed),
    ),
  );
  return { expression, confidence: 'low', ...inConflict(conflictOf(different)) };
}

/** A manifest that says `MIT OR Apache-2.0` explains the two license files beside it. */
function namesAll({ parsed }: Reading, texts: readonly Reading[]): boolean {
  return (
    parsed.kind !== 'license' && texts.length > 0 && texts.every(text => termsOf(parsed).some(sameAs(text.parsed)))
  );
}

function sameAs(parsed: LicenseExpression): (term: LicenseExpression) => boolean {
  const key = keyOf(parsed);
  return term => keyOf(term) === key;
}

/** Terms of an author's own count wherever they stand. */
function isCustom({ parsed }: Reading): boolean {
  return termsOf(parsed).some(({ id }) => id.startsWith('LicenseRef-'));
}

function agreed(readings: readonly Reading[], texts: readonly Reading[]): EffectiveLicense {
  const [first] = [...texts, ...readings];
  if (!first) return { expression: noAssertion, confidence: 'low' };
  const best = Math.max(...readings.map(({ confidence }) => certainty.indexOf(confidence)));
  const bestText = Math.max(-1, ...texts.map(({ confidence }) => certainty.indexOf(confidence)));
  const confirmed = readings.length > texts.length && bestText === certainty.indexOf('high');
  // What a person read for the catalog counts here as it does where nothing but the catalog is asked.
  const isRead =
    texts.length > 0 || readings.some(({ place, confidence }) => place === 'catalog' && confidence !== 'low');
  const limit = confirmed ? 'high' : isRead ? 'medium' : 'low';
  const reached = certainty[Math.min(best, certainty.indexOf(limit))] ?? 'low';
  return { expression: formatExpression(preciseOf(readings, first).parsed), confidence: reached };
}

/** `GPL-2.0-or-later` beside a text that can only say `GPL-2.0-only` is the more precise word. */
function preciseOf(readings: readonly Reading[], first: Reading): Reading {
  return readings.find(({ parsed }) => termsOf(parsed).some(({ id }) => id.endsWith('-or-later'))) ?? first;
}

/** One reading of each kind that cannot be brought together with the others. */
function distinct(readings: readonly Reading[]): readonly Reading[] {
  const seen = new Map<string, Reading>();
  for (const reading of readings) {
    const key = keyOf(reading.parsed);
    if (!seen.has(key)) seen.set(key, reading);
  }
  return [...seen.values()];
}

/** The text of a GNU license is the same for `-only` and `-or-later`, and hosts know neither: no contradiction. */
function keyOf(expression: LicenseExpression): string {
  const terms = formatExpression(expression).replace(/-(only|or-later)\b/g, '');
  return expression.kind === 'license' ? terms : [...terms.split(/ (?:AND|OR) /)].sort().join(` ${expression.kind} `);
}

function isSilent(parsed: LicenseExpression): boolean {
  return parsed.kind === 'license' && (parsed.id === noAssertion || parsed.id === noLicense);
}

/** Is it the license's own text that speaks, and not a name in a field? */
function isText({ place }: LicenseEvidence): boolean {
  return isLicenseFile(place) || /(?:^|\/)licenses\//i.test(place);
}

/** The places that are no files have words for a name. */
function placeName(place: string): string | Sentence {
  const host = /^(\w+) field$/.exec(place)?.[1];
  return host === undefined ? (place === 'catalog' ? say('catalog') : place) : say('{0} field', host);
}

function inConflict(said: Sentence): Pick<EffectiveLicense, 'conflict' | 'said'> {
  return { conflict: inEnglish(said), said };
}

function conflictOf(readings: readonly Reading[]): Sentence {
  const said = readings.map(({ place, parsed }) => say('{0} says {1}', placeName(place), formatExpression(parsed)));
  return say('The places disagree: {0}.', joined(said, '; '));
}
