import classes from './data/classes.json' with { type: 'json' };
import { opensLinking } from './exceptions.ts';
import type { LicenseTerm } from './expression.ts';
import { noLicense, proprietaryId } from './identifiers.ts';

/**
 * What a license asks for, as far as it decides whether it may go into another work.
 *
 * - `public-domain`: nothing. `permissive`: notices.
 * - `file-copyleft`: changed files stay under it. `library-copyleft`: the library does, what links to it need not.
 * - `strong-copyleft`: the whole that is given out. `network-copyleft`: also when only offered as a service.
 * - `source-available`, `non-commercial`, `field-limited` (who may use it, and for what), `territorial`: use is limited.
 * - `proprietary`: all rights reserved. `none`: no license at all. `unknown`: not classified.
 */
export type LicenseClass =
  | 'public-domain'
  | 'permissive'
  | 'file-copyleft'
  | 'library-copyleft'
  | 'strong-copyleft'
  | 'network-copyleft'
  | 'source-available'
  | 'non-commercial'
  | 'field-limited'
  | 'territorial'
  | 'proprietary'
  | 'none'
  | 'unknown';

const otherClasses = ['territorial', 'proprietary', 'none', 'unknown'] as const;

/** Is it the name of a class, as a policy may write it? */
export function isLicenseClass(text: string): text is LicenseClass {
  return [...listedClasses, ...otherClasses].some(known => known === text);
}

/** Classes that licenses on the SPDX list have. */
const listedClasses = [
  'public-domain',
  'permissive',
  'file-copyleft',
  'library-copyleft',
  'strong-copyleft',
  'network-copyleft',
  'source-available',
  'non-commercial',
  'field-limited',
] as const;

/** Classes of ids that SPDX does not list. */
const unlisted: readonly (readonly [LicenseClass, RegExp])[] = [
  ['none', new RegExp(`^${noLicense}$`)],
  ['proprietary', new RegExp(`^${proprietaryId}$`)],
  ['territorial', /^LicenseRef-(territorial|.*hunyuan.*)$/i],
  ['non-commercial', /^LicenseRef-(non-commercial|scancode-.*non-?commercial.*)$/i],
  ['field-limited', /^LicenseRef-(Anti-996|field-limited)$/],
  ['source-available', /^LicenseRef-(Commons-Clause|source-available)$/],
  ['network-copyleft', /^LicenseRef-MulanPubL-[12]\.0$/],
  ['permissive', /^LicenseRef-scancode-ppp$/],
];

/**
 * The class of each license on the SPDX list, by reading; those in no class are `unknown` and never judged well.
 * Checked against the OSADL matrix (what it holds for copyleft) and the list of OSI.
 */
const listed = new Map<string, LicenseClass>(
  listedClasses.flatMap(kind => classes[kind].map(id => [id, kind] as const)),
);

/**
 * Licenses that treat use over a network as giving out, whatever their class is otherwise. Source: their texts (AGPL-3.0
 * s. 13; MulanPubL-2.0 s. 1; EUPL-1.2 s. 1 "communication"; OSL-3.0 s. 5; CPAL-1.0 s. 15; APSL-2.0 s. 1.4; APSL-1.2 s. 1.4).
 */
const countsNetworkUse =
  /^(AGPL-.*|LicenseRef-MulanPubL-.*|OSL-.*|NPOSL-3\.0|CPAL-1\.0|RPL-1\..*|EUPL-.*|APSL-.*|Parity-.*|CAL-1\.0.*|Watcom-1\.0|RPSL-1\.0|SSPL-1\.0)$/;

/** Whether offering a service counts as giving out the work. */
export function reachesNetworkUse({ id }: LicenseTerm): boolean {
  return countsNetworkUse.test(id);
}

/** The class of a license, an exception taken into account. */
export function classOf(license: LicenseTerm): LicenseClass {
  const { id, exception } = license;
  const found = listed.get(id) ?? unlisted.find(([, pattern]) => pattern.test(id))?.[0] ?? 'unknown';
  if (exception === undefined) return found;
  if (found === 'strong-copyleft' || found === 'network-copyleft') {
    return opensLinking(license) ? 'library-copyleft' : found;
  }
  return exception === 'Commons-Clause' ? 'source-available' : found;
}
