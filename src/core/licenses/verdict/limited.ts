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
  const limit = limits[classOf(inbound)]?.(name);
  if (limit === undefined) return undefined;
  const joined = situation.use === 'linked' || situation.use === 'copied';
  const givenOut =
    situation.distribution === 'shipped' || (situation.distribution === 'network' && inbound.id === 'SSPL-1.0');
  const closed = outbound.id === proprietaryId;
  const refused = closed ? refusesClosed(inbound) : outbound.id !== inbound.id;
  return joined && givenOut && refused
    ? result(
        'conflict',
        `${limit} ${closed ? 'A closed product cannot keep to that.' : `${outbound.id} cannot carry that limit on.`}`,
      )
    : result('review', `${limit} Someone has to read its terms against your case.`);
}

const limits: Readonly<Record<string, (name: string) => string>> = {
  'non-commercial': name => `${name} allows no commercial use.`,
  'field-limited': name => `${name} limits who may use the work or for what.`,
  'source-available': name => `${name} shows its source but limits what may be done with it.`,
  territorial: name => `${name} does not apply in every country.`,
};

/** Non-commercial works in a product, and copyleft under other names. */
function refusesClosed(inbound: LicenseTerm): boolean {
  return classOf(inbound) === 'non-commercial' || inbound.id === 'SSPL-1.0';
}

function result(verdict: Judgment['verdict'], reason: string): Judgment {
  return { verdict, reason, sources: [source.rules], joined: false };
}
