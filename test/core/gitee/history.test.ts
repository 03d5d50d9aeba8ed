import assert from 'node:assert/strict';
import { found, useClient } from './open-client.ts';

describe('asking for license and history', () => {
  const use = useClient();

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
