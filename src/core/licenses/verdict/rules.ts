import type { Distribution, Verdict } from '../../model.ts';
import { classOf, reachesNetworkUse } from '../classes.ts';
import { formatExpression, type LicenseTerm } from '../expression.ts';
import { additionalTermsId, proprietaryId } from '../identifiers.ts';
import { mayJoin } from './compatibility.ts';
import type { Judgment, Situation } from './judgment.ts';
import { limitedUse } from './limited.ts';
import { source } from './sources.ts';

/** What the rules of this product say of one license in one work. */
export function judge(inbound: LicenseTerm, outbound: LicenseTerm, situation: Situation): Judgment {
  return (
    withoutRight(inbound) ??
    limitedUse(inbound, outbound, situation) ??
    notGivenOut(inbound, situation) ??
    keptApart(inbound, situation) ??
    (outbound.id === proprietaryId ? intoProprietary(inbound, situation) : intoOpenSource(inbound, outbound, situation))
  );
}

function withoutRight(inbound: LicenseTerm): Judgment | undefined {
  const kind = classOf(inbound);
  const none = 'No known license was found. Without one, only the author can allow the use.';
  if (kind === 'none' || inbound.id === 'NOASSERTION') return alone('no-right-found', none);
  if (kind === 'proprietary') {
    return alone('no-right-found', 'All rights are reserved: only an agreement with the owner can allow the use.');
  }
  if (kind !== 'unknown') return undefined;
  if (inbound.id === additionalTermsId) {
    return alone(
      'review',
      'Beside the license stand terms of its author: someone has to read them, or ask the author.',
    );
  }
  if (/-modified$/.test(inbound.id)) {
    return alone('review', 'The wording of the license was changed: someone has to read it, or ask the author.');
  }
  return alone(
    'review',
    `${inbound.id} is not a license that this product knows: someone has to read its text, or ask the author.`,
  );
}

/** Inside one organization, and as a tool, no license of an open-source kind asks for anything; a few go further. */
function notGivenOut(inbound: LicenseTerm, { use, distribution }: Situation): Judgment | undefined {
  const name = formatExpression(inbound);
  if (use !== 'tool' && distribution !== 'internal') return undefined;
  if (/^(RPL-1\.|Parity-)/.test(inbound.id)) {
    return alone('review', `${name} asks for the source even of what is only used inside an organization.`);
  }
  if (use === 'tool') return alone('fits', `A tool under ${name} may be used; what it makes is not bound by it.`);
  return alone('fits', `${name} asks for nothing as long as the work stays inside your organization.`);
}

function keptApart(inbound: LicenseTerm, { use, distribution }: Situation): Judgment | undefined {
  if (use !== 'separate') return undefined;
  const name = formatExpression(inbound);
  if (distribution === 'network' && !reachesNetworkUse(inbound)) {
    return alone('fits', `${name} asks for nothing while the program only runs as a service.`);
  }
  if (classOf(inbound) === 'public-domain') return alone('fits', `${name} asks for nothing.`);
  return alone('fits-with-duties', `A program of its own stays under ${name} and does not bind your work.`);
}

function intoProprietary(inbound: LicenseTerm, { use, distribution }: Situation): Judgment {
  const name = formatExpression(inbound);
  const kind = classOf(inbound);
  if (kind === 'public-domain') return alone('fits', `${name} asks for nothing.`);
  if (distribution === 'network' && !reachesNetworkUse(inbound)) {
    return alone(
      'fits',
      `${name} asks for nothing while the work only runs as a service and no copy leaves your hands.`,
    );
  }
  if (kind === 'permissive') return alone('fits-with-duties', `${name} allows closed works that keep its notices.`);
  if (kind === 'file-copyleft') {
    return use === 'linked'
      ? alone('fits-with-duties', `${name} binds its own files only; your own files may stay closed.`)
      : alone(
          'depends',
          `Files under ${name} stay under it: it depends on whether they can be kept apart from your own.`,
        );
  }
  if (kind === 'library-copyleft') {
    return use === 'linked'
      ? alone('fits-with-duties', `${name} lets closed works link to it, if users can replace the library.`)
      : alone('conflict', `Code copied from a work under ${name} puts what contains it under the same license.`);
  }
  if (/^EUPL-/.test(inbound.id) && use === 'linked') {
    return alone('review', `Whether linking to a work under ${name} binds the whole is answered differently.`);
  }
  return alone(
    'conflict',
    `${name} asks that the whole work, when it is ${given(distribution)}, be under ${name} too.`,
  );
}

function intoOpenSource(inbound: LicenseTerm, outbound: LicenseTerm, situation: Situation): Judgment {
  const [name, own] = [formatExpression(inbound), formatExpression(outbound)];
  const kind = classOf(inbound);
  const ownKind = classOf(outbound);
  if (ownKind !== 'public-domain' && ownKind !== 'permissive' && !ownKind.endsWith('copyleft')) {
    return alone(
      'review',
      `${own} is not an open-source license that this product knows: the two texts have to be read.`,
    );
  }
  if (situation.distribution === 'network' && !reachesNetworkUse(inbound) && !reachesNetworkUse(outbound)) {
    return onlyService(inbound, outbound, situation);
  }
  const ownIsWeak = ownKind === 'permissive' || ownKind === 'public-domain' || ownKind === 'file-copyleft';
  const weak = kind === 'file-copyleft' || kind === 'library-copyleft';
  if (weak && situation.use === 'linked' && (ownIsWeak || ownKind === 'library-copyleft')) {
    const reason = `The linked part stays under ${name}; your own code may be under ${own}.`;
    return { ...alone('fits-with-duties', reason), joined: true };
  }
  const { answer, why, sources } = mayJoin(inbound, outbound);
  const lead = `${name} into ${own}`;
  const result = {
    yes: [kind === 'public-domain' ? 'fits' : 'fits-with-duties', `${lead}: ${why}.`],
    no: ['conflict', `${lead}: ${why}.`],
    depends: ['depends', `${lead}: ${why}.`],
    disputed: ['review', `${lead}: ${why}.`],
  } as const;
  const filesKeptApart = kind === 'file-copyleft' && answer === 'no' && ownIsWeak;
  if (filesKeptApart) {
    const reason = `Files under ${name} stay under it: it depends on whether they can be kept apart from your own.`;
    return { ...alone('depends', reason), joined: true };
  }
  const [verdict, reason] = result[answer];
  return { verdict, reason, sources: [...new Set([source.rules, ...sources])], joined: true };
}

/** Run as a service only, neither license reaches it; what could not be given out is still worth a word. */
function onlyService(inbound: LicenseTerm, outbound: LicenseTerm, situation: Situation): Judgment {
  const shipped = intoOpenSource(inbound, outbound, { ...situation, distribution: 'shipped' });
  const name = formatExpression(inbound);
  if (shipped.verdict === 'fits' || shipped.verdict === 'fits-with-duties') {
    return alone(
      'fits',
      `${name} asks for nothing while the work only runs as a service and no copy leaves your hands.`,
    );
  }
  if (shipped.verdict !== 'conflict') return shipped;
  const reason = `As a service only it may run, but the whole may not be given out: ${shipped.reason}`;
  return { ...shipped, verdict: 'depends', reason, joined: false };
}

function given(distribution: Distribution): string {
  return distribution === 'network' ? 'offered as a service' : 'given out';
}

function alone(verdict: Verdict, reason: string): Judgment {
  return { verdict, reason, sources: [source.rules], joined: false };
}
