import assert from 'node:assert/strict';
import { openCache } from '../../../src/core/cache/index.ts';
import { createGitee } from '../../../src/core/gitee/index.ts';
import type { Outcome } from '../../../src/core/model.ts';
import { recordedLog, turnableClock } from '../../support/gitee/doubles.ts';
import { openClient, type Setting } from './open-client.ts';

/** The value, or a failed test that says what came instead. */
function found<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'found') assert.fail(`${outcome.kind}: ${outcome.message}`);
  return outcome.value;
}

const secret = 'stand-in-token';

describe('the Gitee client', () => {
  const at: { setting?: Setting } = {};
  const use = (): Setting => {
    if (!at.setting) throw new Error('not started');
    return at.setting;
  };
  beforeEach(async () => {
    at.setting = await openClient();
  });
  afterEach(async () => {
    await use().close();
  });

  describe('repository', () => {
    it('gives the page address without .git and all that the page shows', async () => {
      const repository = found(await use().gitee.repository('dromara/warm-flow'));

      assert.equal(repository.url, 'https://gitee.com/dromara/warm-flow');
      assert.equal(repository.cloneUrl, 'https://gitee.com/dromara/warm-flow.git');
      assert.equal(repository.license, 'Apache-2.0');
      assert.equal(repository.stars, 1500);
      assert.equal(repository.defaultBranch, 'master');
      assert.equal(repository.recommended, true);
      assert.equal(repository.state, 'open');
      assert.equal(repository.movedTo, null);
    });

    it('has no default branch and no push when empty', async () => {
      const repository = found(await use().gitee.repository('scout-demo/empty'));

      assert.equal(repository.defaultBranch, null);
      assert.equal(repository.pushedAt, null);
      assert.equal(repository.description, '');
    });

    it('tells the display name from the address', async () => {
      const repository = found(await use().gitee.repository('scout-demo/Display_Name'));

      assert.equal(repository.name, '拼夕夕_网上商城');
      assert.equal(repository.path, 'scout-demo/Display_Name');
      assert.equal(repository.homepage, null);
      assert.equal(repository.parent, 'y_project/RuoYi-Vue');
    });

    for (const [path, state, movedTo] of [
      ['src-openeuler/kernel', 'closed', { host: 'atomgit', path: 'openeuler/kernel' }],
      ['ascend/pytorch', 'paused', { host: 'atomgit', path: 'Ascend/pytorch' }],
      ['mindspore/mindspore', 'closed', null],
    ] as const) {
      it(`says that ${path} is ${state}, and where it went`, async () => {
        const repository = found(await use().gitee.repository(path));

        assert.equal(repository.state, state);
        assert.deepEqual(repository.movedTo, movedTo);
      });
    }

    it('is found under its former name, and everything else is then asked by the new one', async () => {
      const { gitee, standIn } = use();

      const repository = found(await gitee.repository('dromara/hutool'));
      await gitee.readme('dromara/hutool');
      await gitee.readme('chinabugotech/hutool');

      assert.equal(repository.path, 'chinabugotech/hutool');
      assert.deepEqual(
        standIn.requests.map(({ path }) => path),
        ['/api/v5/repos/dromara/hutool', '/api/v5/repos/chinabugotech/hutool/readme'],
      );
    });

    it('is asked by the name as given when a fresh answer is wanted', async () => {
      const { gitee, standIn } = use();
      await gitee.repository('dromara/hutool');

      await gitee.repository('dromara/hutool', { refresh: true });

      assert.equal(standIn.requests.at(-1)?.path, '/api/v5/repos/dromara/hutool');
    });

    it('is not found when there is none, and soon asked for again', async () => {
      const { gitee, standIn, clock } = use();

      const first = await gitee.repository('nobody/nothing');
      await gitee.repository('nobody/nothing');
      clock.turn(61 * 60_000);
      await gitee.repository('nobody/nothing');

      assert.equal(first.kind, 'not-found');
      assert.equal(standIn.requests.length, 2);
    });

    it('asks nobody for what is no path', async () => {
      const { gitee, standIn } = use();

      for (const path of ['', 'hutool', '../../user', 'a/b?access_token=x', '__proto__']) {
        assert.equal((await gitee.repository(path)).kind, 'not-found');
      }

      assert.equal(standIn.requests.length, 0);
    });
  });

  describe('files', () => {
    it('gives a README whose base64 has line breaks', async () => {
      const readme = found(await use().gitee.readme('iamkun/dayjs'));

      assert.equal(readme.path, 'README.md');
      assert.match(readme.text, /Moment\.js/);
      assert.equal(Buffer.byteLength(readme.text), readme.size);
    });

    for (const [path, expected] of [
      ['gbk', '# GBK 编码\r\n\r\nDemonstration data. 你好，世界。\r\n'],
      ['utf16', /^# UTF-16 编码\n[\s\S]*你好，世界。\n$/],
      ['bom', /^# BOM\n/],
    ] as const) {
      it(`reads a README in ${path}`, async () => {
        const { text } = found(await use().gitee.readme(`scout-demo/${path}`));

        if (typeof expected === 'string') assert.equal(text, expected);
        else assert.match(text, expected);
      });
    }

    it('gives any file, with a Chinese name as well', async () => {
      const project = {
        path: 'scout-demo/names',
        description: '',
        stars: 0,
        language: null,
        license: null,
        files: () => ({ '文档/说明 #1.md': '内容' }),
      };
      const own = await openClient({}, { projects: [project] });

      const file = await own.gitee.file('scout-demo/names', '文档/说明 #1.md');
      await own.close();

      assert.equal(found(file).text, '内容');
    });

    it('says that a missing file is missing, although Gitee answers 200 []', async () => {
      const outcome = await use().gitee.file('iamkun/dayjs', 'missing.md');

      assert.deepEqual(outcome, {
        kind: 'not-found',
        message: 'There is no such file in this version of the repository.',
      });
    });

    it('takes a folder for no file', async () => {
      assert.equal((await use().gitee.file('iamkun/dayjs', 'docs')).kind, 'not-found');
    });

    for (const [name, body] of [
      ['404', undefined],
      ['200 []', '[]'],
      ['200 null', 'null'],
      ['200 {}', '{}'],
    ] as const) {
      it(`takes ${name} for no README`, async () => {
        const { gitee, standIn } = use();
        if (body) standIn.fault('/repos/scout-demo/no-readme/readme', { kind: 'answer', status: 200, body });

        assert.equal((await gitee.readme('scout-demo/no-readme')).kind, 'not-found');
      });
    }

    it('lists a folder without sizes', async () => {
      const entries = found(await use().gitee.directory('vant-contrib/vant', ''));

      assert.deepEqual(entries, [
        { name: 'LICENSE', path: 'LICENSE', type: 'file', size: null },
        { name: 'README.md', path: 'README.md', type: 'file', size: null },
        { name: 'docs', path: 'docs', type: 'dir', size: null },
        { name: 'package.json', path: 'package.json', type: 'file', size: null },
      ]);
    });

    it('gives an empty list for an empty repository, and not found for a missing one', async () => {
      const { gitee } = use();

      assert.deepEqual(found(await gitee.directory('scout-demo/empty', '')), []);
      assert.equal((await gitee.directory('nobody/nothing', '')).kind, 'not-found');
    });

    it('asks for the version that is wanted', async () => {
      const { gitee, standIn } = use();

      const missing = await gitee.file('iamkun/dayjs', 'README.md', { ref: 'no such branch' });
      const tagged = await gitee.file('iamkun/dayjs', 'README.md', { ref: 'v1.11.13' });

      assert.equal(missing.kind, 'not-found');
      assert.equal(tagged.kind, 'found');
      assert.match(standIn.requests.at(-1)?.url ?? '', /\?ref=v1\.11\.13$/);
    });

    it('never leaves the repository', async () => {
      const { gitee, standIn } = use();

      await gitee.file('iamkun/dayjs', '../../../user/../README.md');

      assert.equal(standIn.requests[0]?.path, '/api/v5/repos/iamkun/dayjs/contents/user/README.md');
    });
  });

  describe('license and history', () => {
    it('gives the key of the license', async () => {
      const { gitee } = use();

      assert.equal(found(await gitee.license('chinabugotech/hutool')), 'MulanPSL-2.0');
      assert.equal((await gitee.license('scout-demo/gbk')).kind, 'not-found');
    });

    it('gives releases newest first, although Gitee sorts the other way', async () => {
      const { gitee, standIn } = use();
      const old = standIn.fault('/repos/baomidou/mybatis-plus/releases', {
        kind: 'answer',
        status: 200,
        body: JSON.stringify([
          { tag_name: 'v1', created_at: '2024-01-01T00:00:00+08:00', prerelease: false, name: 'One' },
          { created_at: 'no tag' },
          { tag_name: 'v2', created_at: '2025-01-01T00:00:00+08:00', prerelease: true, name: '' },
        ]),
      });

      const asAsked = found(await gitee.releases('iamkun/dayjs'));
      const ignored = found(await gitee.releases('baomidou/mybatis-plus'));
      old();

      assert.deepEqual(
        asAsked.map(({ tag }) => tag),
        ['v1.11.13', 'v1.11.12', 'v1.11.11', 'v1.11.10'],
      );
      assert.deepEqual(
        ignored.map(({ tag, name, prerelease }) => [tag, name, prerelease]),
        [
          ['v2', 'v2', true],
          ['v1', 'One', false],
        ],
      );
      assert.ok(use().log.lines.some(line => line.includes('1 unreadable items left out')));
    });

    it('gives tags and branches', async () => {
      const { gitee } = use();

      assert.equal(found(await gitee.tags('iamkun/dayjs')).length, 4);
      assert.deepEqual(
        found(await gitee.branches('iamkun/dayjs')).map(({ name, isProtected }) => [name, isProtected]),
        [
          ['dev', false],
          ['dev', false],
        ],
      );
    });

    it('counts the commits of twelve months with one request', async () => {
      const { gitee, standIn, clock } = use();
      clock.turn(Date.UTC(2026, 10, 24) - clock.now());

      const activity = found(await gitee.activity('iamkun/dayjs'));

      assert.equal(activity.since, '2025-11-01T00:00:00Z');
      assert.equal(activity.commits, 87);
      assert.equal(activity.isComplete, true);
      assert.equal(activity.authors, 2);
      assert.equal(activity.newestAt, '2026-10-12T01:30:00.000Z');
      assert.equal(activity.months.at(-1)?.month, '2026-10');
      assert.equal(standIn.requests.length, 1);
    });

    it('says that a quiet project is quiet', async () => {
      const activity = found(await use().gitee.activity('yuqs/snakerflow'));

      assert.equal(activity.commits, 0);
      assert.equal(activity.newestAt, null);
    });

    it('names contributors without their addresses', async () => {
      const contributors = found(await use().gitee.contributors('dromara/warm-flow'));

      assert.deepEqual(contributors, [
        { name: 'dromara', contributions: 420 },
        { name: '李明', contributions: 87 },
        { name: 'demo', contributions: null },
      ]);
    });

    it('knows users and organizations, without a picture where its address is relative', async () => {
      const { gitee } = use();

      const user = found(await gitee.account('thinkgem', 'user'));
      const organization = found(await gitee.account('dromara', 'organization'));

      assert.match(user.avatarUrl ?? '', /^https:/);
      assert.equal(user.name, '卓源软件');
      assert.equal(organization.avatarUrl, null);
      assert.equal(organization.followers, 128);
      assert.ok(found(await gitee.repositoriesOf('dromara', 'organization')).length >= 4);
    });
  });

  describe('with a token', () => {
    it('sees what is private, and never writes the token anywhere', async () => {
      const own = await openClient({ token: async () => secret });

      const repository = await own.gitee.repository('scout-demo/private');
      const stored = JSON.stringify(await own.cache.peek('x', { softAge: 1, hardAge: 1, read: value => value }));
      const lines = own.log.lines.join('\n');
      const urls = own.standIn.requests.map(({ url }) => url).join('\n');
      await own.close();

      assert.equal(repository.kind, 'found');
      for (const text of [stored ?? '', lines, urls, JSON.stringify(repository)]) assert.ok(!text.includes(secret));
      assert.equal(own.standIn.requests[0]?.headers.authorization, `Bearer ${secret}`);
    });

    it('keeps what it saw from those who are signed out', async () => {
      const token: { current: string | undefined } = { current: secret };
      const own = await openClient({ token: async () => token.current });
      await own.gitee.repository('scout-demo/private');

      token.current = undefined;
      const anonymous = await own.gitee.repository('scout-demo/private');
      await own.close();

      assert.equal(anonymous.kind, 'not-found');
    });

    it('keeps what one account saw from another', async () => {
      const token = { current: secret };
      const own = await openClient({ token: async () => token.current });
      await own.gitee.repository('scout-demo/private');

      token.current = 'of somebody else'.replaceAll(' ', '-');
      const other = await own.gitee.repository('scout-demo/private');
      await own.close();

      assert.equal(other.kind, 'not-found');
    });

    it('goes on without a token that cannot be read', async () => {
      const own = await openClient({ token: () => Promise.reject(new Error('the keyring is locked')) });

      const repository = await own.gitee.repository('iamkun/dayjs');
      await own.close();

      assert.equal(repository.kind, 'found');
    });

    it('goes on without a token that has expired', async () => {
      const own = await openClient({ token: async () => 'expired' });

      const repository = await own.gitee.repository('iamkun/dayjs');
      const rejected = own.gitee.tokenRejected();
      await own.close();

      assert.equal(repository.kind, 'found');
      assert.equal(rejected, true);
    });

    it('falls back on what was stored before signing in', async () => {
      const token: { current: string | undefined } = { current: undefined };
      const offline = { now: false };
      const own = await openClient({ token: async () => token.current, offline: () => offline.now });
      await own.gitee.repository('iamkun/dayjs');

      token.current = secret;
      offline.now = true;
      const repository = await own.gitee.repository('iamkun/dayjs');
      await own.close();

      assert.equal(repository.kind, 'found');
      assert.equal(repository.kind === 'found' && repository.notice?.kind, 'offline');
    });

    it('counts requests and says how many are left', async () => {
      const own = await openClient({ token: async () => secret });

      await own.gitee.repository('iamkun/dayjs');
      const rate = own.gitee.rateLimit();
      await own.close();

      assert.equal(rate?.limit, 5000);
      assert.equal(rate?.remaining, 4999);
    });
  });

  describe('frugality', () => {
    it('opens 20 projects 200 times at once with 20 requests, four at a time', async () => {
      const { gitee, standIn } = use();
      const paths = Array.from({ length: 20 }, (_, index) => `nobody/project-${index}`);

      await Promise.all(Array.from({ length: 200 }, (_, index) => gitee.repository(paths[index % 20] ?? '')));

      assert.equal(standIn.requests.length, 20);
    });

    it('gives a person what the budget keeps from the background, even when both ask at once', async () => {
      const own = await openClient({}, { limit: 60 });
      const limits = {
        'x-ratelimit-limit': '60',
        'x-ratelimit-remaining': '10',
        'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3000),
      };
      own.standIn.fault('/repos/a/b', { kind: 'answer', status: 200, body: '{"full_name":"a/b"}', headers: limits });
      await own.gitee.repository('a/b');

      const [background, clicked] = await Promise.all([
        own.gitee.repository('iamkun/dayjs', { background: true }),
        own.gitee.repository('iamkun/dayjs'),
      ]);
      await own.close();

      assert.equal(background.kind, 'limited');
      assert.equal(clicked.kind, 'found');
    });

    it('asks nobody while offline, and still shows what is stored', async () => {
      const offline = { now: false };
      const own = await openClient({ offline: () => offline.now });
      await own.gitee.repository('iamkun/dayjs');
      const before = own.standIn.requests.length;

      offline.now = true;
      const stored = await own.gitee.repository('iamkun/dayjs');
      const unknown = await own.gitee.repository('dromara/warm-flow');
      const after = own.standIn.requests.length;
      await own.close();

      assert.equal(stored.kind, 'found');
      assert.equal(unknown.kind, 'offline');
      assert.equal(after, before);
    });

    it('shows what is stored, with its age, when Gitee is down', async () => {
      const { gitee, standIn, clock } = use();
      await gitee.repository('iamkun/dayjs');
      clock.turn(3 * 24 * 60 * 60_000);
      standIn.fault(/./, { kind: 'dropped' });

      const outcome = await gitee.repository('iamkun/dayjs', { refresh: true });

      assert.equal(outcome.kind, 'found');
      assert.equal(outcome.kind === 'found' && outcome.stale, true);
      assert.equal(outcome.kind === 'found' && outcome.age, 3 * 24 * 60 * 60_000);
      assert.equal(outcome.kind === 'found' && outcome.notice?.kind, 'unreachable');
    });

    it('sends a validator back where it was given one', async () => {
      const { gitee, standIn, clock } = use();
      const body = JSON.stringify({ full_name: 'a/b', stargazers_count: 7 });
      standIn.fault('/repos/a/b', { kind: 'answer', status: 304, body: '' });
      standIn.fault('/repos/a/b', { kind: 'answer', status: 200, body, headers: { etag: 'W/"7"' } }, 1);
      await gitee.repository('a/b');
      clock.turn(1000);

      const outcome = await gitee.repository('a/b', { refresh: true });

      assert.equal(standIn.requests.at(-1)?.headers['if-none-match'], 'W/"7"');
      assert.equal(outcome.kind === 'found' && outcome.value.stars, 7);
      assert.equal(outcome.kind === 'found' && outcome.age, 0);
    });
  });

  describe('cancellation', () => {
    it('gives "canceled" at once, and ends the request', async () => {
      const { gitee, standIn } = use();
      standIn.fault('/repos/iamkun/dayjs', { kind: 'silent' });
      const controller = new AbortController();

      const outcome = gitee.repository('iamkun/dayjs', { signal: controller.signal });
      controller.abort();

      assert.equal((await outcome).kind, 'canceled');
    });

    it('asks nobody for who comes with an aborted signal', async () => {
      const { gitee, standIn } = use();

      const outcome = await gitee.repository('iamkun/dayjs', { signal: AbortSignal.abort() });

      assert.equal(outcome.kind, 'canceled');
      assert.equal(standIn.requests.length, 0);
    });
  });

  it('refuses a base URL that would send everything unencrypted', () => {
    const clock = turnableClock();
    const log = recordedLog();

    assert.throws(
      () => createGitee({ baseUrl: 'http://git.example.com/api/v5', cache: openCache({ clock, log }), clock, log }),
      { name: 'BaseUrlError' },
    );
  });
});
