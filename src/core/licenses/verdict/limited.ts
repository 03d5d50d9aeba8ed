import type { Sentence } from '../../model.ts';
import { say, joined as together } from '../../sentences/index.ts';
import { classOf } from '../classes.ts';
import { formatExpression, type LicenseTerm } from '../expression.ts';
import { proprietaryId } from '../identifiers.ts';
import type { Judgment, Situation } from './judgment.ts';
import { source } from './sources.ts';

/**
 * Licenses that limit who may use the work, for what, or where: they are no open-source licenses, never fit by
 * themselves, and cannot be passed on under an open-source license.
 */
export function limitedUse(inbound: LicenseTerm, outbound: LicenseTerm, situation: Situation): Judgment | undefined {
  const name = formatExpression(inbound);
  const limit = limits[classOf(inbound)]?.(/^LicenseRef-[a-z-]+$/.test(inbound.id) ? say('The license') : name);
  if (limit === undefined) return undefined;
  const joined = situation.use === 'linked' || situation.use === 'copied';
  const givenOut =
    situation.distribution === 'shipped' || (situation.distribution === 'network' && inbound.id === 'SSPL-1.0');
  const closed = outbound.id === proprietaryId;
  const refused = closed ? refusesClosed(inbound) : outbound.id !== inbound.id;
  return joined && givenOut && refused
    ? result(
        'conflict',
        together([
          limit,
          closed ? say('A closed product cannot keep to that.') : say('{0} cannot carry that limit on.', outbound.id),
        ]),
      )
    : result('review', together([limit, say('Someone has to read its terms against your case.')]));
}

/** Licenses that allow unchanged copies only: CC-BY-ND (4.0 s. 2(a)(1)(B)), Adobe-Glyph, Unicode-TOU A.7. */
export function changedCopy(inbound: LicenseTerm, { use, distribution, modified }: Situation): Judgment | undefined {
  if (!modified || use === 'tool' || distribution === 'internal') return undefined;
  if (!/-ND-|^Adobe-Glyph$|^Unicode-TOU$/.test(inbound.id)) return undefined;
  return result('conflict', say('{0} allows no one to share changed copies.', formatExpression(inbound)));
}

const limits: Readonly<Record<string, (name: string | Sentence) => Sentence>> = {
  'non-commercial': name => say('{0} allows no commercial use.', name),
  'field-limited': name => say('{0} limits who may use the work or for what.', name),
  'source-available': name => say('{0} shows its source but limits what may be done with it.', name),
  territorial: name => say('{0} does not apply in every country.', name),
};

/** Non-commercial works in a product, and copyleft under other names. */
function refusesClosed(inbound: LicenseTerm): boolean {
  return classOf(inbound) === 'non-commercial' || inbound.id === 'SSPL-1.0';
}

function result(verdict: Judgment['verdict'], reason: Sentence): Judgment {
  return { verdict, reason, sources: [source.rules], joined: false };
}
