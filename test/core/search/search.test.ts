import assert from 'node:assert/strict';
import type { SearchHit, SearchResult } from '../../../src/core/model.ts';
import { createSearch, type SearchableGitee } from '../../../src/core/search/index.ts';
import { sampleCatalog } from './sample-catalog.ts';

const hit = (path: string, fields: Partial<SearchHit> = {}): SearchHit => ({
  name: path,
  path,
  host: 'gitee',
  source: 'gitee-api',
  description: '',
  stars: 10,
  language: 'Java',
  license: null,
  pushedAt: null,
  project: null,
  ...fields,
});

function giteeAnswering(answers: Record<string, readonly SearchHit[]>): SearchableGitee & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async search(query) {
      asked.push(query);
      const hits = answers[query] ?? [];
      return { hits, sources: [{ source: 'gitee-api', status: hits.length > 0 ? 'ok' : 'empty', detail: query }] };
    },
  };
}

describe('search', () => {
  const paths = (result: SearchResult) => result.hits.map(each => each.path);

  it('finds catalog projects by English words, by Chinese words and by package name', async () => {
    const search = createSearch({ catalog: sampleCatalog });

    assert.deepEqual(paths(await search.search('workflow engine')), ['example/flow']);
    assert.deepEqual(paths(await search.search('工作流')), ['example/flow']);
    assert.deepEqual(paths(await search.search('@example/dates')), ['mirrors/dates']);
  });

  it('forgives a typing error', async () => {
    const { hits } = await createSearch({ catalog: sampleCatalog }).search('worklfow');

    assert.equal(hits[0]?.path, 'example/flow');
  });

  it('asks Gitee with Chinese terms as well and says which', async () => {
    const gitee = giteeAnswering({ 'java 工作流引擎': [hit('someone/flow-engine')] });

    const result = await createSearch({ catalog: sampleCatalog, gitee }).search('Workflow engine for Java');

    assert.deepEqual(result.expanded, ['工作流引擎']);
    assert.deepEqual(gitee.asked, ['java 工作流引擎', 'Workflow engine for Java']);
    assert.ok(paths(result).includes('someone/flow-engine'));
  });

  it('understands German and French', async () => {
    const search = createSearch({ catalog: sampleCatalog });

    assert.deepEqual((await search.search('Nachrichtenwarteschlange')).expanded, ['消息队列']);
    assert.deepEqual((await search.search('moteur de règles')).expanded, ['规则引擎']);
  });

  it('leaves the query alone when the expansion is switched off', async () => {
    const gitee = giteeAnswering({});

    const result = await createSearch({ catalog: sampleCatalog, gitee }).search('low-code', { expand: false });

    assert.deepEqual(result.expanded, []);
    assert.deepEqual(gitee.asked, ['low-code']);
  });

  it('shows the catalog first and folds a mirror into its project', async () => {
    const gitee = giteeAnswering({ dates: [hit('mirrors/dates', { stars: 7 }), hit('other/dates')] });
    const updates: SearchResult[] = [];

    const result = await createSearch({ catalog: sampleCatalog, gitee }).search('dates', {
      expand: false,
      onUpdate: update => updates.push(update),
    });

    assert.deepEqual(
      updates[0]?.hits.map(each => each.source),
      ['catalog'],
    );
    assert.deepEqual(paths(result), ['mirrors/dates', 'other/dates']);
    assert.equal(result.hits[0]?.stars, 7);
    assert.equal(result.hits[0]?.source, 'catalog');
  });

  it('does not offer a home that the project left', async () => {
    const { hits } = await createSearch({ catalog: sampleCatalog }).search('gone');

    assert.deepEqual(hits, []);
  });

  it('says of an empty query nothing, and bounds a long one', async () => {
    const gitee = giteeAnswering({});
    const search = createSearch({ catalog: sampleCatalog, gitee });

    assert.deepEqual((await search.search('   ')).sources, []);
    await search.search('x'.repeat(5000));
    assert.equal(gitee.asked[0]?.length, 200);
  });

  it('asks nobody once it is aborted', async () => {
    const gitee = giteeAnswering({});

    await createSearch({ catalog: sampleCatalog, gitee }).search('flow', { signal: AbortSignal.abort() });

    assert.deepEqual(gitee.asked, []);
  });
});
