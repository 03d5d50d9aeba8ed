import type { Sentence } from '../../model.ts';
import { say } from '../../sentences/index.ts';
import type { Compatibility } from './judgment.ts';
import { source } from './sources.ts';

interface GnuLicense {
  readonly family: 'GPL' | 'LGPL' | 'AGPL';
  readonly version: number;
  readonly later: boolean;
}

/**
 * Whether a work under one GNU license may become part of a work under another.
 * Source: the FSF's matrix in its GPL FAQ ("AllCompatibility"); `undefined` when one of them is no GNU license.
 */
export function gnuCompatibility(inboundId: string, outboundId: string): Compatibility | undefined {
  const inbound = gnuLicense(inboundId);
  const outbound = gnuLicense(outboundId);
  if (!inbound || !outbound) return undefined;
  const [answer, why] = decide(inbound, outbound);
  return { answer, why, sources: [source.fsf] };
}

function decide(inbound: GnuLicense, outbound: GnuLicense): readonly [Compatibility['answer'], Sentence] {
  if (outbound.family === 'LGPL' && inbound.family !== 'LGPL') {
    return inbound.family === 'AGPL' && outbound.later
      ? [
          'depends',
          say('the whole would have to go under the GPL or AGPL, which the LGPL allows, and no longer under the LGPL'),
        ]
      : ['no', say('the whole would have to go under the GPL, no longer under the LGPL')];
  }
  if (inbound.family === 'AGPL' || outbound.family === 'AGPL') return withAffero(inbound, outbound);
  // LGPL 2.x may be turned into GPL 2 or later (its s. 3); LGPL 3 is GPL 3 with permissions on top.
  const open = inbound.later || (inbound.family === 'LGPL' && outbound.family === 'GPL' && inbound.version < 3);
  const usable = open ? inbound.version <= outbound.version || outbound.later : inbound.version === outbound.version;
  if (inbound.family === 'LGPL' && outbound.family === 'GPL' && open && outbound.version < 2 && !outbound.later) {
    return ['no', say('the LGPL can be turned into GPL version 2 or later, not into version 1')];
  }
  if (!usable) {
    return outbound.later && inbound.version > outbound.version
      ? ['depends', say('the whole could only go under version {0} or later', inbound.version)]
      : ['no', say('the versions exclude each other')];
  }
  if (open && inbound.version > outbound.version) {
    return ['depends', say('the whole could only go under version {0} or later', inbound.version)];
  }
  if (!open && outbound.later) return ['depends', say('the whole could only go under version {0}', inbound.version)];
  return ['yes', say('its terms allow giving out the whole under this license')];
}

function withAffero(inbound: GnuLicense, outbound: GnuLicense): readonly [Compatibility['answer'], Sentence] {
  const section13 = say('section 13 of both licenses allows linking the two, each part staying under its own license');
  if (inbound.family === outbound.family) {
    if (inbound.version > outbound.version && !outbound.later) return ['no', say('the versions exclude each other')];
    if (inbound.later) return ['yes', say('its terms allow giving out the whole under this license')];
    return ['depends', say('the whole could only go under version {0}', inbound.version)];
  }
  const [affero, other] = inbound.family === 'AGPL' ? [inbound, outbound] : [outbound, inbound];
  if (affero.version < 3) return ['no', say('version 1 of the AGPL goes with no other GNU license')];
  if (other.version >= 3) {
    return other.family === 'LGPL'
      ? ['yes', say('LGPL-3.0 allows use under GPL-3.0, which allows it')]
      : ['depends', section13];
  }
  if (other.later || other.family === 'LGPL') {
    return ['depends', say('the other part has to be used under GPL version 3; then {0}', section13)];
  }
  return ['no', say('version 2 of the GPL does not go with the AGPL')];
}

function gnuLicense(id: string): GnuLicense | undefined {
  const match = /^(GPL|LGPL|AGPL)-(\d\.\d)-(only|or-later)$/.exec(id);
  if (!match) return undefined;
  const family = match[1] === 'LGPL' ? 'LGPL' : match[1] === 'AGPL' ? 'AGPL' : 'GPL';
  return { family, version: Number(match[2]), later: match[3] === 'or-later' };
}
