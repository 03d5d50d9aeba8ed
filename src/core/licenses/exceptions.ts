import type { LicenseTerm } from './expression.ts';

/**
 * What an exception allows to those who use code under the license that it stands beside.
 *
 * - `linking`: works under any terms may link to it; the part itself stays under its license.
 * - `binaries`: the same, and binaries of works made from it may be given out under any terms.
 * - `interfaces`: other works of a certain kind, or through certain interfaces, under conditions to be read.
 * - `open-source`: only works that are open source themselves, given out with their source.
 * - `named-works`: only works that its text names (OpenSSL, plug-ins of one program, ...).
 * - `output`: what the program writes, or build files that it copies into another work.
 * - `documents`: documents and designs that embed it.
 * - `headers`: the use of header files in works that link to it, which its license allows anyway.
 * - `notices`: fewer notices. `other`: nothing that matters to those who use it.
 */
export type ExceptionKind =
  | 'linking'
  | 'binaries'
  | 'interfaces'
  | 'open-source'
  | 'named-works'
  | 'output'
  | 'documents'
  | 'headers'
  | 'notices'
  | 'other';

interface ExceptionGroup {
  readonly kind: ExceptionKind;
  /** The licenses that the texts are written for. */
  readonly beside: RegExp;
  readonly ids: readonly string[];
}

const gnu = /^(A|L)?GPL-/;
const lesserGnu = /^LGPL-/;

/** All exceptions of the SPDX list, by reading their texts. */
const groups: readonly ExceptionGroup[] = [
  {
    kind: 'linking',
    beside: gnu,
    ids: [
      'Bootloader-exception',
      'Classpath-exception-2.0',
      'eCos-exception-2.0',
      'Fawkes-Runtime-exception',
      'GCC-exception-2.0',
      'GCC-exception-2.0-note',
      'GCC-exception-3.1',
      'GNAT-exception',
      'GNU-compiler-exception',
      'gnu-javamail-exception',
      'mif-exception',
      'SANE-exception',
      'SWI-exception',
    ],
  },
  {
    kind: 'linking',
    beside: lesserGnu,
    ids: ['FLTK-exception', 'LGPL-3.0-linking-exception', 'LLGPL', 'OCaml-LGPL-linking-exception', 'Qwt-exception-1.0'],
  },
  { kind: 'linking', beside: /^CPL-/, ids: ['LZMA-exception'] },
  { kind: 'binaries', beside: gnu, ids: ['WxWindows-exception-3.1'] },
  {
    kind: 'interfaces',
    beside: gnu,
    ids: [
      '389-exception',
      'CLISP-exception-2.0',
      // Not for kernels, nor for comparisons of speed; only what adds primary functions.
      'freertos-exception-2.0',
      'Linux-syscall-note',
      // Plug-ins and the output of the program.
      'Qt-GPL-exception-1.0',
      'u-boot-exception-2.0',
    ],
  },
  { kind: 'open-source', beside: /./, ids: ['DigiRule-FOSS-exception', 'Universal-FOSS-exception-1.0'] },
  // Independent modules with their source "when and as the GNU GPL requires".
  { kind: 'open-source', beside: gnu, ids: ['GPL-3.0-interface-exception'] },
  {
    kind: 'named-works',
    beside: gnu,
    ids: [
      'Asterisk-exception',
      'cryptsetup-OpenSSL-exception',
      'Gmsh-exception',
      // Both name one library that a work under the GPL links to: nothing for those who link to the work.
      'GPL-3.0-linking-exception',
      'GPL-3.0-linking-source-exception',
      'GStreamer-exception-2005',
      'GStreamer-exception-2008',
      'i2p-gpl-java-exception',
      'libpri-OpenH323-exception',
      'OpenJDK-assembly-exception-1.0',
      'openvpn-openssl-exception',
      'stunnel-exception',
      'vsftpd-openssl-exception',
      'x11vnc-openssl-exception',
    ],
  },
  {
    kind: 'output',
    beside: gnu,
    ids: [
      'Autoconf-exception-2.0',
      'Autoconf-exception-3.0',
      'Autoconf-exception-generic',
      'Autoconf-exception-generic-3.0',
      'Autoconf-exception-macro',
      'Bison-exception-1.24',
      'Bison-exception-2.2',
      'Libtool-exception',
      'Texinfo-exception',
    ],
  },
  { kind: 'documents', beside: gnu, ids: ['Font-exception-2.0', 'PS-or-PDF-font-exception-20170817'] },
  { kind: 'documents', beside: /^CC-BY-SA-/, ids: ['KiCad-libraries-exception'] },
  // The example code of a document.
  { kind: 'output', beside: /^(CC-BY-SA|GFDL)-/, ids: ['GNOME-examples-exception'] },
  {
    kind: 'headers',
    beside: lesserGnu,
    ids: ['Nokia-Qt-exception-1.1', 'OCCT-exception-1.0', 'Qt-LGPL-exception-1.1'],
  },
  { kind: 'notices', beside: /^Apache-2\.0$/, ids: ['LLVM-exception', 'Swift-exception'] },
  { kind: 'notices', beside: /^MIT$/, ids: ['fmt-exception'] },
  { kind: 'other', beside: /^Apache-2\.0$/, ids: ['SHL-2.0', 'SHL-2.1'] },
  // A promise of time to mend a breach.
  { kind: 'other', beside: /^(GPL-2|LGPL-2)\./, ids: ['GPL-CC-1.0'] },
  // Of works that are not made public.
  { kind: 'other', beside: /^QPL-/, ids: ['QPL-1.0-INRIA-2004-exception'] },
  // Unmodified programs without their source; nothing for works that contain them.
  { kind: 'other', beside: gnu, ids: ['UBDL-exception'] },
];

const byId = new Map(groups.flatMap(group => group.ids.map(id => [id, group] as const)));

/** What the exception of a license allows; `misplaced` beside a license that it is not written for. */
export function exceptionKind({ id, exception }: LicenseTerm): ExceptionKind | 'misplaced' | undefined {
  if (exception === undefined) return undefined;
  const group = byId.get(exception);
  if (!group) return 'misplaced';
  return group.beside.test(id) ? group.kind : 'misplaced';
}

/** Whether works under any terms may link to code under the license, by its exception. */
export function opensLinking(license: LicenseTerm): boolean {
  const kind = exceptionKind(license);
  return kind === 'linking' || kind === 'binaries';
}

/**
 * Exceptions that free what links to the part from giving its source or its text: "without any restriction coming from
 * the use of this file" (GCC 2.0, Bootloader), "in no way restricted" (SANE), "under terms of your choice" for all of
 * the compiled code (GCC 3.1, OCaml, wxWindows), "not required to provide source code" and no copy of the license
 * (FLTK 3 and 4, Qwt 2 and 3).
 */
const freed = /^(Bootloader-exception|FLTK-exception|GCC-exception-.*|OCaml-.*|Qwt-.*|SANE-exception|WxWindows-.*)$/;

/** Whether what links to the unchanged part may be given out without its source: also s. 4(d) of the LGPL lifted. */
export function freesLinkedSource(license: LicenseTerm): boolean {
  return freesLinkedBinaries(license) || (opensLinking(license) && license.exception === 'LGPL-3.0-linking-exception');
}

/** Whether binaries that link to the unchanged part need neither its source nor its text. */
export function freesLinkedBinaries(license: LicenseTerm): boolean {
  return opensLinking(license) && freed.test(license.exception ?? '');
}
