import assert from 'node:assert/strict';
import { checkLicense } from '../../../../src/core/licenses/index.ts';
import type { Confidence, Distribution, LicenseUse, Verdict } from '../../../../src/core/model.ts';

/** A case as a lawyer would put it: what is asked, the answer, and why it is the answer. */
type Case = readonly [
  inbound: string,
  outbound: string,
  LicenseUse,
  Distribution,
  verdict: Verdict,
  because: string,
  more?: { readonly modified?: boolean; readonly confidence?: Confidence },
];

const closed: readonly Case[] = [
  [
    'GPL-3.0-only',
    'proprietary',
    'linked',
    'internal',
    'fits',
    'GPL s. 2: running and changing it in private needs no giving out',
  ],
  [
    'GPL-3.0-only',
    'proprietary',
    'tool',
    'shipped',
    'fits',
    'the output of a program is not covered (FSF FAQ, GPLOutput)',
  ],
  [
    'GPL-3.0-only',
    'proprietary',
    'linked',
    'network',
    'fits',
    'GPL s. 0: interaction through a network is not conveying',
  ],
  ['GPL-3.0-only', 'proprietary', 'linked', 'shipped', 'conflict', 'GPL s. 5c: the whole work under the GPL'],
  ['GPL-2.0-or-later', 'proprietary', 'copied', 'shipped', 'conflict', 'GPL-2.0 s. 2b'],
  [
    'GPL-2.0-only',
    'proprietary',
    'separate',
    'shipped',
    'fits-with-duties',
    'mere aggregation, GPL-2.0 s. 2 last paragraph; its own source is still owed',
  ],
  ['AGPL-3.0-only', 'proprietary', 'linked', 'network', 'conflict', 'AGPL s. 13 and the copyleft of s. 5'],
  [
    'AGPL-3.0-only',
    'proprietary',
    'separate',
    'network',
    'fits-with-duties',
    'a program of its own; s. 13 as soon as it is changed',
  ],
  ['AGPL-3.0-or-later', 'proprietary', 'linked', 'internal', 'fits', 'no users from outside'],
  [
    'LGPL-2.1-only',
    'proprietary',
    'linked',
    'shipped',
    'fits-with-duties',
    'LGPL-2.1 s. 6: works that use the library',
  ],
  ['LGPL-3.0-or-later', 'proprietary', 'linked', 'shipped', 'fits-with-duties', 'LGPL-3.0 s. 4'],
  ['LGPL-2.1-or-later', 'proprietary', 'copied', 'shipped', 'conflict', 'a work based on the library, LGPL-2.1 s. 2'],
  [
    'MPL-2.0',
    'proprietary',
    'linked',
    'shipped',
    'fits-with-duties',
    'MPL s. 3.3: a Larger Work may be under other terms',
  ],
  [
    'EPL-2.0',
    'proprietary',
    'linked',
    'shipped',
    'fits-with-duties',
    'separate modules are no Modified Works, EPL-2.0 s. 1',
  ],
  [
    'GPL-2.0-only WITH Classpath-exception-2.0',
    'proprietary',
    'linked',
    'shipped',
    'fits-with-duties',
    'the exception allows linking under terms of choice',
  ],
  [
    'GPL-2.0-only WITH Classpath-exception-2.0',
    'proprietary',
    'copied',
    'shipped',
    'conflict',
    'the exception speaks of linking, not of copying',
  ],
  [
    'GPL-3.0-or-later WITH GCC-exception-3.1',
    'proprietary',
    'linked',
    'shipped',
    'fits-with-duties',
    'the runtime library exception',
  ],
  [
    'GPL-2.0-only WITH Linux-syscall-note',
    'proprietary',
    'linked',
    'shipped',
    'fits-with-duties',
    'user programs that call the kernel are not covered',
  ],
  [
    'MulanPSL-2.0',
    'proprietary',
    'linked',
    'shipped',
    'fits-with-duties',
    'permissive; s. 4 asks for the text and the statements',
  ],
  ['MulanPSL-2.0', 'proprietary', 'copied', 'network', 'fits', 'nothing is given out'],
  [
    'MulanPubL-2.0',
    'proprietary',
    'linked',
    'network',
    'conflict',
    'PubL s. 1: dynamic linking and offering over a network count',
  ],
  ['MulanPubL-1.0', 'proprietary', 'linked', 'shipped', 'conflict', 'copyleft that covers linking'],
  ['MulanPubL-2.0', 'proprietary', 'separate', 'internal', 'fits', 'nothing is given out or offered'],
  [
    'EUPL-1.2',
    'proprietary',
    'linked',
    'shipped',
    'review',
    'recital of the Commission: linking alone is held not to be derivation; others disagree',
  ],
  ['EUPL-1.2', 'proprietary', 'copied', 'network', 'conflict', 'EUPL s. 1: communication to the public counts'],
  ['Apache-2.0', 'proprietary', 'copied', 'shipped', 'fits-with-duties', 'Apache s. 4', { modified: true }],
  ['BSD-4-Clause', 'proprietary', 'linked', 'shipped', 'fits-with-duties', 'with its advertising clause as a duty'],
  ['Unlicense', 'proprietary', 'copied', 'shipped', 'fits', 'dedicated to the public domain'],
  [
    'UNLICENSED',
    'proprietary',
    'linked',
    'internal',
    'no-right-found',
    'npm’s word for all rights reserved, not the Unlicense',
  ],
];

const open: readonly Case[] = [
  ['Apache-2.0', 'GPL-2.0-only', 'linked', 'shipped', 'conflict', 'FSF: patent termination is a further restriction'],
  ['Apache-2.0', 'GPL-2.0-or-later', 'linked', 'shipped', 'conflict', 'holds for the version 2 that is offered too'],
  ['Apache-2.0', 'GPL-3.0-only', 'copied', 'shipped', 'fits-with-duties', 'FSF: compatible with version 3'],
  ['GPL-2.0-only', 'Apache-2.0', 'linked', 'shipped', 'conflict', 'copyleft cannot go into a permissive work'],
  ['GPL-2.0-only', 'GPL-3.0-only', 'linked', 'shipped', 'conflict', 'version 2 alone does not allow version 3'],
  ['GPL-2.0-or-later', 'AGPL-3.0-only', 'linked', 'shipped', 'depends', 'only as version 3, by s. 13'],
  [
    'GPL-3.0-only',
    'AGPL-3.0-only',
    'linked',
    'shipped',
    'depends',
    's. 13 of both allows linking, each part stays under its own',
  ],
  [
    'AGPL-3.0-only',
    'GPL-3.0-only',
    'linked',
    'shipped',
    'review',
    's. 13 allows it, the table of RecLicense says no: both are shown',
  ],
  ['MIT', 'AGPL-3.0-or-later', 'copied', 'network', 'fits-with-duties', 'permissive into copyleft'],
  [
    'MulanPSL-2.0',
    'GPL-2.0-only',
    'linked',
    'shipped',
    'review',
    'its authors say yes; the FSF’s argument against Apache applies',
  ],
  ['MulanPSL-2.0', 'GPL-3.0-or-later', 'linked', 'shipped', 'fits-with-duties', 'authors and table agree'],
  ['MulanPSL-2.0', 'Apache-2.0', 'copied', 'shipped', 'fits-with-duties', 'both permissive'],
  [
    'GPL-3.0-only',
    'MulanPSL-2.0',
    'linked',
    'shipped',
    'conflict',
    'FAQ of the Mulan authors: the GPL is not compatible that way',
  ],
  ['MulanPubL-2.0', 'AGPL-3.0-only', 'linked', 'shipped', 'fits-with-duties', 'PubL s. 6 gives way to the AGPL'],
  ['MulanPubL-2.0', 'GPL-3.0-only', 'linked', 'shipped', 'conflict', 'no exception for the GPL'],
  ['MulanPubL-2.0', 'MulanPSL-2.0', 'linked', 'network', 'conflict', 'copyleft, also over a network'],
  ['Apache-2.0', 'EUPL-1.2', 'linked', 'shipped', 'review', 'OSADL: unknown; RecLicense: not compatible'],
  ['MulanPSL-2.0', 'EUPL-1.2', 'copied', 'shipped', 'review', 'nobody says that it may'],
  ['MIT', 'EUPL-1.2', 'copied', 'shipped', 'fits-with-duties', 'permissive into copyleft'],
  ['MPL-2.0', 'EUPL-1.2', 'copied', 'shipped', 'review', 'MPL s. 3.3 and OSADL say yes, the table of RecLicense no'],
  ['GPL-3.0-only', 'EUPL-1.2', 'linked', 'shipped', 'conflict', 'the appendix works outward only'],
  ['EUPL-1.2', 'GPL-3.0-only', 'copied', 'shipped', 'fits-with-duties', 'appendix of the EUPL'],
  ['EUPL-1.2', 'MIT', 'copied', 'shipped', 'conflict', 'MIT is not in the appendix'],
  [
    'LGPL-2.1-only',
    'Apache-2.0',
    'linked',
    'shipped',
    'fits-with-duties',
    'linking; OSADL’s "No" speaks of one combined work',
  ],
  [
    'LGPL-2.1-only',
    'Apache-2.0',
    'copied',
    'shipped',
    'review',
    'one combined work may not, but RecLicense says that it depends',
  ],
  [
    'CC-BY-SA-4.0',
    'GPL-3.0-only',
    'copied',
    'shipped',
    'review',
    'Creative Commons says yes one way, the table of RecLicense no',
  ],
];

const choices: readonly Case[] = [
  ['MIT OR GPL-3.0-only', 'proprietary', 'linked', 'shipped', 'fits-with-duties', 'of a choice the best counts'],
  ['GPL-2.0-only OR MulanPubL-2.0', 'proprietary', 'linked', 'shipped', 'conflict', 'no operand fits'],
  ['MIT AND GPL-3.0-only', 'proprietary', 'linked', 'shipped', 'conflict', 'all apply, so the worst counts'],
  [
    'MIT AND (Apache-2.0 OR GPL-2.0-only)',
    'GPL-2.0-only',
    'linked',
    'shipped',
    'fits-with-duties',
    'the inner choice can be made for the GPL',
  ],
  [
    'Apache-2.0 AND LicenseRef-additional-terms',
    'proprietary',
    'tool',
    'internal',
    'review',
    'terms of the author’s own have to be read, however it is used',
  ],
  ['LicenseRef-Apache-2.0-modified', 'MIT', 'linked', 'shipped', 'review', 'changed wording'],
  ['NOASSERTION', 'proprietary', 'linked', 'internal', 'no-right-found', 'no license, no right'],
  [
    'NOASSERTION OR MIT',
    'proprietary',
    'linked',
    'shipped',
    'fits-with-duties',
    'the known operand of a choice may be taken',
  ],
  ['NOASSERTION AND MIT', 'proprietary', 'linked', 'shipped', 'no-right-found', 'a part is without a license'],
  [
    'MIT',
    'proprietary',
    'linked',
    'shipped',
    'review',
    'what is only said somewhere is never green',
    { confidence: 'low' },
  ],
  [
    'LicenseRef-Tencent-Hunyuan',
    'MIT',
    'linked',
    'shipped',
    'conflict',
    'does not apply in the European Union; MIT cannot carry that on',
  ],
  [
    'LicenseRef-territorial',
    'proprietary',
    'tool',
    'internal',
    'review',
    'the territory excludes the Union, however it is used',
  ],
  ['SSPL-1.0', 'proprietary', 'linked', 'network', 'conflict', 'SSPL s. 13: the source of the whole service'],
  ['SSPL-1.0', 'proprietary', 'separate', 'internal', 'review', 'no open-source license; the terms have to be read'],
  ['BUSL-1.1', 'proprietary', 'linked', 'shipped', 'review', 'production use depends on the grant'],
  ['BUSL-1.1', 'Apache-2.0', 'linked', 'shipped', 'conflict', 'an open-source license cannot carry the limit on'],
  ['CC-BY-NC-4.0', 'proprietary', 'copied', 'shipped', 'conflict', 'a product for sale is commercial'],
  ['CC-BY-NC-ND-4.0', 'MIT', 'tool', 'internal', 'review', 'commercial use inside a company is commercial too'],
  ['LicenseRef-Anti-996', 'proprietary', 'linked', 'internal', 'review', 'conditions on labor law'],
  ['Elastic-2.0', 'MIT', 'copied', 'network', 'review', 'may not be offered as a managed service'],
  ['MIT', 'BUSL-1.1', 'linked', 'shipped', 'review', 'the own license is none that the rules know'],
  ['JSON', 'proprietary', 'linked', 'internal', 'review', '"shall be used for Good, not Evil" is a limit of purpose'],
];

describe('cases that a lawyer would try', () => {
  for (const [inbound, outbound, use, distribution, verdict, because, more] of [...closed, ...open, ...choices]) {
    const { modified = false, confidence = 'high' } = more ?? {};
    it(`${inbound}, ${use} in ${outbound}, ${distribution}: ${verdict} (${because})`, () => {
      const found = checkLicense({ inbound, outbound, use, distribution, modified, confidence });

      assert.equal(found.verdict, verdict, found.reason);
      assert.ok(found.reason.length > 20 && found.sources.length > 0);
    });
  }

  it('are at least sixty', () => {
    assert.ok(closed.length + open.length + choices.length >= 60);
  });

  it('names the operand that it took', () => {
    const { reason } = checkLicense({
      inbound: 'MIT OR GPL-3.0-only',
      outbound: 'proprietary',
      use: 'linked',
      distribution: 'shipped',
      modified: false,
      confidence: 'high',
    });

    assert.match(reason, /take MIT/);
  });
});
