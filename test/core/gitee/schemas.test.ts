import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type * as z from 'zod';
import { toRepository } from '../../../src/core/gitee/endpoints/repository.ts';
import { AccountRecord } from '../../../src/core/gitee/schemas/account.ts';
import { Content, ContentEntry } from '../../../src/core/gitee/schemas/content.ts';
import { BranchRecord, CommitRecord, TagRecord } from '../../../src/core/gitee/schemas/history.ts';
import { listOf } from '../../../src/core/gitee/schemas/list.ts';
import { Project } from '../../../src/core/gitee/schemas/project.ts';
import { ReleaseRecord } from '../../../src/core/gitee/schemas/release.ts';
import { WebSearchPage } from '../../../src/core/gitee/search/web-search.ts';

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

/** Recorded answers, where a checkout has them beside it. They belong to others, so they are not part of this one. */
const samples = path.resolve(import.meta.dirname, '../../../../shared/gitee-api-samples');
const schemas: readonly [file: RegExp, schema: z.ZodType][] = [
  [/^(get-repo\.|get-orgs-repos-item|repository-object)/, Project],
  [/^get-contents-file|^gitcode\.get-contents-file/, Content],
  [/^get-contents-dir/, listOf(ContentEntry)],
  [/^get-contents-missing|^search-repositories-anonymous/, listOf(Project)],
  [/^get-commits/, listOf(CommitRecord)],
  [/^get-tags/, listOf(TagRecord)],
  [/^get-branch\./, BranchRecord],
  [/^get-releases-latest/, ReleaseRecord],
  [/^get-(user|org)\./, AccountRecord],
  [/^gitcode\.search-repositories/, listOf(Project)],
  [/^so-gitee/, WebSearchPage],
];

describe('the schemas', () => {
  it('read every recorded answer that is there, without dropping anything', async () => {
    const files = existsSync(samples) ? await readdir(samples) : [];
    for (const file of files) {
      const schema = schemas.find(([pattern]) => pattern.test(file))?.[1];
      if (!schema) continue;
      const parsed = schema.safeParse(JSON.parse(await readFile(path.join(samples, file), 'utf8')));
      assert.ok(parsed.success, `${file}: ${parsed.error?.message}`);
      assert.ok(!/"dropped":[1-9]/.test(JSON.stringify(parsed.data)), `${file}: items were dropped`);
    }
  });
});
