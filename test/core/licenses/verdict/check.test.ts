import assert from 'node:assert/strict';
import { checkLicense } from '../../../../src/core/licenses/index.ts';
import type { Confidence, Distribution, LicenseUse, Verdict } from '../../../../src/core/model.ts';

function check(
  inbound: string,
  outbound: string,
  use: LicenseUse = 'linked',
  distribution: Distribution = 'shipped',
  more: { modified?: boolean; confidence?: Confidence } = {},
) {
  const { modified = false, confidence = 'high' } = more;
  return checkLicense({ inbound, outbound, use, distribution, modified, confidence });
}

type Case = readonly [inbound: string, outbound: string, LicenseUse, Distribution, Verdict];

describe('license verdicts', () => {
  const closed: readonly Case[] = [
    ['MIT', 'proprietary', 'linked', 'shipped', 'fits-with-duties'],
    ['MIT', 'proprietary', 'linked', 'internal', 'fits'],
    ['MIT', 'proprietary', 'linked', 'network', 'fits'],
    ['0BSD', 'proprietary', 'copied', 'shipped', 'fits'],
    ['MPL-2.0', 'proprietary', 'linked', 'shipped', 'fits-with-duties'],
    ['MPL-2.0', 'proprietary', 'copied', 'shipped', 'depends'],
    ['LGPL-2.1-only', 'proprietary', 'linked', 'shipped', 'fits-with-duties'],
    ['LGPL-2.1-only', 'proprietary', 'copied', 'shipped', 'conflict'],
    ['GPL-3.0-only', 'proprietary', 'linked', 'shipped', 'conflict'],
    ['GPL-3.0-only', 'proprietary', 'linked', 'network', 'fits'],
    ['GPL-3.0-only', 'proprietary', 'linked', 'internal', 'fits'],
    ['GPL-3.0-only', 'proprietary', 'separate', 'shipped', 'fits-with-duties'],
    ['GPL-3.0-only', 'proprietary', 'tool', 'shipped', 'fits'],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'proprietary', 'linked', 'shipped', 'fits-with-duties'],
    ['AGPL-3.0-only', 'proprietary', 'linked', 'network', 'conflict'],
    ['AGPL-3.0-only', 'proprietary', 'separate', 'network', 'fits-with-duties'],
    ['MulanPubL-2.0', 'proprietary', 'linked', 'network', 'conflict'],
    ['MulanPubL-2.0', 'proprietary', 'linked', 'shipped', 'conflict'],
    ['EUPL-1.2', 'proprietary', 'linked', 'shipped', 'review'],
    ['RPL-1.5', 'proprietary', 'linked', 'internal', 'review'],
  ];
  const open: readonly Case[] = [
    ['MIT', 'GPL-2.0-only', 'linked', 'shipped', 'fits-with-duties'],
    ['Apache-2.0', 'GPL-2.0-only', 'linked', 'shipped', 'conflict'],
    ['Apache-2.0', 'GPL-3.0-or-later', 'copied', 'shipped', 'fits-with-duties'],
    ['Apache-2.0 WITH LLVM-exception', 'GPL-2.0-only', 'linked', 'shipped', 'fits-with-duties'],
    ['MulanPSL-2.0', 'GPL-2.0-only', 'linked', 'shipped', 'review'],
    ['MulanPSL-2.0', 'GPL-3.0-only', 'linked', 'shipped', 'fits-with-duties'],
    ['MulanPSL-2.0', 'Apache-2.0', 'linked', 'shipped', 'fits-with-duties'],
    ['MulanPSL-2.0', 'EUPL-1.2', 'linked', 'shipped', 'review'],
    ['Apache-2.0', 'EUPL-1.2', 'linked', 'shipped', 'review'],
    ['MIT', 'EUPL-1.2', 'linked', 'shipped', 'fits-with-duties'],
    ['EUPL-1.2', 'GPL-3.0-only', 'linked', 'shipped', 'fits-with-duties'],
    ['GPL-3.0-only', 'EUPL-1.2', 'linked', 'shipped', 'conflict'],
    ['GPL-3.0-only', 'MulanPSL-2.0', 'linked', 'shipped', 'conflict'],
    ['GPL-3.0-only', 'GPL-2.0-only', 'linked', 'shipped', 'conflict'],
    ['GPL-2.0-or-later', 'GPL-3.0-only', 'linked', 'shipped', 'fits-with-duties'],
    ['LGPL-2.1-only', 'MIT', 'linked', 'shipped', 'fits-with-duties'],
    ['MulanPubL-2.0', 'MIT', 'linked', 'shipped', 'conflict'],
    ['MulanPubL-2.0', 'AGPL-3.0-or-later', 'linked', 'shipped', 'fits-with-duties'],
    ['GPL-3.0-only', 'MIT', 'linked', 'network', 'depends'],
    ['EUPL-1.1+', 'EUPL-1.2', 'copied', 'shipped', 'fits-with-duties'],
  ];
  const limited: readonly Case[] = [
    ['CC-BY-NC-4.0', 'proprietary', 'linked', 'shipped', 'conflict'],
    ['CC-BY-NC-4.0', 'MIT', 'tool', 'internal', 'review'],
    ['LicenseRef-Anti-996', 'MIT', 'tool', 'internal', 'review'],
    ['LicenseRef-Tencent-Hunyuan', 'proprietary', 'separate', 'network', 'review'],
    ['BUSL-1.1', 'proprietary', 'linked', 'internal', 'review'],
    ['SSPL-1.0', 'proprietary', 'linked', 'network', 'conflict'],
    ['Apache-2.0 AND LicenseRef-additional-terms', 'proprietary', 'linked', 'shipped', 'review'],
    ['LicenseRef-MIT-modified', 'MIT', 'tool', 'internal', 'review'],
    ['NOASSERTION', 'MIT', 'tool', 'internal', 'no-right-found'],
    ['NONE', 'MIT', 'linked', 'shipped', 'no-right-found'],
    ['UNLICENSED', 'MIT', 'linked', 'shipped', 'no-right-found'],
    ['', 'MIT', 'linked', 'shipped', 'no-right-found'],
    ['__proto__', 'MIT', 'linked', 'shipped', 'review'],
    ['MIT', '', 'linked', 'shipped', 'review'],
  ];
  for (const [inbound, outbound, use, distribution, verdict] of [...closed, ...open, ...limited]) {
    it(`${inbound || '(nothing)'} ${use} in ${outbound || '(unknown)'}, ${distribution}: ${verdict}`, () => {
      assert.equal(check(inbound, outbound, use, distribution).verdict, verdict);
    });
  }

  it('takes the best of a choice and names it', () => {
    const { verdict, reason } = check('GPL-3.0-only OR MIT', 'proprietary');

    assert.equal(verdict, 'fits-with-duties');
    assert.match(reason, /take MIT/);
  });

  it('takes the worst of what applies together', () => {
    assert.equal(check('MIT AND GPL-3.0-only', 'proprietary').verdict, 'conflict');
  });

  it('is as bad as the worst of the own licenses', () => {
    assert.equal(check('Apache-2.0', 'MIT OR GPL-2.0-only').verdict, 'conflict');
  });

  for (const inbound of ['MIT', '0BSD', 'Apache-2.0']) {
    it(`never calls ${inbound} green with low confidence`, () => {
      const { verdict, reason } = check(inbound, 'proprietary', 'linked', 'shipped', { confidence: 'low' });

      assert.equal(verdict, 'review');
      assert.match(reason, /not certain/);
    });
  }

  it('shows both sides where a table contradicts the rules', () => {
    const { verdict, reason, sources } = check('Artistic-2.0', 'LGPL-2.1-only', 'copied');

    assert.equal(verdict, 'review');
    assert.match(reason, /But RecLicense/);
    assert.ok(sources.some(one => one.startsWith('OSADL')) && sources.some(one => one.startsWith('RecLicense')));
  });

  it('lists the duties of Mulan PSL when it is passed on', () => {
    const { duties } = check('MulanPSL-2.0', 'proprietary', 'linked', 'shipped');

    assert.ok(duties.some(one => one.includes('text of MulanPSL-2.0')));
    assert.ok(duties.some(one => one.includes('trademark and disclaimer statements')));
    assert.ok(duties.some(one => one.includes('Chinese one prevails')));
  });

  it('asks to mark changes only of who changed something', () => {
    const marked = (modified: boolean) =>
      check('Apache-2.0', 'MIT', 'linked', 'shipped', { modified }).duties.some(one => one.startsWith('Mark'));

    assert.deepEqual([marked(false), marked(true)], [false, true]);
  });

  it('offers the source to the users of a service under the AGPL', () => {
    const { duties } = check('AGPL-3.0-only', 'AGPL-3.0-only', 'linked', 'network', { modified: true });

    assert.ok(duties.some(one => one.startsWith('Offer the users of the service the source')));
  });

  for (const inbound of ['Apache-2.0', 'GPL-3.0-only', 'MIT']) {
    it(`says of ${inbound} in a service that what browsers load is given out`, () => {
      assert.match(check(inbound, 'proprietary', 'linked', 'network').reason, /What browsers load.*is given out/);
      assert.match(check(inbound, 'proprietary', 'separate', 'network').reason, /What browsers load.*is given out/);
      assert.doesNotMatch(check(inbound, 'proprietary', 'linked', 'shipped').reason, /browsers/);
    });
  }

  it('speaks of the own legal entity, not of a group of companies', () => {
    assert.match(check('GPL-3.0-only', 'proprietary', 'linked', 'internal').reason, /legal entity.*subsidiaries/);
  });

  it('names no internal id as if it were a license', () => {
    for (const inbound of [
      'MIT AND LicenseRef-additional-terms',
      'LicenseRef-MIT-modified',
      'LicenseRef-territorial',
    ]) {
      const { reason, duties } = check(inbound, 'proprietary', 'separate', 'shipped');

      assert.doesNotMatch([reason, ...duties].join('\n'), /LicenseRef/);
    }
  });

  it('lists no duties inside an organization', () => {
    assert.deepEqual(check('GPL-3.0-only', 'proprietary', 'linked', 'internal').duties, []);
  });
});
