import { formatExpression, joinExpressions, type LicenseExpression, parseExpression, term } from '../expression.ts';
import { proprietaryId } from '../identifiers.ts';
import type { Addition } from './differences.ts';
import { limits, toWhomAndWhen } from './limiting-words.ts';
import { mentionsIn } from './names.ts';

/** In a file of more licenses, a choice is between those of one part of the work, and nobody can tell which. */
const mostChoices = 3;

const choiceStated =
  /(?:dual|triple|tri|multi)[- ]licen[cs]|of your choice|at your (?:choice|option)|any of the following licen[cs]es/i;
const sold = String.raw`(?:commercial|proprietary)(?: \w+)? licen[cs]es?(?: agreements?)?(?: terms)?`;
/** Beginnings of offers: what follows may be a name or an address. */
const offers: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:\d[.)\s]+)?(?:(?:or|alternatively),? )?(?:under )?(?:the |an? )?${sold}(?: (?:from|of|by|with)\b)?`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:all )?(?:the |an? )?(?:available )?(?:[\w.-]+ ){0,4}${sold} (?:(?:is|are)(?: also)? available|(?:can|may)(?: also)? be (?:obtained|purchased|acquired|bought)) (?:at|from|via|on|through)\b`,
    'i',
  ),
  /^the proprietary license can be purchased from (?=\S+ or an authorized reseller\.?$)|^the specific license under which you use the software is determined by the license key you apply\.?$/i,
  /^each licensing option comes with its own terms and conditions as specified below\.?$/i,
];
const ifNotBought =
  /^if you (?:do not|don['’]t) (?:own|have|hold) a (?:commercial|proprietary) licen[cs]e,? (?:then )?(?:the|your) (?:use|usage) of this \w+ (?:shall be|is) governed by the /i;
const nameOrAddress =
  /^[^\p{L}\p{N}]*(?:(?:<?https?:\S+|\S+@\S+|\[[^\]]*\]|\p{Lu}[\p{L}\p{N}.&-]*|of|and|the|sp\.|z|o\.\s?o\.|or an authorized reseller)[\s,.]*){0,8}$/u;

/**
 * Offers to buy another license are no terms where the file says that one may choose: who does not buy has the license
 * that is named. Without such a word they may be meant as a duty and stay what they are.
 */
export function withOffers(additions: readonly Addition[]): readonly Addition[] {
  if (!additions.some(statesChoice)) return additions;
  return additions.map(one => (isOffer(one) ? { ...one, kind: 'choice' } : one));
}

function statesChoice({ kind, text }: Addition): boolean {
  const plain = single(text);
  return (kind === 'choice' && choiceStated.test(plain)) || isForThoseWhoDidNotBuy(plain);
}

function isForThoseWhoDidNotBuy(plain: string): boolean {
  const rest = ifNotBought.test(plain) ? plain.replace(ifNotBought, ' ') : '';
  const [mention] = mentionsIn(rest);
  return (
    mention !== undefined && /^[^\p{L}\p{N}]*$/u.test(rest.slice(0, mention.range[0]) + rest.slice(mention.range[1]))
  );
}

function isOffer({ text }: Addition): boolean {
  const plain = single(text);
  const rests = offers.filter(pattern => pattern.test(plain)).map(pattern => plain.replace(pattern, ''));
  return rests.some(rest => nameOrAddress.test(rest)) || isForThoseWhoDidNotBuy(plain);
}

function single(text: string): string {
  return text
    .replace(/\]\(https?:[^()\s]*\)/g, ']')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether one may buy another license instead of taking the one that is named. */
export function offersToSell(additions: readonly Addition[]): boolean {
  return additions.some(
    one =>
      one.kind === 'choice' &&
      (isOffer(one) || (statesChoice(one) && /\b(?:commercial|proprietary) licen[cs]e/i.test(one.text))),
  );
}

/**
 * Joined by OR: those that a sentence offers by their names; without names all, when they are few. By AND the rest.
 */
export function joinChoices(terms: readonly LicenseExpression[], additions: readonly Addition[]): LicenseExpression {
  const choices = additions.filter(({ kind }) => kind === 'choice').map(({ text }) => text);
  const named = choices.map(offeredIn).find(offer => terms.filter(one => isOffered(one, offer)).length > 1);
  if (!named) {
    const isFree = terms.length <= mostChoices && choices.some(text => offeredIn(text).length < 2);
    const sells = terms.length === 1 && offersToSell(additions);
    const others = terms.length === 1 ? [...otherOffers(terms, choices), ...(sells ? [term(proprietaryId)] : [])] : [];
    return joinExpressions(isFree || others.length > 0 ? 'or' : 'and', [...terms, ...others]);
  }
  const rest = terms.filter(one => !isOffered(one, named));
  const choice = joinExpressions(
    'or',
    terms.filter(one => isOffered(one, named)),
  );
  return joinExpressions('and', [choice, ...rest]);
}

/** "This software may be used under the BSD license or the GPL": the text of one of them stands in the file, the other's elsewhere. */
function otherOffers(terms: readonly LicenseExpression[], choices: readonly string[]): readonly LicenseExpression[] {
  const own = choices.filter(
    text => ofTheWork.test(text.trim()) && !limits(withoutLicenses(text)) && !toWhomAndWhen.test(text),
  );
  const isWhole = (text: string) => alternatively.test(text.trim()) || offeredIn(text).length > 1;
  const offer = own
    .filter(isWhole)
    .map(text => [...offeredIn(text), ...(alternatively.test(text.trim()) ? terms.map(formatExpression) : [])])
    .find(ids => ids.length > 1 && terms.some(one => isOffered(one, ids)));
  return (offer ?? [])
    .filter(id => !terms.some(one => isOffered(one, [id])))
    .map(id => parseExpression(id))
    .filter(one => one !== undefined);
}

/** "Alternatively, this file may be used under ...": the license above is the other side of the choice. */
const alternatively = /^alternatively,? /i;
const ofTheWork =
  /^(?:alternatively,? )?(?:the contents of )?(?:this (?:file|software|library|project|program|package|code|work)|the (?:software|library|project|program|code)|it|you (?:can|may)|(?:dual[- ])?licensed)\b/i;

function withoutLicenses(text: string): string {
  return text.replace(/terms and conditions|(?:terms|conditions) of/gi, ' ');
}

function isOffered(one: LicenseExpression, offer: readonly string[]): boolean {
  const name = formatExpression(one);
  return offer.some(
    id =>
      name === id ||
      name.startsWith(`${id} WITH `) ||
      name === id.replace(/-or-later$/, '-only') ||
      name === `LicenseRef-${id}-modified` ||
      // "A BSD license" is the one whose text stands there.
      (id === 'BSD' && name.startsWith('BSD-')),
  );
}

function offeredIn(text: string): readonly string[] {
  const bare = mentionsIn(text).map(({ id }) => id);
  const family = /\bBSD\b(?![- ]?\d)/.test(text) && !bare.some(id => id.startsWith('BSD')) ? ['BSD'] : [];
  return [...new Set([...bare, ...family])];
}
