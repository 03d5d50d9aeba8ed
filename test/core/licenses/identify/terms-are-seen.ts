import assert from 'node:assert/strict';
import type { Licenses } from '../../../../src/core/licenses/index.ts';
import { openForTest } from '../compiled-index.ts';
import { takesNothingBack } from '../takes-nothing-back.ts';

/** Where a term is put: a name for the test, and the text of a file that holds the term there. */
export type Place = readonly [name: string, put: (term: string) => string];

/** For a `describe`: a test for each place. Put there, none of the terms leaves a license that looks plain. */
export function termsAreSeen(places: readonly Place[], terms: readonly string[]): void {
  let licenses: Licenses;
  before(async function () {
    this.timeout(120_000);
    licenses = await openForTest();
  });

  for (const [name, put] of places) {
    it(`are seen ${name}`, function () {
      this.timeout(120_000);
      const unseen = terms
        .map(term => ({ term, expression: licenses.identify(put(term)).expression }))
        .filter(({ expression }) => takesNothingBack(expression))
        .map(({ term, expression }) => `${term} ${expression}`);

      assert.deepEqual(unseen, []);
    });
  }
}
