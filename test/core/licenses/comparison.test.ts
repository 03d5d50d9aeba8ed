import assert from 'node:assert/strict';
import { compareLicenses } from '../../../src/core/licenses/index.ts';

const shipped = { outbound: 'proprietary', use: 'linked', distribution: 'shipped', modified: false } as const;

function compared(candidate: string, current: string, situation: Parameters<typeof compareLicenses>[2] = shipped) {
  const known = (expression: string) => ({ expression, confidence: 'high' }) as const;
  return compareLicenses(known(candidate), known(current), situation);
}

describe('a candidate beside what is used now', () => {
  it('shows no difference between licenses that ask for the same', () => {
    const { differences, better, duties } = compared('MIT', 'ISC');

    assert.deepEqual({ differences, better }, { differences: [], better: 'same' });
    assert.equal(duties.both.length, 1);
    assert.deepEqual([duties.onlyCandidate, duties.onlyCurrent], [[], []]);
  });

  it('lists the duties that a Mulan license brings', () => {
    const { duties, better } = compared('MulanPSL-2.0', 'MIT');

    assert.ok(duties.onlyCandidate.some(duty => duty.includes('Chinese one prevails')));
    assert.equal(duties.both.length, 1);
    assert.equal(better, 'current');
  });

  it('says that a copyleft license binds the whole work', () => {
    const { differences, better, candidate } = compared('AGPL-3.0-only', 'MIT');

    assert.match(differences[0] ?? '', /^The candidate conflicts with your license; what you use now fits/);
    assert.ok(differences.some(one => one.includes('over a network')));
    assert.equal(candidate.verdict, 'conflict');
    assert.equal(better, 'current');
  });

  it('says what falls away', () => {
    const { differences, better } = compared('Apache-2.0', 'GPL-3.0-only');

    assert.ok(differences.some(one => one.startsWith('What you use now binds the whole work')));
    assert.equal(better, 'candidate');
  });

  it('counts only what nobody can avoid of a choice', () => {
    assert.ok(!compared('MIT OR GPL-3.0-only', 'MIT').differences.some(one => one.includes('binds')));
  });

  it('is never green for what is only named somewhere', () => {
    const { candidate } = compareLicenses(
      { expression: 'MIT', confidence: 'low' },
      { expression: 'MIT', confidence: 'high' },
      shipped,
    );

    assert.equal(candidate.verdict, 'review');
  });

  it('finds unknown terms on either side', () => {
    assert.ok(compared('LicenseRef-shop', 'MIT').differences.some(one => one.includes('does not know')));
    assert.ok(compared('MIT', '??').differences.some(one => one.includes('does not know')));
  });
});
