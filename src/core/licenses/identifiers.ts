import exceptions from 'spdx-exceptions/index.json' with { type: 'json' };
import deprecatedIds from 'spdx-license-ids/deprecated.json' with { type: 'json' };
import ids from 'spdx-license-ids/index.json' with { type: 'json' };

/** Nothing is known of the license. SPDX's own word. */
export const noAssertion = 'NOASSERTION';
/** It is known that there is no license. SPDX's own word. */
export const noLicense = 'NONE';
/** All rights reserved. SPDX has no id for it. */
export const proprietaryId = 'LicenseRef-proprietary';
/** Stands beside a license whose text carries conditions of its author's own: see `identify/`. */
export const additionalTermsId = 'LicenseRef-additional-terms';

/**
 * SPDX ids that say too little today, and what they stand for. A bare `GPL-2.0` is `-only` by the SPDX list; an author
 * who wrote it may have meant otherwise, which is why a host's field alone never yields high confidence.
 * Source: SPDX License List 3.x, "Deprecated License Identifiers".
 */
const deprecated = new Map<string, string>([
  ...['AGPL-1.0', 'AGPL-3.0', 'GFDL-1.1', 'GFDL-1.2', 'GFDL-1.3', 'GPL-1.0', 'GPL-2.0', 'GPL-3.0'].map(onlyForm),
  ...['LGPL-2.0', 'LGPL-2.1', 'LGPL-3.0'].map(onlyForm),
  ['GPL-2.0-with-GCC-exception', '(GPL-2.0-only WITH GCC-exception-2.0)'],
  ['GPL-2.0-with-autoconf-exception', '(GPL-2.0-only WITH Autoconf-exception-2.0)'],
  ['GPL-2.0-with-bison-exception', '(GPL-2.0-only WITH Bison-exception-2.2)'],
  ['GPL-2.0-with-classpath-exception', '(GPL-2.0-only WITH Classpath-exception-2.0)'],
  ['GPL-2.0-with-font-exception', '(GPL-2.0-only WITH Font-exception-2.0)'],
  ['GPL-3.0-with-GCC-exception', '(GPL-3.0-only WITH GCC-exception-3.1)'],
  ['GPL-3.0-with-autoconf-exception', '(GPL-3.0-only WITH Autoconf-exception-3.0)'],
  ['BSD-2-Clause-FreeBSD', 'BSD-2-Clause'],
  ['BSD-2-Clause-NetBSD', 'BSD-2-Clause'],
  ['StandardML-NJ', 'SMLNJ'],
  ['bzip2-1.0.5', 'bzip2-1.0.6'],
  ['wxWindows', '(LGPL-2.0-or-later WITH WxWindows-exception-3.1)'],
  ['eCos-2.0', '(GPL-2.0-or-later WITH eCos-exception-2.0)'],
]);

/** Ids that SPDX lacks, under the one name that this product uses for each. */
const unlisted: readonly (readonly [spelling: string, id: string])[] = [
  ['MulanPubL-1.0', 'LicenseRef-MulanPubL-1.0'],
  ['MulanPubL-2.0', 'LicenseRef-MulanPubL-2.0'],
  ['LicenseRef-scancode-mulanpubl-1.0', 'LicenseRef-MulanPubL-1.0'],
  ['LicenseRef-scancode-mulanpubl-2.0', 'LicenseRef-MulanPubL-2.0'],
  ['MulanPSL2', 'MulanPSL-2.0'],
  ['Anti-996', 'LicenseRef-Anti-996'],
  ['Anti996', 'LicenseRef-Anti-996'],
  ['LicenseRef-scancode-996-icu-1.0', 'LicenseRef-Anti-996'],
  ['Commons-Clause', 'LicenseRef-Commons-Clause'],
  ['LicenseRef-scancode-commons-clause', 'LicenseRef-Commons-Clause'],
  ['proprietary', proprietaryId],
  ['UNLICENSED', proprietaryId],
  ['LicenseRef-scancode-proprietary-license', proprietaryId],
];

const byLowerCase = new Map<string, string>([
  ...ids.map(id => [id.toLowerCase(), id] as const),
  ...deprecatedIds.map(id => [id.toLowerCase(), deprecated.get(id) ?? id] as const),
  ...unlisted.map(([spelling, id]) => [spelling.toLowerCase(), id] as const),
]);
const exceptionsByLowerCase = new Map(exceptions.map(id => [id.toLowerCase(), id]));
const references = new Map(unlisted.map(([, id]) => [id.toLowerCase(), id]));

/**
 * The id as SPDX writes it today, for any spelling of its case; a parenthesized expression for the old ids that stood
 * for a license with an exception. `undefined` for what is no id.
 */
export function canonicalId(written: string): string | undefined {
  const lower = written.toLowerCase();
  const listed = byLowerCase.get(lower) ?? references.get(lower);
  if (listed) return listed;
  if (/^(documentref-[a-z0-9.-]+:)?licenseref-[a-z0-9.-]+$/.test(lower)) return written;
  return lower.endsWith('+') ? orLater(lower.slice(0, -1)) : undefined;
}

/** The exception's id as SPDX writes it, for any spelling of its case. */
export function canonicalException(written: string): string | undefined {
  return exceptionsByLowerCase.get(written.toLowerCase());
}

function orLater(lower: string): string | undefined {
  const id = byLowerCase.get(lower);
  if (id === undefined || id.startsWith('LicenseRef-') || id.startsWith('(')) return undefined;
  const later = byLowerCase.get(id.toLowerCase().replace(/-only$/, '-or-later'));
  return id.endsWith('-only') && later ? later : id.endsWith('-or-later') ? id : `${id}+`;
}

function onlyForm(id: string): readonly [string, string] {
  return [id, `${id}-only`];
}
