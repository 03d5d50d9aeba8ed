import assert from 'node:assert/strict';
import { openClient } from './open-client.ts';

const refusal = '{"error_message":"Invalid header parameter: private-token, required"}';

describe('GitCode and AtomGit, behind the same interface', () => {
  it('open a project, with a token', async () => {
    const own = await openClient({ host: 'atomgit', token: async () => 'stand-in-token' });

    const repository = await own.gitee.repository('mindspore/mindspore');
    const readme = await own.gitee.readme('mindspore/mindspore');
    await own.close();

    assert.equal(repository.kind === 'found' && repository.value.host, 'atomgit');
    assert.equal(readme.kind, 'found');
    assert.equal(own.standIn.requests[0]?.headers.authorization, 'Bearer stand-in-token');
  });

  for (const status of [400, 401, 403]) {
    it(`say that they want a token, and where to open the project instead (${status})`, async () => {
      const own = await openClient({ host: 'atomgit' });
      own.standIn.fault(/./, { kind: 'answer', status, body: refusal });

      const repository = await own.gitee.repository('openeuler/kernel');
      await own.close();

      assert.equal(repository.kind, 'forbidden');
      assert.match('message' in repository ? repository.message : '', /Sign in with a token.*or open it there/);
    });
  }

  it('are asked only where they have a search', async () => {
    const own = await openClient({ host: 'atomgit', webSearchUrl: undefined, token: async () => 'stand-in-token' });

    const { sources } = await own.gitee.search('mindspore', { limit: 5 });
    const paths = own.standIn.requests.map(({ path }) => path);
    await own.close();

    assert.deepEqual(
      sources.map(({ status }) => status),
      ['ok', 'skipped', 'skipped'],
    );
    assert.deepEqual(paths, ['/api/v5/search/repositories']);
  });
});
