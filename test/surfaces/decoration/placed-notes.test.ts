import assert from 'node:assert/strict';
import { movedNotes, sameNotes, type TextChange } from '../../../src/surfaces/decoration/placed-notes.ts';

const change = (from: readonly [number, number], to: readonly [number, number], text: string): TextChange => ({
  range: { start: { line: from[0], character: from[1] }, end: { line: to[0], character: to[1] } },
  text,
});
const note = { line: 3, character: 10, text: '→ Day.js' };

describe('notes that the editor moves along with its text', () => {
  for (const [what, changes, expected] of [
    ['stay where text below them changes', [change([4, 0], [5, 2], 'a\nb\nc')], [3, 10]],
    ['stay where text behind them changes in their line', [change([3, 11], [3, 12], 'x')], [3, 10]],
    ['go down with lines that come above', [change([1, 4], [1, 4], '\n\n')], [5, 10]],
    ['go up with lines that go', [change([0, 2], [2, 1], '')], [1, 10]],
    ['go along with letters in front of them', [change([3, 2], [3, 4], 'abcde')], [3, 13]],
    ['go into the next line with a break in front of them', [change([3, 4], [3, 4], '\r\n  ')], [4, 8]],
    ['go up to the line above when the break goes', [change([2, 5], [3, 0], '')], [2, 15]],
    [
      'follow several changes, one after the other',
      [change([3, 0], [3, 0], 'ab'), change([0, 0], [0, 0], '\n')],
      [4, 12],
    ],
  ] as const) {
    it(what, () => {
      const [line, character] = expected;

      assert.deepEqual(movedNotes([note], changes), [{ ...note, line, character }]);
    });
  }

  for (const [what, changes] of [
    ['at them', [change([3, 10], [3, 10], 'x')]],
    ['in which they stood', [change([2, 0], [4, 0], 'x')]],
    ['that ends at them', [change([3, 8], [3, 10], '')]],
  ] as const) {
    it(`are uncertain after a change ${what}`, () => {
      assert.equal(movedNotes([{ ...note, line: 0 }, note], changes), undefined);
    });
  }

  it('are the same where place and words are', () => {
    assert.ok(sameNotes([note], [{ ...note }]));
    assert.ok(!sameNotes([note], [{ ...note, text: '+ Day.js' }]));
    assert.ok(!sameNotes([note], [{ ...note, character: 11 }]));
    assert.ok(!sameNotes([note], []));
    assert.ok(!sameNotes(undefined, []));
  });
});
