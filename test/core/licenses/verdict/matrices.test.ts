import assert from 'node:assert/strict';
import { attributions, checkLicense } from '../../../../src/core/licenses/index.ts';
import osadl from '../../../../src/core/licenses/verdict/data/osadl.json' with { type: 'json' };
import recLicense from '../../../../src/core/licenses/verdict/data/rec-license.json' with { type: 'json' };
import type { LicenseUse, Verdict } from '../../../../src/core/model.ts';

interface Cell {
  readonly inbound: string;
  readonly outbound: string;
  readonly letter: string;
}

function cellsOf(table: typeof osadl | typeof recLicense): readonly Cell[] {
  return table.groups.flatMap(({ outbound: ids, row }) =>
    ids.flatMap(outbound =>
      table.inbound.flatMap((inbound, column) =>
        inbound === outbound ? [] : [{ inbound, outbound, letter: row[column] ?? '' }],
      ),
    ),
  );
}

/** Cells whose verdict is none of those allowed for what the table says. */
function wrong(cells: readonly Cell[], use: LicenseUse, letters: string, allowed: readonly Verdict[]) {
  return cells
    .filter(({ letter }) => letters.includes(letter))
    .map(({ inbound, outbound }) => {
      const question = {
        inbound,
        outbound,
        use,
        distribution: 'shipped',
        modified: false,
        confidence: 'high',
      } as const;
      return { inbound, outbound, verdict: checkLicense(question).verdict };
    })
    .filter(({ verdict }) => !allowed.includes(verdict));
}

const green: readonly Verdict[] = ['fits', 'fits-with-duties'];

describe('the compatibility tables', () => {
  it('hold every cell of the samples', () => {
    assert.equal(cellsOf(osadl).length, 77 * 76);
    assert.equal(cellsOf(recLicense).length, 42 * 41);
  });

  it('never give green to copied code that OSADL calls incompatible or does not know', () => {
    assert.deepEqual(wrong(cellsOf(osadl), 'copied', 'nu', ['review', 'conflict']), []);
  });

  it('never give conflict to copied code that OSADL calls compatible', () => {
    assert.deepEqual(wrong(cellsOf(osadl), 'copied', 'y', [...green, 'depends', 'review']), []);
  });

  it('give green to nearly all that OSADL calls compatible', () => {
    const cells = cellsOf(osadl).filter(({ letter }) => letter === 'y');

    // Where RecLicense or the FSF disagrees, it is a question for people.
    assert.ok(wrong(cells, 'copied', 'y', green).length < cells.length / 100);
  });

  it('never give green to linked code that RecLicense calls incompatible', () => {
    assert.deepEqual(wrong(cellsOf(recLicense), 'linked', 'n', ['review', 'conflict']), []);
  });

  it('never give conflict to linked code that RecLicense calls compatible', () => {
    assert.deepEqual(wrong(cellsOf(recLicense), 'linked', '12b', [...green, 'depends', 'review']), []);
  });

  it('come with the words that their authors ask for', () => {
    const texts = attributions.map(({ text }) => text).join('\n');

    assert.match(
      texts,
      /\(C\) 2017 - 2024 OSADL eG and contributors, CC-BY-4\.0, https:\/\/www\.osadl\.org\/checklists/,
    );
    assert.match(texts, /RecLicense.*MulanPSL-2\.0/);
  });
});
