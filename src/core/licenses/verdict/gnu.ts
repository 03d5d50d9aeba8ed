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

function decide(inbound: GnuLicense, outbound: GnuLicense): readonly [Compatibility['answer'], string] {
  if (outbound.family === 'LGPL' && inbound.family !== 'LGPL') {
    return inbound.family === 'AGPL' && outbound.later
      ? [
          'depends',
          'the whole would have to go under the GPL or AGPL, which the LGPL allows, and no longer under the LGPL',
        ]
      : ['no', 'the whole would have to go under the GPL, no longer under the LGPL'];
  }
  if (inbound.family === 'AGPL' || outbound.family === 'AGPL') return withAffero(inbound, outbound);
  // LGPL 2.x may be turned into GPL 2 or later (its s. 3); LGPL 3 is GPL 3 with permissions on top.
  const open = inbound.later || (inbound.family === 'LGPL' && outbound.family === 'GPL' && inbound.version < 3);
  const usable = open ? inbound.version <= outbound.version || outbound.later : inbound.version === outbound.version;
  if (inbound.family === 'LGPL' && outbound.family === 'GPL' && open && outbound.version < 2 && !outbound.later) {
    return ['no', 'the LGPL can be turned into GPL version 2 or later, not into version 1'];
  }
  if (!usable) {
    return outbound.later && inbound.version > outbound.version
      ? ['depends', `the whole could only go under version ${inbound.version} or later`]
      : ['no', 'the versions exclude each other'];
  }
  if (open && inbound.version > outbound.version) {
    return ['depends', `the whole could only go under version ${inbound.version} or later`];
  }
  if (!open && outbound.later) return ['depends', `the whole could only go under version ${inbound.version}`];
  return ['yes', 'its terms allow giving out the whole under this license'];
}

function withAffero(inbound: GnuLicense, outbound: GnuLicense): readonly [Compatibility['answer'], string] {
  const section13 = 'section 13 of both licenses allows linking the two, each part staying under its own license';
  if (inbound.family === outbound.family) {
    if (inbound.version > outbound.version && !outbound.later) return ['no', 'the versions exclude each other'];
    if (inbound.later) return ['yes', 'its terms allow giving out the whole under this license'];
    return ['depends', `the whole could only go under version ${inbound.version}`];
  }
  const [affero, other] = inbound.family === 'AGPL' ? [inbound, outbound] : [outbound, inbound];
  if (affero.version < 3) return ['no', 'version 1 of the AGPL goes with no other GNU license'];
  if (other.version >= 3) {
    return other.family === 'LGPL'
      ? ['yes', 'LGPL-3.0 allows use under GPL-3.0, which allows it']
      : ['depends', section13];
  }
  if (other.later || other.family === 'LGPL') {
    return ['depends', `the other part has to be used under GPL version 3; then ${section13}`];
  }
  return ['no', 'version 2 of the GPL does not go with the AGPL'];
}

function gnuLicense(id: string): GnuLicense | undefined {
  const match = /^(GPL|LGPL|AGPL)-(\d\.\d)-(only|or-later)$/.exec(id);
  if (!match) return undefined;
  const family = match[1] === 'LGPL' ? 'LGPL' : match[1] === 'AGPL' ? 'AGPL' : 'GPL';
  return { family, version: Number(match[2]), later: match[3] === 'or-later' };
}
