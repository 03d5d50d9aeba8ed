import type { LicenseTerm } from './expression.ts';
import { additionalTermsId, noAssertion, noLicense, proprietaryId } from './identifiers.ts';

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

/** Classes by pattern of the id; the first that fits decides. Whatever fits none is `unknown` and never judged well. */
const patterns: readonly (readonly [LicenseClass, RegExp])[] = [
  ['none', new RegExp(`^${noLicense}$`)],
  ['unknown', new RegExp(`^(${noAssertion}|${additionalTermsId})$`)],
  ['proprietary', new RegExp(`^${proprietaryId}$`)],
  ['territorial', /^LicenseRef-(territorial|.*hunyuan.*)$/i],
  [
    'non-commercial',
    /^(CC-BY-NC-.*|PolyForm-Noncommercial-.*|LicenseRef-non-commercial|Aladdin|NCGL-UK-.*|LicenseRef-scancode-.*non-?commercial.*|FDK-MPEG-H)$/,
  ],
  [
    'field-limited',
    /^(LicenseRef-(Anti-996|field-limited)|Hippocratic-.*|JSON|BSD-3-Clause-No-Military-License|BSD-3-Clause-No-Nuclear-License.*|COIL-1\.0|MPEG-SSG|atc-game|Advanced-Cryptics-Dictionary)$/,
  ],
  [
    'source-available',
    /^(BUSL-1\.1|SSPL-1\.0|Elastic-2\.0|FSL-1\.1-.*|SUL-1\.0|PolyForm-Small-Business-.*|LicenseRef-(Commons-Clause|source-available)|BSD-3-Clause-OpenWebUI|CPOL-1\.02|UnRAR|CC-BY-ND-.*)$/,
  ],
  [
    'public-domain',
    /^(0BSD|MIT-0|CC0-1\.0|Unlicense.*|WTFPL|CC-PDDC|CC-PDM-1\.0|PDDL-1\.0|SAX-PD.*|ANTLR-PD.*|NIST-PD.*|NCBI-PD|NTIA-PD|blessing|libselinux-1\.0|GLWTPL|WTFNMFPL|NTP-0|diffmark|fwlw|DL-DE-ZERO-2\.0)$/,
  ],
  ['network-copyleft', /^(AGPL-.*|LicenseRef-MulanPubL-.*|OSL-.*|NPOSL-3\.0|RPL-1\..*|EUPL-.*|Parity-.*|CAL-1\.0.*)$/],
  [
    'library-copyleft',
    /^(LGPL-.*|LGPLLR|CECILL-C|YPL-1\..*|gSOAP-1\.3b|ESA-PL-weak-copyleft-.*|CERN-OHL-W-2\.0|OCCT-PL)$/,
  ],
  [
    'file-copyleft',
    /^(MPL-.*|CPAL-1\.0|APSL-.*|RPSL-1\.0|Watcom-1\.0|EPL-.*|CPL-1\.0|IPL-1\.0|CDDL-.*|MS-RL|NPL-.*|SPL-1\.0|APL-1\.0|ErlPL-1\.1|LiLiQ-R-1\.1|LiLiQ-Rplus-1\.1|SugarCRM-.*|Nokia|Interbase-1\.0|Motosoto|OPL-1\.0|CUA-OPL-1\.0|NOSL|RSCPL|MMPL-1\.0\.1|NASA-1\.3|CATOSL-1\.1|OSET-PL-2\.1|SISSL.*|BitTorrent-.*|LPL-1\..*|OCLC-2\.0|Zimbra-.*|SNIA|CDL-1\.0|CDLA-Sharing-1\.0|Frameworx-1\.0|Ubuntu-font-1\.0|OFL-.*|Arphic-1999|LPPL-.*|IPA)$/,
  ],
  [
    'strong-copyleft',
    /^(GPL-.*|CECILL-(1|2)\..*|Sleepycat|QPL-.*|D-FSL-1\.0|copyleft-next-.*|SimPL-2\.0|GFDL-.*|CC-BY-SA-.*|CC-SA-1\.0|ODbL-1\.0|CERN-OHL-(1\.[12]|S-2\.0)|ESA-PL-strong-copyleft-.*|TGPPL-1\.0|OGTSL|SMAIL-GPL|LAL-1\..*|TAPR-OHL-1\.0|RHeCos-1\.1|Linux-man-pages-copyleft.*|TPL-1\.0|TMate|BSD-Protection|Sendmail.*|NGPL|OPUBL-1\.0)$/,
  ],
  [
    'permissive',
    /^(MIT.*|BSD-.*|Apache-.*|ISC.*|X11.*|Zlib|zlib-acknowledgement|HPND.*|AFL-.*|Artistic-.*|ClArtistic|MulanPSL-.*|BSL-1\.0|BlueOak-1\.0\.0|UPL-1\.0|Python-2\.0.*|PSF-2\.0|CNRI-.*|PHP-.*|PostgreSQL|NCSA|curl|W3C.*|Unicode-(3\.0|DFS-.*|TOU)|ICU|OpenSSL.*|SSLeay-standalone|SSH-.*|NTP|OLDAP-.*|Libpng|libpng-.*|libtiff|IJG.*|FTL|Fair|FSFUL.*|FSFAP.*|Beerware|Bitstream-.*|bzip2-1\.0\.6|Boehm-GC.*|CC-BY-[1-4]\..*|CECILL-B|CDLA-Permissive-.*|DOC|ECL-.*|EFL-.*|Entessa|EUDatagrid|Giftware|IBM-pibs|ImageMagick|Info-ZIP|Intel.*|JasPer-2\.0|JPNIC|LiLiQ-P-1\.1|LOOP|Minpack|MirOS|MS-(PL|LPL)|mpich2|MTLL|Multics|NAIST-2003|Naumen|NBPL-1\.0|NLOD-.*|OGC-1\.0|OGL-.*|OFFIS|OML|OSSP|PADL|Plexus|psfrag|psutils|Qhull|radvd|RSA-MD|Ruby|Ruby-pty|Saxpath|SGI-B-.*|SGI-OpenGL|SMLNJ|snprintf|softSurfer|Spencer-.*|ssh-keyscan|SunPro|Sun-PPP.*|SWL|TCL|TCP-wrappers|TermReadKey|TTYP0|TU-Berlin-.*|UCAR|UCL-1\.0|UnixCrypt|URT-RLE|Vim|VSL-1\.0|Widget-Workshop|Xerox|XFree86-1\.1|xinetd|Xnet|xlock|xpp|XSkat|Zend-2\.0|Zeeff|ZPL-.*|AAL|Abstyles|Adobe-.*|ADSL|AMDPLPA|AML.*|AMPAS|Barr|Brian-Gladman-.*|Crossword|Cube|dtoa|dvipdfm|eGenix|EPICS|etalab-2\.0|FBM|Ferguson-Twofish|GL2PS|Gutmann|HIDAPI|HP-.*|HTMLTIDY|iMatix|Imlib2|Jam|JPL-image|Kazlib|Latex2e|Leptonica|lsof|magaz|mailprio|Martin-Birgmeier|mpi-permissive|mplus|NetCDF|Newsletr|NICTA-1\.0|NIST-Software|NLPL|NRL|ODC-By-1\.0|OGDL-Taiwan-1\.0|OpenMDW-1\.0|OpenVision|python-ldap|Rdisc|SCEA|SchemeReport|SHL-0\..*|SL|SOFA|Soundex|TORQUE-1\.1|TPDL|TrustedQSL|ulem|UMich-Merit|Vixie-Cron|w3m|WordNet|Wsuipa|Xdebug-1\.03|Xfig|BOLA-1\.1|ASWF-.*|Bahyph|Borceux|Buddy|CFITSIO|checkmk|Clips|CMU-Mach.*|Cronyx|CryptoSwift|CrystalStacker|DEC-3-Clause|DocBook-.*|DRL-.*|DSDP|Dotseqn|FreeBSD-DOC|GCR-docs|generic-xts|Glulxe|HDF5|hdparm|Inner-Net-2\.0|InnoSetup|Kastrup|libutil-David-Nugent|Mackerras-.*|metamail|Noweb|OAR|ParaType-.*|pkgconf|Pixar|ThirdEye|threeparttable|UCL-.*|Apache|LicenseRef-scancode-ppp|CERN-OHL-P-2\.0|ESA-PL-permissive-.*|Community-Spec-1\.0|O-UDA-1\.0|C-UDA-1\.0)$/,
  ],
];

/**
 * Exceptions that let other works link to code under a copyleft license; under any other the license stands as it is.
 * Source: the texts of the exceptions on the SPDX list.
 */
const linkingException =
  /^(Classpath-exception-2\.0|GCC-exception-.*|GNU-compiler-exception|LLVM-exception|GPL-3\.0-linking(-source)?-exception|LGPL-3\.0-linking-exception|OCaml-LGPL-linking-exception|WxWindows-exception-3\.1|FLTK-exception|Qwt-exception-1\.0|eCos-exception-2\.0|freertos-exception-2\.0|GNAT-exception|Libtool-exception|mif-exception|i2p-gpl-java-exception|Linux-syscall-note|Qt-(L?GPL)-exception-.*|Bootloader-exception|u-boot-exception-2\.0|Fawkes-Runtime-exception|OpenJDK-assembly-exception-1\.0|OCCT-exception-1\.0|Swift-exception|fmt-exception|CLISP-exception-2\.0|gnu-javamail-exception|Universal-FOSS-exception-1\.0|LLGPL|SWI-exception|UBDL-exception|Font-exception-2\.0|Bison-exception-.*|Autoconf-exception-.*|Texinfo-exception|KiCad-libraries-exception|PS-or-PDF-font-exception-20170817)$/;

/**
 * Licenses that treat use over a network as giving out, whatever their class is otherwise. Source: their texts (AGPL-3.0
 * s. 13; MulanPubL-2.0 s. 1; EUPL-1.2 s. 1 "communication"; OSL-3.0 s. 5; CPAL-1.0 s. 15; APSL-2.0 s. 1.4).
 */
const countsNetworkUse =
  /^(AGPL-.*|LicenseRef-MulanPubL-.*|OSL-.*|NPOSL-3\.0|CPAL-1\.0|RPL-1\..*|EUPL-.*|APSL-2\.0|Parity-.*|CAL-1\.0.*|Watcom-1\.0|RPSL-1\.0|SSPL-1\.0)$/;

/** Whether offering a service counts as giving out the work. */
export function reachesNetworkUse({ id }: LicenseTerm): boolean {
  return countsNetworkUse.test(id);
}

/** The class of a license, an exception taken into account. */
export function classOf({ id, exception }: LicenseTerm): LicenseClass {
  const found = patterns.find(([, pattern]) => pattern.test(id))?.[0] ?? 'unknown';
  if (exception === undefined) return found;
  if (found === 'strong-copyleft' || found === 'network-copyleft') {
    return linkingException.test(exception) ? 'library-copyleft' : found;
  }
  return exception === 'Commons-Clause' ? 'source-available' : found;
}
