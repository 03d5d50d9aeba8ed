import assert from 'node:assert/strict';
import { z } from 'zod';
import { checkLicense } from '../../../../src/core/licenses/index.ts';

/**
 * What a lawyer from outside answered before looking at the program's answer: component | own work | use | distribution |
 * changed or not -> verdicts that are right. Where people of the trade differ, more than one is.
 */
const answers = `
  MIT | proprietary | linked | shipped | as it is -> fits-with-duties
  MIT | proprietary | linked | internal | as it is -> fits or fits-with-duties
  MIT | GPL-2.0-only | copied | shipped | changed -> fits-with-duties
  Apache-2.0 | GPL-2.0-only | linked | shipped | as it is -> conflict
  Apache-2.0 | GPL-2.0-or-later | linked | shipped | as it is -> fits-with-duties or depends or review
  Apache-2.0 | GPL-3.0-only | linked | shipped | as it is -> fits-with-duties
  Apache-2.0 | LGPL-2.1-only | linked | shipped | as it is -> review or depends or conflict
  Apache-2.0 | EUPL-1.2 | linked | shipped | as it is -> review
  Apache-2.0 | EUPL-1.2 | separate | shipped | as it is -> fits-with-duties
  MulanPSL-2.0 | proprietary | linked | shipped | as it is -> fits-with-duties
  MulanPSL-2.0 | GPL-2.0-only | linked | shipped | as it is -> review
  MulanPSL-2.0 | GPL-3.0-only | linked | shipped | as it is -> fits-with-duties or review
  MulanPSL-2.0 | Apache-2.0 | copied | shipped | changed -> fits-with-duties or review
  MulanPSL-2.0 | EUPL-1.2 | copied | shipped | changed -> review
  GPL-3.0-only | proprietary | linked | shipped | as it is -> conflict
  GPL-3.0-only | proprietary | linked | internal | as it is -> fits or fits-with-duties or depends
  GPL-3.0-only | proprietary | linked | network | as it is -> fits or fits-with-duties or depends
  GPL-3.0-only | proprietary | tool | shipped | as it is -> fits or fits-with-duties
  GPL-3.0-only | proprietary | separate | shipped | as it is -> fits-with-duties or depends
  GPL-2.0-only | GPL-3.0-only | linked | shipped | as it is -> conflict
  GPL-2.0-or-later | GPL-3.0-only | linked | shipped | as it is -> fits-with-duties
  GPL-3.0-only | GPL-2.0-or-later | linked | shipped | as it is -> conflict or depends or review
  GPL-2.0-only | Apache-2.0 | linked | shipped | as it is -> conflict
  GPL-2.0-only WITH Classpath-exception-2.0 | proprietary | linked | shipped | as it is -> fits-with-duties
  GPL-2.0-only WITH Classpath-exception-2.0 | proprietary | copied | shipped | changed -> conflict or depends or review
  LGPL-2.1-only | proprietary | linked | shipped | as it is -> fits-with-duties or depends
  LGPL-2.1-only | proprietary | copied | shipped | as it is -> conflict or depends or review
  LGPL-3.0-only | GPL-2.0-only | linked | shipped | as it is -> conflict
  LGPL-2.1-only | MIT | linked | shipped | as it is -> fits-with-duties or depends
  LGPL-3.0-or-later | proprietary | linked | network | changed -> fits or fits-with-duties or depends
  AGPL-3.0-only | proprietary | linked | network | changed -> conflict
  AGPL-3.0-only | proprietary | linked | network | as it is -> conflict or depends or review
  AGPL-3.0-only | proprietary | separate | network | changed -> fits-with-duties or depends
  AGPL-3.0-only | proprietary | linked | internal | as it is -> fits or fits-with-duties or depends
  AGPL-3.0-only | GPL-3.0-only | linked | shipped | as it is -> fits-with-duties or depends or review
  AGPL-3.0-only | EUPL-1.2 | copied | shipped | as it is -> conflict or review
  EUPL-1.2 | AGPL-3.0-only | copied | shipped | as it is -> fits-with-duties
  EUPL-1.2 | GPL-3.0-only | copied | shipped | as it is -> fits-with-duties or review or depends
  EUPL-1.2 | proprietary | linked | shipped | as it is -> depends or review or conflict
  EUPL-1.2 | proprietary | copied | network | changed -> conflict
  EUPL-1.2 | MIT | copied | shipped | as it is -> conflict
  MPL-2.0 | proprietary | linked | shipped | changed -> fits-with-duties or depends
  MPL-2.0 | EUPL-1.2 | linked | shipped | as it is -> fits-with-duties or depends or review
  MPL-2.0-no-copyleft-exception | GPL-3.0-only | linked | shipped | as it is -> conflict or review
  EPL-2.0 | GPL-3.0-only | linked | shipped | as it is -> conflict or review
  EPL-1.0 | proprietary | linked | shipped | as it is -> fits-with-duties or depends
  CDDL-1.0 | GPL-2.0-only | linked | shipped | as it is -> conflict
  BSD-4-Clause | GPL-3.0-only | linked | shipped | as it is -> conflict
  BSD-4-Clause | proprietary | linked | shipped | as it is -> fits-with-duties
  SSPL-1.0 | proprietary | separate | network | as it is -> review or conflict or depends
  SSPL-1.0 | proprietary | tool | internal | as it is -> fits or fits-with-duties or depends or review
  BUSL-1.1 | proprietary | linked | shipped | as it is -> review or conflict
  BUSL-1.1 | MIT | linked | shipped | as it is -> review or conflict
  Elastic-2.0 | proprietary | linked | network | as it is -> review or depends
  CC-BY-NC-4.0 | proprietary | copied | internal | as it is -> review or conflict
  CC-BY-SA-4.0 | proprietary | copied | shipped | changed -> conflict or review or depends
  CC-BY-ND-4.0 | proprietary | copied | shipped | changed -> conflict
  CC0-1.0 | proprietary | copied | shipped | changed -> fits or fits-with-duties
  PolyForm-Noncommercial-1.0.0 | proprietary | linked | internal | as it is -> review or conflict
  LicenseRef-Anti-996 | proprietary | linked | shipped | as it is -> review or conflict
  LicenseRef-MulanPubL-2.0 | proprietary | linked | network | changed -> conflict or review
  LicenseRef-MulanPubL-2.0 | proprietary | linked | shipped | as it is -> conflict
  LicenseRef-MulanPubL-2.0 | AGPL-3.0-only | linked | network | changed -> fits-with-duties or depends or review
  MulanPSL-1.0 | proprietary | linked | shipped | as it is -> fits-with-duties or review
  MIT OR LicenseRef-proprietary | proprietary | linked | shipped | as it is -> fits-with-duties
  MIT AND LicenseRef-additional-terms | proprietary | linked | shipped | as it is -> review
  NOASSERTION | proprietary | tool | internal | as it is -> review or no-right-found
  NONE | proprietary | linked | shipped | as it is -> no-right-found
  GPL-2.0-only OR MIT | proprietary | linked | shipped | as it is -> fits-with-duties
  GPL-3.0-or-later AND MIT | Apache-2.0 | linked | shipped | as it is -> conflict
  OSL-3.0 | proprietary | linked | network | changed -> conflict or review
  QPL-1.0 | GPL-2.0-only | linked | shipped | as it is -> conflict or review
  Artistic-1.0 | GPL-3.0-only | linked | shipped | as it is -> conflict or review
  Unlicense | GPL-3.0-only | copied | shipped | changed -> fits or fits-with-duties
  JSON | proprietary | linked | shipped | as it is -> review or depends or conflict
  OFL-1.1 | proprietary | copied | shipped | changed -> fits-with-duties or depends or review
  CC-BY-4.0 | proprietary | copied | shipped | changed -> fits-with-duties
  CECILL-2.1 | proprietary | linked | shipped | as it is -> conflict or depends or review
  OpenSSL | GPL-2.0-only | linked | shipped | as it is -> conflict
  GPL-3.0-only WITH GCC-exception-3.1 | proprietary | linked | shipped | as it is -> fits-with-duties or fits
  Apache-2.0 WITH LLVM-exception | GPL-2.0-only | linked | shipped | as it is -> fits-with-duties or depends or review
  GPL-2.0-only WITH Linux-syscall-note | proprietary | separate | shipped | as it is -> fits-with-duties or depends or fits
  RPL-1.5 | proprietary | linked | internal | changed -> conflict or review or depends
  Parity-7.0.0 | proprietary | linked | internal | as it is -> conflict or review
  MS-RL | proprietary | linked | shipped | as it is -> depends or fits-with-duties or review
  Ms-PL | GPL-3.0-only | linked | shipped | as it is -> conflict or review
  ISC | EUPL-1.2 | copied | shipped | changed -> fits-with-duties
  Zlib | AGPL-3.0-only | copied | shipped | changed -> fits-with-duties
  WTFPL | proprietary | copied | shipped | changed -> fits or fits-with-duties or review
  GPL-2.0-only WITH Universal-FOSS-exception-1.0 | proprietary | linked | shipped | as it is -> conflict
  GPL-2.0-only WITH i2p-gpl-java-exception | proprietary | linked | shipped | as it is -> conflict
  GPL-2.0-only WITH OpenJDK-assembly-exception-1.0 | proprietary | linked | shipped | as it is -> conflict or review
  GPL-2.0-only WITH UBDL-exception | proprietary | linked | shipped | as it is -> conflict
  GPL-2.0-only WITH Linux-syscall-note | proprietary | linked | shipped | as it is -> review or conflict
  GPL-2.0-only WITH Autoconf-exception-2.0 | proprietary | linked | shipped | as it is -> depends or review
  GPL-2.0-only | GPL-2.0-only WITH Classpath-exception-2.0 | linked | shipped | as it is -> review
  MS-LPL | proprietary | linked | shipped | as it is -> review
  Watcom-1.0 | proprietary | copied | internal | changed -> review
  APSL-1.2 | proprietary | copied | internal | changed -> review
  CECILL-2.1 | GPL-3.0-only | copied | shipped | as it is -> fits-with-duties
  MulanPSL-1.0 | GPL-3.0-only | linked | shipped | as it is -> review
`
  .trim()
  .split('\n')
  .map(line => line.trim());

const Question = z.object({
  inbound: z.string(),
  outbound: z.string(),
  use: z.enum(['tool', 'separate', 'linked', 'copied']),
  distribution: z.enum(['internal', 'network', 'shipped']),
});

describe('verdicts beside those of an outside lawyer', () => {
  for (const answer of answers) {
    it(answer, () => {
      const [question = '', right = ''] = answer.split(' -> ');
      const [inbound, outbound, use, distribution, changed] = question.split(' | ');
      const asked = Question.parse({ inbound, outbound, use, distribution });

      const { verdict, reason } = checkLicense({ ...asked, modified: changed === 'changed', confidence: 'high' });

      assert.ok(right.split(' or ').includes(verdict), `${verdict}: ${reason}`);
    });
  }
});
