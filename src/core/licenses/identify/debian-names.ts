import { type LicenseExpression, term } from '../expression.ts';
import { canonicalException, canonicalId } from '../identifiers.ts';

/**
 * Short names of licenses in Debian's copyright files, where they differ from SPDX ids. Source: "Machine-readable
 * debian/copyright file" 1.0, section "License specification", and the files of Debian's own packages.
 */
const names = new Map([
  ['expat', 'MIT'],
  ['mit/x11', 'MIT'],
  ['mit-x11', 'MIT'],
  ['x11', 'X11'],
  ['apache', 'Apache-2.0'],
  ['apache2', 'Apache-2.0'],
  ['apache-2', 'Apache-2.0'],
  ['artistic', 'Artistic-1.0-Perl'],
  ['artistic-2', 'Artistic-2.0'],
  ['bsd-2', 'BSD-2-Clause'],
  ['bsd-3', 'BSD-3-Clause'],
  ['bsd-4', 'BSD-4-Clause'],
  ['cc0', 'CC0-1.0'],
  ['cc-0', 'CC0-1.0'],
  ['bsl', 'BSL-1.0'],
  ['boost-1.0', 'BSL-1.0'],
  ['mpl', 'MPL-2.0'],
  ['zlib/libpng', 'Zlib'],
  ['openldap-2.8', 'OLDAP-2.8'],
  ['psf-2', 'PSF-2.0'],
  ['psf', 'PSF-2.0'],
  ['python', 'PSF-2.0'],
  ['ofl', 'OFL-1.1'],
  ['sil-1.1', 'OFL-1.1'],
  ['sil-ofl-1.1', 'OFL-1.1'],
  ['w3c', 'W3C'],
  ['perl', 'Artistic-1.0-Perl OR GPL-1.0-or-later'],
]);

/** Exceptions as they are written after `with`, in lower case without the word itself. */
const exceptions: readonly (readonly [RegExp, string])[] = [
  [/^bison$/, 'Bison-exception-2.2'],
  [/^libtool$/, 'Libtool-exception'],
  [/^font(?: embedding)?$/, 'Font-exception-2.0'],
  [/^classpath$/, 'Classpath-exception-2.0'],
  [/^linux-?syscall-?note$/, 'Linux-syscall-note'],
  [/^gcc(?:[ -]runtime(?:[ -]library)?)?(?:-3\.1)?$/, 'GCC-exception-3.1'],
  [/^llvm$/, 'LLVM-exception'],
  [/^qt-?(?:lgpl-)?(?:1\.1)?$/, 'Qt-LGPL-exception-1.1'],
];

/** What a short name means; `undefined` for a name of the package's own, whose meaning its text has to tell. */
export function licenseOfDebianName(written: string): LicenseExpression | undefined {
  const name = written.trim().toLowerCase();
  const [base = '', exception] = name.split(/\s+with\s+(?:the\s+)?/);
  const id = gnu(base) ?? names.get(base) ?? canonicalId(base);
  if (id === undefined || id.startsWith('(') || id.includes(' ')) return undefined;
  if (exception === undefined) return term(id);
  const bare = exception.replace(/[\s-]*exceptions?$/, '').trim();
  const known = exceptions.find(([pattern]) => pattern.test(bare))?.[1] ?? canonicalException(exception);
  // An exception gives more rights: without its name the license alone is the careful reading.
  return known === undefined ? term(id) : { ...term(id), exception: known };
}

/** `GPL-2+`, `LGPLv2.1`, `AGPL-3`; without a version any may be taken, the first by what the GNU licenses say. */
function gnu(name: string): string | undefined {
  const match = /^(gpl|lgpl|agpl|gfdl)(?:-?v?(\d)(?:\.(\d))?)?(?:-(?:niv|only|or-later))?(\+)?$/.exec(name);
  if (!match) return undefined;
  const [, family = '', major, minor = '0', plus] = match;
  const later = plus !== undefined || name.endsWith('-or-later') || major === undefined;
  const first = { gpl: '1', lgpl: '2', agpl: '3', gfdl: '1' }[family] ?? '1';
  const oldest =
    family === 'gfdl' && major === undefined ? '1.1' : `${major ?? first}.${major === undefined ? '0' : minor}`;
  return canonicalId(`${family}-${oldest}-${later ? 'or-later' : 'only'}`);
}
