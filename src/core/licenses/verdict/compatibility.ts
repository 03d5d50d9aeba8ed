import { say } from '../../sentences/index.ts';
import { classOf, type LicenseClass } from '../classes.ts';
import type { LicenseTerm } from '../expression.ts';
import { gnuCompatibility } from './gnu.ts';
import type { Compatibility } from './judgment.ts';
import { source } from './sources.ts';

interface Rule extends Compatibility {
  readonly inbound: RegExp;
  readonly outbound: RegExp;
}

const gnu2 = /^(A?GPL-(1|2)\.0-|LGPL-2\.)/;
const gnuAny = /^(A|L)?GPL-/;

const gnuOrEuropean = /^((A|L)?GPL|EUPL)-/;
/** Copyleft licenses of which nobody says clearly what permissive conditions they can take in. */
const otherCopyleft =
  /^(MPL|NPL|EPL|CPL|IPL|SPL|CDDL|MS-RL|(NP)?OSL|RPL|CPAL|APSL|LPL|QPL|CECILL|ErlPL|Sleepycat|LiLiQ-R)/;
/** Advertising clauses, clauses on names, demands for notices of a certain form. */
const restrictive =
  /^(BSD-4.*|BSD-3-Clause-Attribution|Apache-1\..*|OpenSSL.*|SSLeay-.*|BSD-Systemics.*|PHP-.*|Python-2\.0|zlib-acknowledgement|CNRI-Python|CNRI-Jython|MS-PL|Zend-2\.0|Artistic-1\.0.*|OLDAP-(1\..*|2\.(0.*|1|2.*))|ZPL-1\.1|Xdebug-1\.03|AAL|FTL|NBPL-1\.0|Entessa|Plexus|BSD-Advertising-Acknowledgement|MIT-advertising|CECILL-B|LPPL-.*|Naumen)$/;

/** What particular licenses say of each other; the first rule that fits decides. */
const rules: readonly Rule[] = [
  {
    // What may be used under version 2 "or later" may be used under version 3, which takes their terms in.
    inbound: /^(Apache-2\.0|ECL-2\.0|XFree86-1\.1)$/,
    outbound: /^(GPL-[12]\.0|LGPL-2\.[01])-or-later$/,
    answer: 'depends',
    why: say('the whole could only go under version {0} or later', 3),
    sources: [source.fsf],
  },
  {
    inbound: /^Apache-2\.0$/,
    outbound: gnu2,
    answer: 'no',
    why: say('the patent clauses of Apache-2.0 are a further restriction that version 2 of the GNU licenses forbids'),
    sources: [source.fsf],
  },
  {
    inbound: /^MulanPSL-1\.0$/,
    outbound: gnuAny,
    answer: 'disputed',
    why: say('its authors call version 2.0 compatible with the GNU licenses and say nothing of version 1.0'),
    sources: [source.mulanFaq],
  },
  {
    inbound: /^FTL$/,
    outbound: /^(A|L)?GPL-3\.0-/,
    answer: 'disputed',
    why: say('the FSF calls it compatible with version 3 of the GNU licenses, the matrix of OSADL does not'),
    sources: [source.fsf, source.osadl],
  },
  {
    inbound: /^CECILL-(1\.[01]|2\.[01])$/,
    outbound: /^GPL-[23]\.0-/,
    answer: 'yes',
    why: say('its article 5.3.4 allows giving out the whole under this license'),
    sources: [source.licenseText('CECILL-2.1')],
  },
  {
    inbound: /^CECILL-2\.1$/,
    outbound: /^(AGPL-3\.0-.*|EUPL-1\.[12])$/,
    answer: 'yes',
    why: say('its article 5.3.4 allows giving out the whole under this license'),
    sources: [source.licenseText('CECILL-2.1')],
  },
  {
    inbound: /^CECILL-B$/,
    outbound: /^CECILL-(C|2\.[01])$/,
    answer: 'yes',
    why: say('its article 5.3.5 allows giving out the whole under this license'),
    sources: [source.licenseText('CECILL-B')],
  },
  {
    inbound: /^MulanPSL-/,
    outbound: gnu2,
    answer: 'disputed',
    why: say(
      'the authors of MulanPSL-2.0 call it compatible with GPL version 2, but its patent clause ends on a patent action like that of Apache-2.0, which the FSF holds incompatible',
    ),
    sources: [source.mulanFaq, source.fsf],
  },
  {
    inbound: /^(Apache-2\.0|MulanPSL-.*)$/,
    outbound: /^EUPL-/,
    answer: 'disputed',
    why: say('no authority says clearly that code under it may be merged into a work under the EUPL'),
    sources: [source.osadl, source.recLicense],
  },
  {
    inbound: /^(ECL-2\.0|XFree86-1\.1|AFL-.*|FTL)$/,
    outbound: gnu2,
    answer: 'no',
    why: say('it adds conditions that version 2 of the GNU licenses forbids'),
    sources: [source.fsf],
  },
  {
    inbound: /^AFL-/,
    outbound: gnuAny,
    answer: 'no',
    why: say('it adds conditions that the GNU licenses forbid'),
    sources: [source.fsf],
  },
  {
    // Advertising clauses, name clauses and the like.
    inbound: restrictive,
    outbound: gnuOrEuropean,
    answer: 'no',
    why: say('it has conditions (advertising, names, notices) that this license forbids as further restrictions'),
    sources: [source.fsf, source.osadl],
  },
  {
    inbound: new RegExp(`${restrictive.source}|^(AFL-.*|ECL-.*|ImageMagick|Info-ZIP|RSA-MD|Bitstream-Vera|OGC-1\\.0)$`),
    outbound: otherCopyleft,
    answer: 'disputed',
    why: say('it has conditions of its own, and no authority says whether this copyleft license can take them in'),
    sources: [source.osadl],
  },
  {
    inbound: /^(OpenSSL.*|SSLeay-.*|BSD-Systemics.*)$/,
    outbound: /./,
    answer: 'disputed',
    why: say('its last sentence can be read as a copyleft clause'),
    sources: [source.osadl],
  },
  {
    // LiLiQ-R+ names fewer: CPL, CeCILL 2.1, EPL, EUPL and the GPL.
    inbound: /^LiLiQ-R-1\.1$/,
    outbound:
      /^(CDDL-1\.0|CPL-1\.0|CECILL-2\.1|CECILL-C|EPL-1\.0|EUPL-1\.1|LiLiQ-Rplus-1\.1|GPL-[23]\.0-.*|LGPL-(2\.1|3\.0)-.*|MPL-2\.0)$/,
    answer: 'yes',
    why: say('its section 4.2 names it as a compatible license for the combined work'),
    sources: [source.licenseText('LiLiQ-R-1.1')],
  },
  {
    inbound: /^LiLiQ-Rplus-1\.1$/,
    outbound: /^(CPL-1\.0|CECILL-2\.1|EPL-1\.0|EUPL-1\.1|GPL-[23]\.0-.*)$/,
    answer: 'yes',
    why: say('its section 4.2 names it as a compatible license for the combined work'),
    sources: [source.licenseText('LiLiQ-Rplus-1.1')],
  },
  {
    inbound: /^MS-PL$/,
    outbound: /./,
    answer: 'yes',
    why: say('its own source may be given out under it only (s. 3(D)), compiled code under terms that keep to it'),
    sources: [source.licenseText('MS-PL')],
  },
  {
    inbound: /^UCL-1\.0$/,
    outbound: /^Apache-2\.0$/,
    answer: 'depends',
    why: say('works made from it have to be given out under both licenses (s. 1(c))'),
    sources: [source.licenseText('UCL-1.0')],
  },
  {
    inbound: /^EUPL-1\.2$/,
    outbound:
      /^(GPL-[23]\.0-.*|AGPL-3\.0-.*|OSL-(2\.1|3\.0)|EPL-1\.0|CECILL-2\.[01]|MPL-2\.0|LGPL-(2\.1|3\.0)-.*|LiLiQ-R(plus)?-1\.1)$/,
    answer: 'yes',
    why: say('the appendix of EUPL-1.2 names it as a compatible license for the combined work'),
    sources: [source.euplAppendix],
  },
  {
    inbound: /^EUPL-1\.1$/,
    outbound: /^(GPL-2\.0-.*|OSL-(2\.1|3\.0)|CPL-1\.0|EPL-1\.0|CECILL-2\.0|EUPL-1\.2)$/,
    answer: 'yes',
    why: say('the appendix of EUPL-1.1 names it as a compatible license for the combined work'),
    sources: [source.euplAppendix],
  },
  {
    inbound: /^MPL-2\.0$/,
    outbound: /^(GPL-([23])\.0-.*|LGPL-(2\.[01]|3\.0)-.*|AGPL-3\.0-.*|EUPL-1\.2)$/,
    answer: 'yes',
    why: say('MPL-2.0 s. 3.3 lets the combined work go under this secondary license, unless the file says otherwise'),
    sources: [source.licenseText('MPL-2.0')],
  },
  {
    inbound: /^LicenseRef-MulanPubL-/,
    outbound: /^AGPL-3\.0-/,
    answer: 'yes',
    why: say('MulanPubL-2.0 s. 6 gives way to AGPL-3.0 where that license demands it'),
    sources: [source.mulanPubL, source.recLicense],
  },
  {
    inbound: /^(Apache-2\.0|ECL-2\.0|AFL-3\.0|CC-BY-4\.0|LiLiQ-P-1\.1)$/,
    outbound: /^LicenseRef-MulanPubL-/,
    answer: 'disputed',
    why: say('the authors of the Mulan licenses list it as not compatible'),
    sources: [source.recLicense],
  },
  {
    inbound: /^CPL-1\.0$/,
    outbound: /^EPL-/,
    answer: 'yes',
    why: say('the EPL is the successor of the CPL'),
    sources: [source.osadl],
  },
  {
    inbound: /^EPL-1\.0$/,
    outbound: /^EPL-2\.0$/,
    answer: 'yes',
    why: say('EPL-1.0 lets its steward publish new versions under which the work may be given out'),
    sources: [source.licenseText('EPL-1.0')],
  },
  {
    inbound: /^CDDL-1\.0$/,
    outbound: /^CDDL-1\.1$/,
    answer: 'depends',
    why: say('CDDL-1.0 allows a later version of itself unless the author forbids it in the notice'),
    sources: [source.licenseText('CDDL-1.0')],
  },
  {
    inbound: /^MPL-1\.1$/,
    outbound: /^MPL-2\.0$/,
    answer: 'yes',
    why: say('MPL-1.1 s. 6.2 allows later versions of itself'),
    sources: [source.licenseText('MPL-1.1')],
  },
  {
    inbound: /^CC-BY-SA-4\.0$/,
    outbound: /^GPL-3\.0-/,
    answer: 'yes',
    why: say('Creative Commons names GPL-3.0 as a compatible license, one way'),
    sources: [source.creativeCommons],
  },
  {
    inbound: /^CC-BY-[1-4]\./,
    outbound: gnuAny,
    answer: 'disputed',
    why: say('the license is not made for software; only version 4.0 of it is held to go into GPL works'),
    sources: [source.fsf],
  },
];

const copyleft: ReadonlySet<LicenseClass> = new Set([
  'file-copyleft',
  'library-copyleft',
  'strong-copyleft',
  'network-copyleft',
]);

/** May code under `inbound` become part of one work that is given out under `outbound`? Both are open source. */
export function mayJoin(inbound: LicenseTerm, outbound: LicenseTerm): Compatibility {
  if (inbound.id === outbound.id && inbound.exception === outbound.exception) {
    return { answer: 'yes', why: say('both are under the same license'), sources: [source.rules] };
  }
  if (classOf(inbound) === 'public-domain') {
    return { answer: 'yes', why: say('{0} asks for nothing', inbound.id), sources: [source.rules] };
  }
  const lost = lostException(inbound, outbound);
  if (lost) return lost;
  if (inbound.exception === 'LLVM-exception' && gnuAny.test(outbound.id)) {
    const why = say('the LLVM exception lifts the patent terms where they would conflict with a GNU license');
    return { answer: 'yes', why, sources: [source.licenseText('LLVM-exception')] };
  }
  return compatible(inbound, outbound);
}

/** What the two licenses say of each other, whatever their exceptions are. */
function compatible(inbound: LicenseTerm, outbound: LicenseTerm): Compatibility {
  if (inbound.id === outbound.id) {
    return { answer: 'yes', why: say('both are under {0}', inbound.id), sources: [source.rules] };
  }
  const known =
    laterVersion(inbound, outbound) ??
    gnuCompatibility(inbound.id, outbound.id) ??
    rules.find(rule => rule.inbound.test(inbound.id) && rule.outbound.test(outbound.id));
  if (known) return { answer: known.answer, why: known.why, sources: known.sources };
  if (copyleft.has(classOf(inbound))) {
    const why = say(
      'what contains it has to stay under {0}, which does not name {1} as an exception',
      inbound.id,
      outbound.id,
    );
    return { answer: 'no', why, sources: [source.rules] };
  }
  return { answer: 'yes', why: say('{0} only asks for notices', inbound.id), sources: [source.rules] };
}

/**
 * An exception is a permission of the authors of one part: what the others give without it takes it from the whole.
 * The other way round it may be left out (GPL-3.0 s. 7; the texts of the exceptions: "you are not obligated to").
 */
function lostException(inbound: LicenseTerm, outbound: LicenseTerm): Compatibility | undefined {
  if (!gnuAny.test(inbound.id) || inbound.exception === outbound.exception) return undefined;
  const alone = compatible(inbound, outbound);
  if (alone.answer === 'no' || outbound.exception === undefined) return alone;
  const why = say(
    'the part comes without {0}, so the whole could no longer be given out with that exception',
    outbound.exception,
  );
  return { answer: 'disputed', why, sources: [...alone.sources, source.licenseText(outbound.exception)] };
}

/** `EUPL-1.1+` may be used as EUPL-1.2, and so on: the same name with a higher version. */
function laterVersion(inbound: LicenseTerm, outbound: LicenseTerm): Compatibility | undefined {
  if (!inbound.orLater) return undefined;
  const [name, from] = nameAndVersion(inbound.id);
  const [outboundName, to] = nameAndVersion(outbound.id);
  if (name !== outboundName || from === undefined || to === undefined || to < from) return undefined;
  return { answer: 'yes', why: say('{0} allows later versions of itself', `${inbound.id}+`), sources: [source.rules] };
}

function nameAndVersion(id: string): readonly [name: string, version: number | undefined] {
  const match = /^(.*?)-(\d+(?:\.\d+)?)$/.exec(id);
  return match ? [match[1] ?? id, Number(match[2])] : [id, undefined];
}
