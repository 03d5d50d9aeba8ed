import type { Confidence } from '../../model.ts';
import { formatExpression, joinExpressions, type LicenseExpression, parseExpression, term } from '../expression.ts';
import { additionalTermsId, noAssertion, proprietaryId } from '../identifiers.ts';
import { offersToSell } from './choices.ts';
import type { Addition } from './differences.ts';
import { mentionsIn } from './names.ts';
import { wordsOf } from './words.ts';

/** Of a notice, fewer words than these may be of unknown meaning. */
const mostStrangeWords = 60;
/** Longer texts that are no license text known are not read as mere notices. */
const longestNotice = 6_000;

/** A license that is not, not yet or no longer the one, or that another one only resembles. */
const speaksOfAnother =
  /\b(?:our|this|its|project's) (?:licen[cs]es?|terms)\b[^.\n]{0,30}\b(?:is|are) (?:\w+ )?(?:based (?:up)?on|inspired by|compatible with|similar to|modell?ed (?:on|after))\b|^[^\p{L}\n]{0,20}(?:inspired by|compatible with|based (?:up)?on|similar to) (?:the )?[^.\n]{1,40}\.?$|\bwill be (?:offered|available|licensed|released|relicensed)\b|\b(?:is|are) (?:no longer|not(?: yet)?) (?:\w+ )?(?:under|licensed|available|offered)|不再?(?:采用|使用|遵循|适用|基于)|基于.{1,30}修改/imu;

export interface Notice {
  readonly expression: string;
  readonly confidence: Confidence;
}

/** What a text without a license text says of its license: by SPDX headers, notices, links, names. Never certain. */
export function readNotices(text: string, additions: readonly Addition[]): Notice {
  const header = spdxHeaders(text);
  if (!header && speaksOfAnother.test(text)) return { expression: noAssertion, confidence: 'low' };
  const mentions = mentionsIn(header ? text.replace(headerLine, ' ') : text);
  const limited = additions.some(({ kind }) => kind === 'restriction' || kind === 'unknown');
  const parsed = withoutVersionsSaidTwice(mentions.map(({ id }) => id))
    .map(id => parseExpression(id))
    .filter(one => one !== undefined);
  const named = parsed.length > 0 && text.length <= longestNotice ? joinNamed(parsed, text, additions) : undefined;
  const base = header && named ? joinExpressions('and', [header, named]) : (header ?? named);
  // A name over a text that is no known license and no mere notice: what the text says is not known.
  const strange = additions.filter(({ kind }) => kind === 'unknown' || kind === 'restriction');
  const strangeWords = strange.reduce((sum, one) => sum + wordsOf(one.text).length, 0);
  if (!base || (!header && strangeWords > mostStrangeWords)) return { expression: noAssertion, confidence: 'low' };
  const expression = limited ? joinExpressions('and', [base, term(additionalTermsId)]) : base;
  return { expression: formatExpression(expression), confidence: header && !limited ? 'medium' : 'low' };
}

/**
 * A sentence that offers some of the licenses is a choice of these; what is named elsewhere applies as well. Other
 * people's parts are no part of a choice, and a license that one may buy is one more to choose.
 */
function joinNamed(
  parsed: readonly LicenseExpression[],
  text: string,
  additions: readonly Addition[],
): LicenseExpression {
  if (!isChoice(additions, text)) return joinExpressions('and', parsed);
  const idsOf = (one: Addition) => mentionsIn(one.text).map(({ id }) => id);
  const others = new Set(additions.filter(({ kind }) => kind === 'third-party').flatMap(idsOf));
  const ours = new Set(additions.filter(({ kind }) => kind !== 'third-party').flatMap(idsOf));
  const isOurs = (one: LicenseExpression) => ours.has(formatExpression(one)) || !others.has(formatExpression(one));
  const offers = additions
    .filter(({ kind }) => kind === 'choice')
    .map(one => new Set(idsOf(one)))
    .filter(offer => offer.size > 1);
  const [offer] = offers;
  const offered = parsed.filter(one => offer?.has(formatExpression(one)) ?? false);
  const chosen = offers.length === 1 && offered.length > 1 ? offered : parsed.filter(isOurs);
  const sold = offersToSell(additions) ? [term(proprietaryId)] : [];
  return joinExpressions('and', [
    joinExpressions('or', [...chosen, ...sold]),
    ...parsed.filter(one => !chosen.includes(one)),
  ]);
}

/** "GPL-3.0 or later, see the text of GPL-3.0": the second only tells where the text is. */
function withoutVersionsSaidTwice(ids: readonly string[]): readonly string[] {
  const all = new Set(ids);
  return [...all].filter(id => !id.endsWith('-only') || !all.has(id.replace(/-only$/, '-or-later')));
}

function isChoice(additions: readonly Addition[], text: string): boolean {
  return (
    additions.some(({ kind }) => kind === 'choice') ||
    /\b(?:either|dual)\b|双重|任选|或者?/i.test(withoutOtherEithers(text))
  );
}

/** "Either express or implied", "either version 2 or any later version", "either LGPL 2.1 or LGPL 3": no choice between licenses. */
function withoutOtherEithers(text: string): string {
  return text.replace(/\beither\s+(?:express(?:ed)?\s+or|version\b|([AL]?GPL)\b[^,\n]{0,20},?\s+or\s+\1\b)/gi, ' ');
}

const headerLine = /SPDX-License-Identifier:\s*([^\r\n]{1,200})/g;

function spdxHeaders(text: string) {
  const found = [...text.matchAll(headerLine)].map(match =>
    parseExpression((match[1] ?? '').replace(/\s*(?:\*\/|-->|#}|\*\))?\s*$/, '')),
  );
  const known = found.filter(one => one !== undefined);
  return known.length > 0 && known.length === found.length ? joinExpressions('and', known) : undefined;
}
