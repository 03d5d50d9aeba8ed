import assert from 'node:assert/strict';
import { found, useClient } from './open-client.ts';

describe('asking for a repository', () => {
  const use = useClient();

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
