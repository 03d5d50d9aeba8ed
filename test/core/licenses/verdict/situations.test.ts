import assert from 'node:assert/strict';
import { checkLicense } from '../../../../src/core/licenses/index.ts';
import type { Verdict } from '../../../../src/core/model.ts';

const inbounds = [
  'MIT',
  'Apache-2.0',
  'MulanPSL-2.0',
  'LicenseRef-MulanPubL-2.0',
  'MPL-2.0',
  'EPL-2.0',
  'LGPL-2.1-only',
  'LGPL-3.0-only',
  'GPL-2.0-only',
  'GPL-3.0-only',
  'AGPL-3.0-only',
  'EUPL-1.2',
  'SSPL-1.0',
  'BUSL-1.1',
  'CC-BY-NC-4.0',
  'NOASSERTION',
] as const;
const outbounds = ['proprietary', 'MIT', 'Apache-2.0', 'EUPL-1.2', 'GPL-2.0-only', 'GPL-3.0-only'] as const;
const uses = ['tool', 'separate', 'linked', 'copied'] as const;
const distributions = ['internal', 'network', 'shipped'] as const;
/** From the best to the worst. */
const scale: readonly Verdict[] = ['fits', 'fits-with-duties', 'depends', 'review', 'conflict', 'no-right-found'];

const cells = inbounds.flatMap(inbound =>
  outbounds.flatMap(outbound =>
    uses.flatMap(use => distributions.map(distribution => ({ inbound, outbound, use, distribution }))),
  ),
);

/** Place on the scale of one cell of the table. */
function rank(cell: (typeof cells)[number], modified: boolean): number {
  return scale.indexOf(checkLicense({ ...cell, modified, confidence: 'high' }).verdict);
}

describe('all kinds of use, of distribution, changed and unchanged', () => {
  it('have a verdict and a reason in every cell', () => {
    for (const cell of cells) {
      for (const modified of [false, true]) {
        const { verdict, reason } = checkLicense({ ...cell, modified, confidence: 'high' });

        assert.ok(scale.includes(verdict), JSON.stringify(cell));
        assert.ok(reason.length > 0, JSON.stringify(cell));
      }
    }
    assert.equal(cells.length, 16 * 6 * 4 * 3);
  });

  it('are never better when the component is changed', () => {
    assert.deepEqual(
      cells.filter(cell => rank(cell, true) < rank(cell, false)),
      [],
    );
  });

  it('are never better when the work is shipped than when it stays inside', () => {
    const shipped = cells.filter(({ distribution }) => distribution === 'shipped');

    assert.deepEqual(
      shipped.filter(cell => rank(cell, false) < rank({ ...cell, distribution: 'internal' }, false)),
      [],
    );
  });

  it('are never better for copied code than for a tool', () => {
    const copied = cells.filter(({ use }) => use === 'copied');

    assert.deepEqual(
      copied.filter(cell => rank(cell, false) < rank({ ...cell, use: 'tool' }, false)),
      [],
    );
  });
});
