import assert from 'node:assert/strict';
import { formatExpression, isLicenseExpression, parseExpression } from '../../../src/core/licenses/index.ts';

describe('license expressions', () => {
  const readable: readonly (readonly [written: string, meaning: string])[] = [
    ['mit', 'MIT'],
    [' Apache-2.0 ', 'Apache-2.0'],
    ['GPL-2.0', 'GPL-2.0-only'],
    ['gpl-2.0+', 'GPL-2.0-or-later'],
    ['LGPL-2.1-or-later', 'LGPL-2.1-or-later'],
    ['EUPL-1.1+', 'EUPL-1.1+'],
    ['GPL-2.0-with-classpath-exception', 'GPL-2.0-only WITH Classpath-exception-2.0'],
    ['gpl-2.0-only with classpath-exception-2.0', 'GPL-2.0-only WITH Classpath-exception-2.0'],
    ['MIT or (Apache-2.0 and BSD-3-Clause)', 'MIT OR (Apache-2.0 AND BSD-3-Clause)'],
    ['MIT OR MIT', 'MIT'],
    ['MulanPSL-2.0', 'MulanPSL-2.0'],
    ['MulanPubL-2.0', 'LicenseRef-MulanPubL-2.0'],
    ['LicenseRef-scancode-mulanpubl-2.0', 'LicenseRef-MulanPubL-2.0'],
    ['UNLICENSED', 'LicenseRef-proprietary'],
    ['Unlicense', 'Unlicense'],
    ['SEE LICENSE IN LICENSE.txt', 'NOASSERTION'],
    ['NOASSERTION', 'NOASSERTION'],
    ['MIT AND NOASSERTION', 'MIT AND NOASSERTION'],
  ];
  for (const [written, meaning] of readable) {
    it(`reads ${written} as ${meaning}`, () => {
      const parsed = parseExpression(written);

      assert.equal(parsed && formatExpression(parsed), meaning);
    });
  }

  const unreadable: readonly (readonly [name: string, written: string])[] = [
    ['nothing', ''],
    ['a name of the prototype', '__proto__'],
    ['a method of every object', 'constructor'],
    ['a license name', 'The MIT License'],
    ['a slash', 'MIT/Apache-2.0'],
    ['an open parenthesis', '(MIT'],
    ['an operator without operand', 'MIT OR'],
    ['10,000 parentheses', '('.repeat(10_000)],
    ['1,000 nested ones that close', `${'('.repeat(1_000)}MIT${')'.repeat(1_000)}`],
    ['a very long row of operands', Array(5_000).fill('MIT').join(' OR ')],
    ['Chinese', '木兰宽松许可证'],
  ];
  for (const [name, written] of unreadable) {
    it(`does not read ${name}`, () => {
      assert.equal(isLicenseExpression(written), false);
    });
  }
});
