import type { Sentence, Verdict } from '../../model.ts';
import { distinct, joined, say } from '../../sentences/index.ts';
import { classOf, reachesNetworkUse } from '../classes.ts';
import { opensLinking } from '../exceptions.ts';
import { formatExpression, type LicenseTerm } from '../expression.ts';
import { additionalTermsId, proprietaryId } from '../identifiers.ts';
import { mayJoin } from './compatibility.ts';
import { byException, opened } from './exceptional.ts';
import type { Judgment, Situation } from './judgment.ts';
import { changedCopy, limitedUse } from './limited.ts';
import { source } from './sources.ts';

/** What the rules of this product say of one license in one work. */
export function judge(inbound: LicenseTerm, outbound: LicenseTerm, situation: Situation): Judgment {
  return (
    withoutRight(inbound) ??
    changedCopy(inbound, situation) ??
    limitedUse(inbound, outbound, situation) ??
    notGivenOut(inbound, situation) ??
    keptApart(inbound, situation) ??
    into(inbound, outbound, situation)
  );
}

function into(inbound: LicenseTerm, outbound: LicenseTerm, situation: Situation): Judgment {
  const plain =
    outbound.id === proprietaryId ? intoProprietary(inbound, situation) : intoOpenSource(inbound, outbound, situation);
  return byException(plain, inbound, outbound, situation);
}

function withoutRight(inbound: LicenseTerm): Judgment | undefined {
  const kind = classOf(inbound);
  const none = say('No known license was found. Without one, only the author can allow the use.');
  if (kind === 'none' || inbound.id === 'NOASSERTION') return alone('no-right-found', none);
  if (kind === 'proprietary') {
    return alone('no-right-found', say('All rights are reserved: only an agreement with the owner can allow the use.'));
  }
  if (kind !== 'unknown') return undefined;
  if (inbound.id === additionalTermsId) {
    return alone(
      'review',
      say('Beside the license stand terms of its author: someone has to read them, or ask the author.'),
    );
  }
  if (/-modified$/.test(inbound.id)) {
    return alone('review', say('The wording of the license was changed: someone has to read it, or ask the author.'));
  }
  return alone(
    'review',
    say('{0} is not a license that this product knows: someone has to read its text, or ask the author.', inbound.id),
  );
}

/**
 * Licenses whose "Deploy" is every use beyond research and personal use: what was changed has to be published.
 * Source: APSL-1.0 and 1.1 s. 1.3 (1.4), 2.2; APSL-1.2 and Watcom-1.0 s. 1.4, 2.2(c).
 */
const countsOwnUse = /^(APSL-1\.|Watcom-)/;

/** Inside one organization, and as a tool, no license of an open-source kind asks for anything; a few go further. */
function notGivenOut(inbound: LicenseTerm, { use, distribution, modified }: Situation): Judgment | undefined {
  const name = formatExpression(inbound);
  if (use !== 'tool' && distribution !== 'internal') return undefined;
  if (/^(RPL-1\.|Parity-)/.test(inbound.id)) {
    return alone('review', say('{0} asks for the source even of what is only used inside an organization.', name));
  }
  if (modified && countsOwnUse.test(inbound.id)) {
    return alone(
      'review',
      say('{0} asks for the source of what you changed even where it is only used inside an organization.', name),
    );
  }
  if (use === 'tool')
    return alone('fits', say('A tool under {0} may be used; what it makes is not bound by it.', name));
  return alone(
    'fits',
    say(
      '{0} asks for nothing as long as the work stays inside your own legal entity; copies for subsidiaries, contractors or customers may count as given out.',
      name,
    ),
  );
}

function keptApart(inbound: LicenseTerm, { use, distribution }: Situation): Judgment | undefined {
  if (use !== 'separate') return undefined;
  const name = formatExpression(inbound);
  if (distribution === 'network' && !reachesNetworkUse(inbound)) {
    return alone('fits', asService(say('{0} asks for nothing while the program only runs as a service.', name)));
  }
  if (classOf(inbound) === 'public-domain') return alone('fits', say('{0} asks for nothing.', name));
  return alone('fits-with-duties', say('A program of its own stays under {0} and does not bind your work.', name));
}

function intoProprietary(inbound: LicenseTerm, { use, distribution }: Situation): Judgment {
  const name = formatExpression(inbound);
  const kind = classOf(inbound);
  if (kind === 'public-domain') return alone('fits', say('{0} asks for nothing.', name));
  if (distribution === 'network' && !reachesNetworkUse(inbound)) {
    return alone(
      'fits',
      asService(say('{0} asks for nothing while the work only runs as a service and no copy leaves your hands.', name)),
    );
  }
  if (kind === 'permissive')
    return alone('fits-with-duties', say('{0} allows closed works that keep its notices.', name));
  if (kind === 'file-copyleft') {
    return use === 'linked'
      ? alone('fits-with-duties', say('{0} binds its own files only; your own files may stay closed.', name))
      : alone(
          'depends',
          say('Files under {0} stay under it: it depends on whether they can be kept apart from your own.', name),
        );
  }
  if (kind === 'library-copyleft') {
    return use === 'linked'
      ? alone('fits-with-duties', linkedTo(inbound))
      : alone('conflict', say('Code copied from a work under {0} puts what contains it under the same license.', name));
  }
  if (/^EUPL-/.test(inbound.id) && use === 'linked') {
    return alone('review', say('Whether linking to a work under {0} binds the whole is answered differently.', name));
  }
  return alone(
    'conflict',
    distribution === 'network'
      ? say('{0} asks that the whole work, when it is offered as a service, be under {0} too.', name)
      : say('{0} asks that the whole work, when it is given out, be under {0} too.', name),
  );
}

/** Why closed works may link to code whose copyleft ends at the library. */
function linkedTo(library: LicenseTerm): Sentence {
  if (library.exception !== undefined && opensLinking(library)) return opened(library, library.exception);
  const name = formatExpression(library);
  return /^LGPL-/.test(library.id)
    ? say('{0} lets closed works link to it, if users can replace the library.', name)
    : say('{0} lets closed works link to it; the part itself stays under {0}.', name);
}

function intoOpenSource(inbound: LicenseTerm, outbound: LicenseTerm, situation: Situation): Judgment {
  const [name, own] = [formatExpression(inbound), formatExpression(outbound)];
  const kind = classOf(inbound);
  const ownKind = classOf(outbound);
  if (ownKind !== 'public-domain' && ownKind !== 'permissive' && !ownKind.endsWith('copyleft')) {
    return alone(
      'review',
      say('{0} is not an open-source license that this product knows: the two texts have to be read.', own),
    );
  }
  if (situation.distribution === 'network' && !reachesNetworkUse(inbound) && !reachesNetworkUse(outbound)) {
    return onlyService(inbound, outbound, situation);
  }
  const ownIsWeak = ownKind === 'permissive' || ownKind === 'public-domain' || ownKind === 'file-copyleft';
  const weak = kind === 'file-copyleft' || kind === 'library-copyleft';
  if (weak && situation.use === 'linked' && (ownIsWeak || ownKind === 'library-copyleft')) {
    const reason = say('The linked part stays under {0}; your own code may be under {1}.', name, own);
    return { ...alone('fits-with-duties', reason), joined: true };
  }
  const { answer, why, sources } = mayJoin(inbound, outbound);
  const reason = say('{0} into {1}: {2}.', name, own, why);
  const result = {
    yes: kind === 'public-domain' ? 'fits' : 'fits-with-duties',
    no: 'conflict',
    depends: 'depends',
    disputed: 'review',
  } as const;
  const filesKeptApart = kind === 'file-copyleft' && answer === 'no' && ownIsWeak;
  if (filesKeptApart) {
    const apart = say(
      'Files under {0} stay under it: it depends on whether they can be kept apart from your own.',
      name,
    );
    return { ...alone('depends', apart), joined: true };
  }
  return { verdict: result[answer], reason, sources: distinct([source.rules, ...sources]), joined: true };
}

/** Run as a service only, neither license reaches it; what could not be given out is still worth a word. */
function onlyService(inbound: LicenseTerm, outbound: LicenseTerm, situation: Situation): Judgment {
  const shipped = into(inbound, outbound, { ...situation, distribution: 'shipped' });
  const name = formatExpression(inbound);
  if (shipped.verdict === 'fits' || shipped.verdict === 'fits-with-duties') {
    return alone(
      'fits',
      asService(say('{0} asks for nothing while the work only runs as a service and no copy leaves your hands.', name)),
    );
  }
  if (shipped.verdict !== 'conflict') return shipped;
  const reason = say('As a service only it may run, but the whole may not be given out: {0}', shipped.reason);
  return { ...shipped, verdict: 'depends', reason, joined: false };
}

/**
 * Code that runs in a browser is given out to every visitor. Source: FSF, GPL FAQ ("UnreleasedMods", JavaScript trap);
 * Apache-2.0 s. 4 ("in any medium").
 */
function asService(reason: Sentence): Sentence {
  const browser = say('What browsers load, such as scripts, styles and fonts, is given out: weigh that as shipped.');
  return joined([reason, browser]);
}

function alone(verdict: Verdict, reason: Sentence): Judgment {
  return { verdict, reason, sources: [source.rules], joined: false };
}
