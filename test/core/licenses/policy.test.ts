import assert from 'node:assert/strict';
import {
  againstPolicies,
  applyLicensePolicies,
  applyLicensePolicy,
  type LicensePolicy,
  licensePolicyIn,
  type PolicyDecision,
  type PolicySubject,
  readLicensePolicy,
  readLicensePolicySetting,
} from '../../../src/core/licenses/index.ts';
import { inEnglish } from '../../../src/core/sentences/index.ts';

async function policyOf(yaml: string): Promise<LicensePolicy> {
  const reading = await readLicensePolicy(yaml);
  assert.equal(reading.kind, 'policy', reading.kind === 'wrong' ? reading.problems[0]?.message : '');
  assert.ok(reading.kind === 'policy');
  return reading.policy;
}

const written = `
allowed:
  - MIT
  - class:public-domain
  - { license: LGPL-2.1-only, use: [linked] }
  - GPL-2.0-only WITH Classpath-exception-2.0
  - license: class:strong-copyleft
    distribution: [internal]
  - projects: [obproxy]
    because: bought a commercial license in 2025
review: [MPL-2.0, Apache-2.0]
denied:
  - class:network-copyleft
  - GPL-3.0-only
  - { projects: [unlucky], because: its maintainers are gone }
  - { projects: [half], license: MIT }
  - MIT OR Anti-996
`;

describe('a company policy', () => {
  let policy: LicensePolicy;
  before(async () => {
    policy = await policyOf(written);
  });

  const cases: readonly (readonly [PolicySubject, PolicyDecision])[] = [
    [{ license: 'MIT' }, 'allowed'],
    [{ license: '0BSD', use: 'copied' }, 'allowed'],
    [{ license: 'LGPL-2.1' }, 'allowed'],
    [{ license: 'LGPL-2.1-only', use: 'copied' }, 'review'],
    [{ license: 'AGPL-3.0-only', use: 'tool' }, 'denied'],
    [{ license: 'MulanPubL-2.0' }, 'denied'],
    [{ license: 'MIT OR GPL-3.0-only' }, 'allowed'],
    [{ license: 'MIT AND GPL-3.0-only' }, 'denied'],
    [{ license: 'Anti-996 OR MIT' }, 'denied'],
    [{ license: 'GPL-2.0-only', distribution: 'internal' }, 'allowed'],
    [{ license: 'GPL-2.0-only' }, 'review'],
    [{ license: 'GPL-2.0-with-classpath-exception' }, 'allowed'],
    [{ license: 'NOASSERTION' }, 'review'],
    [{ license: 'ISC' }, 'review'],
    [{ license: '__proto__' }, 'review'],
    [{ license: 'MulanPubL-2.0', project: 'obproxy' }, 'allowed'],
    [{ license: '??', project: 'obproxy' }, 'allowed'],
    [{ license: 'MIT', project: 'unlucky' }, 'denied'],
    [{ license: 'MIT', project: 'half' }, 'denied'],
    [{ license: 'MIT OR ISC', project: 'half' }, 'allowed'],
  ];
  for (const [subject, decision] of cases) {
    it(`decides ${decision} on ${Object.values(subject).join(', ')}`, () => {
      assert.equal(applyLicensePolicy(policy, subject).decision, decision);
    });
  }

  it('says which list of which policy decided, and why the company wants it so', () => {
    const { reason } = applyLicensePolicy(policy, { license: 'MIT', project: 'unlucky' });

    assert.equal(reason, 'unlucky is denied by .gitee-scout/policy.yaml (its maintainers are gone).');
    assert.match(
      applyLicensePolicy(policy, { license: 'AGPL-3.0-only' }).reason,
      /is network-copyleft, and that is denied/,
    );
  });

  it('never allows an unknown license, whatever the rest is', async () => {
    const generous = await policyOf('otherwise: allowed');

    const decide = (license: string) => applyLicensePolicy(generous, { license }).decision;

    assert.deepEqual([decide('ISC'), decide('LicenseRef-additional-terms')], ['allowed', 'review']);
  });

  it('assumes the use that it names, where nobody says another', async () => {
    const inside = await policyOf('distribution: internal\ndenied: [{ license: MIT, distribution: [shipped] }]');

    const decide = (subject: PolicySubject) => applyLicensePolicy(inside, subject).decision;

    assert.deepEqual(
      [decide({ license: 'MIT' }), decide({ license: 'MIT', distribution: 'shipped' })],
      ['review', 'denied'],
    );
  });

  it('is as strict as the strictest of several policies', async () => {
    const loose = await policyOf('otherwise: allowed');

    assert.equal(applyLicensePolicies([loose, policy], { license: 'GPL-3.0-only' })?.decision, 'denied');
    assert.equal(applyLicensePolicies([policy, loose], { license: 'GPL-3.0-only' })?.decision, 'denied');
    assert.equal(applyLicensePolicies([], { license: 'GPL-3.0-only' }), undefined);
  });

  it('picks from a list what is against it', () => {
    const subjects = [{ license: 'MIT' }, { license: 'GPL-3.0-only' }, { license: 'Apache-2.0' }];

    const names = (limit: 'review' | 'denied') =>
      againstPolicies([policy], subjects, limit).map(({ subject }) => subject.license);

    assert.deepEqual([names('denied'), names('review')], [['GPL-3.0-only'], ['GPL-3.0-only', 'Apache-2.0']]);
  });

  it('comes from a file of the folder, if there is one', async () => {
    const found = await licensePolicyIn({
      read: async path => (path === '.gitee-scout/policy.yaml' ? written : undefined),
    });

    assert.equal(found?.kind, 'policy');
    assert.equal(await licensePolicyIn({ read: async () => undefined }), undefined);
  });

  it('comes from a setting', async () => {
    const found = await readLicensePolicySetting({ denied: ['MIT'] }, 'your setting');

    assert.ok(found.kind === 'policy');
    assert.match(applyLicensePolicy(found.policy, { license: 'MIT' }).reason, /denied by your setting/);
    assert.equal((await readLicensePolicySetting({ deny: [] }, 'your setting')).kind, 'wrong');
  });

  const wrong: readonly (readonly [name: string, yaml: string, message: RegExp, underlined: string])[] = [
    ['broken YAML', 'allowed: [', /No valid YAML/, ''],
    ['an unknown key', 'allow: [MIT]', /the top level: .*"allow"/, '[MIT]'],
    ['no license', 'review: []\ndenied:\n  - MIT\n  - All of them\n', /denied\.1: neither an SPDX/, 'All of them'],
    ['an unknown class', 'denied: [class:nice]', /denied\.0: neither/, 'class:nice'],
    ['an unknown use', 'denied: [{ license: MIT, use: [eaten] }]', /denied\.0\.use\.0/, 'eaten'],
    ['a case of nothing', 'denied: [{ because: I say so }]', /names neither/, '{ because: I say so }'],
    ['a text', 'nothing', /the top level/, ''],
    ['a bomb of aliases', 'a: &a [x, x]\nallowed: [*a, *a]', /the top level/, ''],
    ['a huge file', '#'.repeat(300_000), /longer than/, ''],
  ];
  for (const [name, yaml, message, underlined] of wrong) {
    it(`refuses ${name} with a sentence and its place`, async () => {
      const reading = await readLicensePolicy(yaml);

      assert.ok(reading.kind === 'wrong');
      const [problem] = reading.problems;
      assert.ok(problem);
      assert.match(problem.message, message);
      if (underlined !== '') assert.equal(yaml.slice(...problem.range).trim(), underlined);
      assert.equal(problem.line, yaml.slice(0, problem.range[0]).split('\n').length);
    });
  }

  it('says what is wrong in sentences that can be translated', async () => {
    const said = async (yaml: string) => {
      const reading = await readLicensePolicy(yaml);
      return reading.kind === 'wrong' ? reading.problems.map(problem => inEnglish(problem.said)) : [];
    };

    assert.deepEqual(await said('allow: [MIT]'), ['the top level: unknown key: allow']);
    assert.deepEqual(await said('otherwise: perhaps'), ['otherwise: must be one of: allowed, review, denied']);
    assert.deepEqual(await said('denied: [All of them]'), [
      'denied.0: neither an SPDX expression nor a class such as class:strong-copyleft',
    ]);
    assert.deepEqual(await said('denied: MIT'), ['denied: must be of the kind array']);
  });

  it('takes an empty file for a policy that asks for a review of everything', async () => {
    assert.equal(applyLicensePolicy(await policyOf('# nothing yet\n'), { license: 'MIT' }).decision, 'review');
  });
});
