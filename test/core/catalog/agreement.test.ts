import assert from 'node:assert/strict';
import { agreement } from '../../catalog/agreement.ts';
import { project } from './sample.ts';

const clock = project('clock', {
  license: 'MIT OR Apache-2.0',
  homes: [{ host: 'github', path: 'Sample/clock', kind: 'primary' }],
});

describe('agreement of a registry with the catalog', () => {
  for (const [fact, repository, license, result] of [
    ['license and repository', 'git+https://github.com/sample/clock.git', 'Apache-2.0/MIT', 'agrees'],
    ['an address for SSH', 'git@github.com:Sample/clock.git', 'MIT OR Apache-2.0', 'agrees'],
    ['another repository of the same owner', 'https://github.com/sample/clock-js', undefined, 'agrees'],
    ['no fields at all', undefined, undefined, 'agrees'],
    ['a host that the catalog does not know', 'https://git.example.org/a/b', undefined, 'agrees'],
    ['an old-fashioned license field', undefined, 'SEE LICENSE IN LICENSE', 'agrees'],
    ['another owner', 'https://github.com/other/clock', undefined, 'differs'],
    ['another license', undefined, 'GPL-3.0', 'differs'],
  ] as const) {
    it(`${result} for ${fact}`, () => {
      const found = agreement(clock, { kind: 'found', repository, license });

      assert.equal(found?.result, result);
    });
  }

  for (const [fact, license, texts, result] of [
    ['the license in its file', 'MIT', [['LICENSE', 'MIT']], 'agrees'],
    [
      'a choice of two files',
      'MIT OR Apache-2.0',
      [
        ['LICENSE-MIT', 'MIT'],
        ['LICENSE-APACHE', 'Apache-2.0'],
      ],
      'agrees',
    ],
    ['a text that cannot tell "only" from "or later"', 'GPL-3.0-or-later', [['COPYING', 'GPL-3.0-only']], 'agrees'],
    [
      'a file beside it',
      'MIT',
      [
        ['LICENSE', 'MIT'],
        ['LICENSE-THIRD-PARTY', 'BSD-3-Clause'],
      ],
      'agrees',
    ],
    ['a file that is not known', 'MIT', [['LICENSE', 'NOASSERTION']], 'agrees'],
    ['further terms in the file', 'MIT', [['LICENSE', 'MIT AND LicenseRef-additional-terms']], 'differs'],
    ['half of a choice', 'MIT OR Apache-2.0', [['LICENSE', 'GPL-3.0-only']], 'differs'],
  ] as const) {
    it(`${result} for ${fact}`, () => {
      const read = texts.map(([file, expression]) => ({ file, expression }));

      const found = agreement(project('clock', { license }), { kind: 'found', version: '1.0.0' }, read);

      assert.equal(found?.result, result);
    });
  }

  for (const theirs of [
    'Apache Software License',
    'The Apache License, Version 2.0',
    'Apache 2.0',
    'a license of ours',
  ]) {
    it(`understands, or leaves alone, "${theirs}"`, () => {
      const found = agreement(project('clock', { license: 'Apache-2.0' }), { kind: 'found', license: theirs });

      assert.equal(found?.result, 'agrees');
    });
  }

  it('reports a package that does not exist', () => {
    assert.equal(agreement(clock, { kind: 'missing' })?.result, 'missing');
  });

  it('says nothing when the registry said nothing', () => {
    assert.equal(agreement(clock, { kind: 'no-answer', detail: 'offline' }), undefined);
  });
});
