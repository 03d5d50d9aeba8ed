import assert from 'node:assert/strict';
import { toRepository } from '../../../src/core/gitee/endpoints/repository.ts';
import { TagRecord } from '../../../src/core/gitee/schemas/history.ts';
import { listOf } from '../../../src/core/gitee/schemas/list.ts';
import { Project } from '../../../src/core/gitee/schemas/project.ts';

const gitee = { host: 'gitee', web: 'https://gitee.com' } as const;

describe('the schema of a repository', () => {
  it('needs nothing but the address', () => {
    const repository = toRepository(Project.parse({ full_name: 'a/b' }), gitee);

    assert.equal(repository.path, 'a/b');
    assert.equal(repository.name, 'b');
    assert.equal(repository.url, 'https://gitee.com/a/b');
    assert.equal(repository.stars, 0);
    assert.equal(repository.license, null);
    assert.equal(repository.state, 'open');
  });

  it('takes null everywhere', () => {
    const nulls = Object.fromEntries(Object.keys(Project.shape).map(key => [key, null]));

    assert.ok(Project.safeParse({ ...nulls, full_name: 'a/b' }).success);
  });

  it('is not disturbed by fields that it does not know', () => {
    const parsed = Project.parse({ full_name: 'a/b', archived: true, __proto__: { polluted: true }, topics: {} });

    assert.deepEqual(parsed, { full_name: 'a/b' });
  });

  it('reads a repository of GitCode, which has other names for its addresses', () => {
    const found = Project.parse({
      full_name: 'group/al/tool',
      web_url: 'https://gitcode.com/group/al/tool',
      http_url_to_repo: 'https://gitcode.com/group/al/tool.git',
      owner: { id: '69090' },
      pushed_at: '2024-08-06T23:34:38.476+08:00',
    });

    const repository = toRepository(found, { host: 'atomgit', web: 'https://gitcode.com' });

    assert.equal(repository.host, 'atomgit');
    assert.equal(repository.url, 'https://gitcode.com/group/al/tool');
    assert.equal(repository.cloneUrl, 'https://gitcode.com/group/al/tool.git');
  });

  it('takes no address that is not one', () => {
    const repository = toRepository(Project.parse({ full_name: 'a/b', html_url: 'javascript:alert(1)' }), gitee);

    assert.equal(repository.url, 'https://gitee.com/a/b');
  });
});

describe('the schema of a list', () => {
  const List = listOf(TagRecord);

  it('drops what cannot be read and counts it', () => {
    const list = List.parse([{ name: 'v1' }, { nothing: 1 }, null, { name: 'v2', commit: null }]);

    assert.deepEqual(list, { items: [{ name: 'v1' }, { name: 'v2', commit: null }], dropped: 2 });
  });

  it('reads its own output', () => {
    const list = List.parse([{ name: 'v1' }]);

    assert.deepEqual(List.parse(JSON.parse(JSON.stringify(list))), list);
  });

  it('takes null for empty', () => {
    assert.deepEqual(List.parse(null), { items: [], dropped: 0 });
  });
});
