import assert from 'node:assert/strict';
import { type CheckedHost, checkFinding } from '../../../src/core/findings/index.ts';
import type { Finding, Outcome, Release, Repository } from '../../../src/core/model.ts';
import { project } from '../catalog/sample.ts';

const now = Date.parse('2026-11-01T00:00:00Z');
const finding: Finding = {
  id: 'clock',
  name: 'Clock',
  homes: [{ host: 'gitee', path: 'sample/clock' }],
  status: 'adopted',
  note: '',
  tags: [],
  license: 'Apache-2.0',
  replaces: [],
  links: [],
  history: [],
  savedAt: '2026-06-01T00:00:00Z',
  changedAt: '2026-06-01T00:00:00Z',
};
const repository: Repository = {
  host: 'gitee',
  path: 'sample/clock',
  name: 'clock',
  description: '',
  url: '',
  cloneUrl: '',
  stars: 1,
  forks: 1,
  watchers: 1,
  openIssues: 0,
  language: null,
  license: 'Apache-2.0',
  defaultBranch: 'master',
  createdAt: null,
  pushedAt: '2026-10-01T00:00:00Z',
  fork: false,
  parent: null,
  recommended: false,
  state: 'open',
  homepage: null,
  movedTo: null,
};
const found = <T>(value: T): Outcome<T> => ({ kind: 'found', value, age: 0, stale: false });

function host(facts: Partial<Repository> | Outcome<Repository>, releases: Outcome<readonly Release[]> = found([])) {
  const asked: string[] = [];
  const answers: CheckedHost = {
    repository: async path => {
      asked.push(path);
      return 'kind' in facts ? facts : found({ ...repository, ...facts });
    },
    releases: async path => {
      asked.push(`${path} releases`);
      return releases;
    },
  };
  return { answers, asked };
}
const check = (answers: CheckedHost, facts = {}, known = project('clock', facts)) =>
  checkFinding(finding, { project: known, host: answers, now });

describe('what changed since a finding was saved', () => {
  it('is nothing when everything is as it was', async () => {
    const { answers, asked } = host({});

    assert.deepEqual(await check(answers), { news: [], stop: false });
    assert.deepEqual(asked, ['sample/clock', 'sample/clock releases']);
  });

  const table: readonly (readonly [string, Partial<Repository>, object])[] = [
    ['another license', { license: 'AGPL-3.0' }, { kind: 'license', before: 'Apache-2.0', now: 'AGPL-3.0-only' }],
    ['that it is closed', { state: 'closed' }, { kind: 'closed' }],
    ['that it is paused', { state: 'paused' }, { kind: 'paused' }],
    ['where it went', { movedTo: { host: 'atomgit', path: 'a/b' } }, { kind: 'moved', to: 'atomgit:a/b' }],
    ['its new name', { path: 'other/clock' }, { kind: 'moved', to: 'gitee:other/clock' }],
    ['that nobody works on it', { pushedAt: '2025-10-01T00:00:00Z' }, { kind: 'quiet', since: '2025-10-01' }],
  ];
  for (const [name, facts, news] of table) {
    it(`is ${name}`, async () => {
      assert.deepEqual((await check(host(facts).answers)).news, [{ ...news, source: 'gitee.com' }]);
    });
  }

  it('is a release that came later, and no earlier one and no preview', async () => {
    const release = (tag: string, createdAt: string, prerelease = false) => ({ tag, name: tag, createdAt, prerelease });
    const with2 = host(
      {},
      found([release('v3-rc', '2026-10-01T00:00:00Z', true), release('v2', '2026-09-01T00:00:00Z')]),
    );
    const with1 = host({}, found([release('v1', '2026-05-01T00:00:00Z')]));

    assert.deepEqual((await check(with2.answers)).news, [
      { kind: 'release', tag: 'v2', date: '2026-09-01', source: 'gitee.com' },
    ]);
    assert.deepEqual((await check(with1.answers)).news, []);
  });

  it('is no other license where nobody can name one today, or where it is only spelt otherwise', async () => {
    for (const license of [null, 'Other', 'NOASSERTION', 'apache-2.0']) {
      assert.deepEqual((await check(host({ license }).answers)).news, []);
    }
  });

  it('is a license that is known now, and that there is none any more', async () => {
    const unknownBefore = { ...finding, license: 'NOASSERTION' };
    const { answers } = host({ license: null });
    const news = async (saved: Finding, license: string) =>
      (await checkFinding(saved, { project: project('clock', { license }), host: answers, now })).news;

    assert.deepEqual(await news(unknownBefore, 'MIT'), [
      { kind: 'license', before: 'NOASSERTION', now: 'MIT', source: 'catalog' },
    ]);
    assert.deepEqual(await news(finding, 'NONE'), [
      { kind: 'license', before: 'Apache-2.0', now: 'NONE', source: 'catalog' },
    ]);
  });

  it('is no change of license where operands change places or an id is spelt as of old', async () => {
    const { answers } = host({ license: null });
    const same = [
      ['MIT OR Apache-2.0', 'Apache-2.0 OR MIT'],
      ['GPL-2.0', 'GPL-2.0-or-later'],
    ] as const;

    for (const [license, today] of same) {
      const facts = { project: project('clock', { license: today }), host: answers, now };
      assert.deepEqual((await checkFinding({ ...finding, license }, facts)).news, []);
    }
  });

  it('says what the catalog knows when the host does not answer, and when to stop asking', async () => {
    const limited = host({ kind: 'limited', message: 'The limit is used up.' });

    const result = await check(limited.answers, { status: 'closed', license: 'MIT' });

    assert.deepEqual(result, {
      news: [
        { kind: 'license', now: 'MIT', before: 'Apache-2.0', source: 'catalog' },
        { kind: 'closed', source: 'catalog' },
      ],
      unanswered: { message: 'The limit is used up.' },
      stop: true,
    });
  });

  it('is that the repository is gone', async () => {
    const gone = host({ kind: 'not-found', message: 'There is none.' });

    assert.deepEqual((await check(gone.answers)).news, [{ kind: 'gone', source: 'gitee.com' }]);
  });

  it('costs no request for a project without a home on Gitee', async () => {
    const { answers, asked } = host({});

    await checkFinding(
      { ...finding, homes: [{ host: 'github', path: 'a/b' }] },
      { project: undefined, host: answers, now },
    );

    assert.deepEqual(asked, []);
  });
});
