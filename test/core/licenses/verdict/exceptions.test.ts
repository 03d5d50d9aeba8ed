import assert from 'node:assert/strict';
import exceptions from 'spdx-exceptions/index.json' with { type: 'json' };
import { checkLicense } from '../../../../src/core/licenses/index.ts';
import type { LicenseUse, Verdict } from '../../../../src/core/model.ts';

function check(inbound: string, outbound: string, use: LicenseUse, modified = false) {
  return checkLicense({ inbound, outbound, use, distribution: 'shipped', modified, confidence: 'high' });
}

/** The case, the verdict, and the words of the exception that make it so. */
type Case = readonly [inbound: string, outbound: string, LicenseUse, Verdict, because: string];

const cases: readonly Case[] = [
  [
    'GPL-2.0-only WITH Classpath-exception-2.0',
    'GPL-3.0-only',
    'linked',
    'fits-with-duties',
    '"link this library with independent modules ... regardless of the license terms"',
  ],
  [
    'GPL-2.0-only WITH Universal-FOSS-exception-1.0',
    'proprietary',
    'linked',
    'conflict',
    'no "permission of any kind for use ... in conjunction with software other than Other FOSS"',
  ],
  [
    'GPL-2.0-only WITH Universal-FOSS-exception-1.0',
    'Apache-2.0',
    'linked',
    'depends',
    '"with complete corresponding source under a license that is OSI-approved"',
  ],
  [
    'GPL-2.0-only WITH DigiRule-FOSS-exception',
    'proprietary',
    'linked',
    'conflict',
    's. 2: only FOSS applications of its list',
  ],
  [
    'GPL-3.0-only WITH GPL-3.0-interface-exception',
    'proprietary',
    'linked',
    'conflict',
    '"provided that you include the source code of that other code"',
  ],
  [
    'GPL-2.0-only WITH i2p-gpl-java-exception',
    'proprietary',
    'linked',
    'conflict',
    'only "the proprietary Java implementation"',
  ],
  [
    'GPL-2.0-only WITH OpenJDK-assembly-exception-1.0',
    'proprietary',
    'linked',
    'conflict',
    'only "Designated Exception Modules"',
  ],
  [
    'GPL-3.0-only WITH GPL-3.0-linking-exception',
    'proprietary',
    'linked',
    'conflict',
    'names one library that the program itself links to',
  ],
  ['GPL-2.0-only WITH openvpn-openssl-exception', 'proprietary', 'linked', 'conflict', 'only OpenSSL'],
  ['GPL-2.0-or-later WITH GStreamer-exception-2008', 'proprietary', 'linked', 'conflict', 'only GStreamer plugins'],
  [
    'GPL-2.0-or-later WITH UBDL-exception',
    'proprietary',
    'linked',
    'conflict',
    '"Nothing in this Licence allows for the creation of closed-source modified versions"',
  ],
  [
    'GPL-2.0-only WITH Linux-syscall-note',
    'proprietary',
    'linked',
    'review',
    '"user programs that use kernel services by normal system calls", not linking',
  ],
  ['GPL-2.0-only WITH Linux-syscall-note', 'proprietary', 'separate', 'fits-with-duties', 'a program of its own'],
  ['GPL-2.0-or-later WITH u-boot-exception-2.0', 'proprietary', 'linked', 'review', '"by means of the jump table"'],
  ['GPL-3.0-only WITH Qt-GPL-exception-1.0', 'proprietary', 'linked', 'review', 'output and plug-ins'],
  ['GPL-2.0-only WITH freertos-exception-2.0', 'proprietary', 'linked', 'review', '"solely through the ... API"'],
  [
    'GPL-2.0-only WITH CLISP-exception-2.0',
    'proprietary',
    'linked',
    'review',
    'only external symbols of named packages',
  ],
  ['GPL-2.0-only WITH 389-exception', 'proprietary', 'linked', 'review', 'only "Approved Interfaces"'],
  ['GPL-3.0-or-later WITH Autoconf-exception-3.0', 'proprietary', 'linked', 'depends', 's. 1: "output of Autoconf"'],
  ['GPL-2.0-or-later WITH Libtool-exception', 'proprietary', 'copied', 'depends', '"built using GNU Libtool"'],
  ['GPL-3.0-or-later WITH Bison-exception-2.2', 'proprietary', 'copied', 'depends', '"the Bison parser skeleton"'],
  ['GPL-3.0-only WITH Texinfo-exception', 'proprietary', 'copied', 'depends', '"you may use the result"'],
  [
    'GPL-2.0-only WITH Font-exception-2.0',
    'proprietary',
    'copied',
    'depends',
    '"embed this font ... into the document"',
  ],
  [
    'AGPL-3.0-only WITH PS-or-PDF-font-exception-20170817',
    'proprietary',
    'copied',
    'depends',
    'Postscript or PDF files',
  ],
  ['CC-BY-SA-4.0 WITH KiCad-libraries-exception', 'proprietary', 'copied', 'depends', 'electronic designs'],
  [
    'LGPL-2.0-or-later WITH WxWindows-exception-3.1',
    'proprietary',
    'copied',
    'fits-with-duties',
    '2: "modify and distribute under your own terms, binary object code versions of works based on the Library"',
  ],
  ['GPL-2.0-only WITH GPL-CC-1.0', 'proprietary', 'linked', 'conflict', 'a promise of time to mend a breach'],
  [
    'GPL-2.0-only',
    'GPL-2.0-only WITH Classpath-exception-2.0',
    'linked',
    'review',
    'the part does not give the exception',
  ],
  ['GPL-2.0-only WITH Classpath-exception-2.0', 'GPL-2.0-only', 'copied', 'fits-with-duties', 'it may be left out'],
  [
    'GPL-2.0-only WITH Classpath-exception-2.0',
    'GPL-2.0-only WITH Classpath-exception-2.0',
    'copied',
    'fits-with-duties',
    'the same license',
  ],
  [
    'GPL-3.0-only WITH LGPL-3.0-linking-exception',
    'proprietary',
    'linked',
    'conflict',
    '"exception to the GNU Lesser"',
  ],
  ['CECILL-2.1 WITH Classpath-exception-2.0', 'proprietary', 'linked', 'conflict', 'speaks of the GNU GPL'],
];

describe('exceptions to licenses', () => {
  for (const [inbound, outbound, use, verdict, because] of cases) {
    it(`${inbound}, ${use} in ${outbound}: ${verdict} (${because})`, () => {
      const found = check(inbound, outbound, use);

      assert.equal(found.verdict, verdict, found.reason);
    });
  }

  it('open linking to closed works only where their texts say so', () => {
    const opening = exceptions.filter(
      id => check(`GPL-2.0-only WITH ${id}`, 'proprietary', 'linked').verdict === 'fits-with-duties',
    );

    assert.deepEqual(opening, [
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
      'WxWindows-exception-3.1',
    ]);
  });

  it('are all read: each is known beside the license that it is written for', () => {
    const licenses = ['GPL-2.0-only', 'LGPL-2.1-only', 'Apache-2.0', 'MIT', 'CPL-1.0', 'CC-BY-SA-4.0', 'QPL-1.0'];

    assert.deepEqual(
      exceptions.filter(id =>
        licenses.every(license => check(`${license} WITH ${id}`, 'proprietary', 'linked').reason.includes('unusual')),
      ),
      [],
    );
  });

  it('say that a combination is unusual', () => {
    assert.match(check('MIT WITH Classpath-exception-2.0', 'proprietary', 'linked').reason, /not written for MIT/);
  });

  it('are named with what they allow, and only the LGPL asks for a library that can be replaced', () => {
    const classpath = check('GPL-2.0-only WITH Classpath-exception-2.0', 'proprietary', 'linked');

    assert.equal(
      classpath.reason,
      'Classpath-exception-2.0 lets works under any terms link to the part; the part itself stays under GPL-2.0-only.',
    );
    assert.doesNotMatch(check('CECILL-C', 'proprietary', 'linked').reason, /replace/);
    assert.match(check('LGPL-2.1-only', 'proprietary', 'linked').reason, /replace the library/);
    assert.match(
      check('GPL-2.0-only WITH i2p-gpl-java-exception', 'proprietary', 'linked').reason,
      /only combinations with the works that it names/,
    );
  });
});
