import assert from 'node:assert/strict';
import {
  applyLicensePolicy,
  LicensePolicyError,
  type PolicyDecision,
  readLicensePolicy,
} from '../../../src/core/licenses/index.ts';
import type { LicenseUse } from '../../../src/core/model.ts';

const policy = readLicensePolicy(`
allowed:
  - MIT
  - class:public-domain
  - { license: LGPL-2.1-only, use: [linked] }
review: [MPL-2.0, Apache-2.0]
denied:
  - class:network-copyleft
  - GPL-3.0-only
`);

describe('a company policy', () => {
  const cases: readonly (readonly [expression: string, LicenseUse, PolicyDecision])[] = [
    ['MIT', 'linked', 'allowed'],
    ['0BSD', 'copied', 'allowed'],
    ['LGPL-2.1', 'linked', 'allowed'],
    ['LGPL-2.1-only', 'copied', 'review'],
    ['AGPL-3.0-only', 'tool', 'denied'],
    ['MulanPubL-2.0', 'linked', 'denied'],
    ['MIT OR GPL-3.0-only', 'linked', 'allowed'],
    ['MIT AND GPL-3.0-only', 'linked', 'denied'],
    ['NOASSERTION', 'linked', 'review'],
    ['ISC', 'linked', 'review'],
    ['__proto__', 'linked', 'review'],
  ];
  for (const [expression, use, decision] of cases) {
    it(`decides ${decision} on ${expression}, ${use}`, () => {
      assert.equal(applyLicensePolicy(policy, expression, { use, distribution: 'shipped' }).decision, decision);
    });
  }

  it('never allows an unknown license, whatever the rest is', () => {
    const generous = readLicensePolicy('otherwise: allowed');

    const decide = (id: string) =>
      applyLicensePolicy(generous, id, { use: 'linked', distribution: 'shipped' }).decision;

    assert.deepEqual([decide('ISC'), decide('LicenseRef-additional-terms')], ['allowed', 'review']);
  });

  const wrong: readonly (readonly [name: string, yaml: string, message: RegExp])[] = [
    ['broken YAML', 'allowed: [', /no valid YAML/],
    ['an unknown key', 'allow: [MIT]', /wrong at the top level/],
    ['no license', 'denied: [All of them]', /denied\.0/],
    ['an unknown use', 'denied: [{ license: MIT, use: [eaten] }]', /denied\.0/],
    ['a bomb of aliases', 'a: &a [x, x]\nallowed: [*a, *a]', /no valid YAML|wrong at/],
    ['a huge file', '#'.repeat(300_000), /too large/],
  ];
  for (const [name, yaml, message] of wrong) {
    it(`refuses ${name} with a sentence`, () => {
      assert.throws(
        () => readLicensePolicy(yaml),
        (error: unknown) => error instanceof LicensePolicyError && message.test(error.message),
      );
    });
  }
});
