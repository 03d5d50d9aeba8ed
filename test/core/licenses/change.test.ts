import assert from 'node:assert/strict';
import { type LicenseChangeKind, licenseChange } from '../../../src/core/licenses/index.ts';

describe('a change of license since a finding was saved', () => {
  const cases: readonly (readonly [saved: string, today: string, LicenseChangeKind | undefined])[] = [
    ['MIT', 'MIT', undefined],
    ['MIT', 'AGPL-3.0-only', 'stricter'],
    ['Apache-2.0', 'Apache-2.0 AND LicenseRef-additional-terms', 'stricter'],
    ['MIT', 'BUSL-1.1', 'stricter'],
    ['AGPL-3.0-only', 'Apache-2.0', 'looser'],
    ['Apache-2.0', 'MulanPSL-2.0', 'other'],
    ['MIT', 'MIT OR GPL-3.0-only', 'other'],
    ['MIT OR Apache-2.0', 'Apache-2.0 OR MIT', undefined],
    ['GPL-3.0', 'GPL-3.0-or-later', undefined],
    ['MulanPubL-2.0', 'LicenseRef-MulanPubL-2.0', undefined],
    ['NOASSERTION', 'MIT', 'found'],
    ['MIT', 'NOASSERTION', 'lost'],
    ['NOASSERTION', 'NOASSERTION', undefined],
    ['', 'NOASSERTION', undefined],
    ['see the website', 'MIT', 'found'],
  ];
  for (const [saved, today, kind] of cases) {
    it(`is ${kind ?? 'none'} from ${saved || '(nothing)'} to ${today}`, () => {
      const change = licenseChange(saved, { expression: today, complete: true });

      assert.equal(change?.kind, kind);
      if (change) assert.ok(change.sentence.includes(change.to === 'NOASSERTION' ? 'no license' : change.to));
    });
  }

  it('is not claimed while files are still being read, unless what was read already asks for more', () => {
    const early = (saved: string, today: string) => licenseChange(saved, { expression: today, complete: false })?.kind;

    assert.equal(early('MIT', 'NOASSERTION'), undefined);
    assert.equal(early('Apache-2.0 AND LicenseRef-additional-terms', 'Apache-2.0'), undefined);
    assert.equal(early('MIT', 'AGPL-3.0-only'), 'stricter');
  });
});
