import assert from 'node:assert/strict';
import { createGitee, type HostSearchResult } from '../../../src/core/gitee/index.ts';
import { openClient, useClient } from './open-client.ts';

const statuses = ({ sources }: HostSearchResult) => sources.map(({ source, status }) => `${source} ${status}`);
const paths = ({ hits }: HostSearchResult) => hits.map(({ path }) => path);

describe('searching Gitee', () => {
  const use = useClient();

  it("finds as a stranger what the web's own search and the unlisted one know", async () => {
    const result = await use().gitee.search('工作流引擎', { limit: 10 });

    assert.ok(paths(result).includes('dromara/warm-flow'));
    assert.ok(paths(result).includes('aizuda/flowlong'));
    assert.deepEqual(statuses(result), ['gitee-api refused', 'gitee-web ok', 'gitee-search ok']);
  });

  it('takes the empty list for strangers as no answer', async () => {
    const { gitee, standIn } = use();
    standIn.fault(/^\/search\/repos$|^\/v1\/search/, { kind: 'dropped' });

    const result = await gitee.search('vue', { limit: 10 });

    const [api] = result.sources;
    assert.equal(api?.status, 'refused');
    assert.match(api?.detail ?? '', /does not mean that nothing exists\. Sign in/);
    assert.deepEqual(statuses(result), ['gitee-api refused', 'gitee-web unreachable', 'gitee-search unreachable']);
  });

  it('does not spend a request on the public search that answers no stranger', async () => {
    const { cache, clock, log } = use();
    const asked: string[] = [];
    const gitee = createGitee({
      cache,
      clock,
      log,
      offline: () => {
        asked.push('asked');
        return true;
      },
    });

    const result = await gitee.search('vue', { limit: 10 });
    await gitee.dispose();

    assert.deepEqual(statuses(result), ['gitee-api skipped', 'gitee-web skipped', 'gitee-search skipped']);
    assert.match(result.sources[0]?.detail ?? '', /signed-in users/);
    assert.equal(asked.length, 2);
  });

  it("leaves the public web search alone behind a company's own base URL", async () => {
    const own = await openClient({ webSearchUrl: undefined });

    const result = await own.gitee.search('vue', { limit: 10 });
    const asked = own.standIn.requests.map(({ path }) => path);
    await own.close();

    assert.ok(statuses(result).includes('gitee-web skipped'));
    assert.ok(!asked.some(path => path.startsWith('/v1/')));
  });

  it('takes an empty answer with a token as "nothing found"', async () => {
    const own = await openClient({ token: async () => 'stand-in-token' });

    const result = await own.gitee.search('zzz nothing like this', { limit: 10 });
    await own.close();

    assert.equal(result.sources[0]?.status, 'empty');
    assert.deepEqual(result.hits, []);
  });

  it('tells stars, license and language, each repository once', async () => {
    const own = await openClient({ token: async () => 'stand-in-token' });

    const result = await own.gitee.search('hutool', { limit: 10 });
    await own.close();

    assert.deepEqual(paths(result), ['chinabugotech/hutool']);
    assert.equal(result.hits[0]?.source, 'gitee-api');
    assert.equal(result.hits[0]?.stars, 11_000);
    assert.equal(result.hits[0]?.license, 'MulanPSL-2.0');
    assert.equal(result.hits[0]?.language, 'Java');
  });

  it('takes the address from the URL, not from display names', async () => {
    const result = await use().gitee.search('显示名与路径不同', { limit: 10 });

    assert.deepEqual(paths(result), ['scout-demo/Display_Name']);
    assert.equal(result.hits[0]?.name, '拼夕夕_网上商城');
  });

  it('gives the time of the web search its zone', async () => {
    const result = await use().gitee.search('大屏', { limit: 1 });

    assert.equal(result.hits[0]?.pushedAt, '2026-10-12T09:30:00+08:00');
  });

  it('keeps to the limit', async () => {
    const result = await use().gitee.search('java', { limit: 3 });

    assert.equal(result.hits.length, 3);
  });

  it('reports what is there as each source answers', async () => {
    const { gitee, standIn } = use();
    standIn.fault('/search/repos', { kind: 'slow', ms: 60 });
    const updates: HostSearchResult[] = [];

    await gitee.search('工作流引擎', { limit: 10, onUpdate: result => updates.push(result) });

    assert.equal(updates.length, 2);
    assert.ok(updates.some(({ hits }) => hits.length > 0));
  });

  it('asks once for the same search again', async () => {
    const { gitee, standIn } = use();
    await gitee.search('vue', { limit: 5 });
    const before = standIn.requests.length;

    await gitee.search('vue', { limit: 5 });

    assert.equal(standIn.requests.length, before);
  });

  it('survives answers that are no search results', async () => {
    const { gitee, standIn } = use();
    standIn.fault('/search/repos', { kind: 'answer', status: 200, body: '{"data":"none"}' });
    standIn.fault(/^\/v1\/search/, { kind: 'firewall' });

    const result = await gitee.search('vue', { limit: 5 });

    assert.deepEqual(statuses(result), ['gitee-api refused', 'gitee-web unreachable', 'gitee-search refused']);
  });

  it('drops hits that cannot be read and keeps the rest', async () => {
    const { gitee, standIn } = use();
    const hits = [
      { fields: { title: ['no url'] } },
      { fields: { url: ['https://gitee.com/a/b'], 'count.star': ['x'] } },
    ];
    const body = JSON.stringify({ took: 1, hits: { total: { value: 2 }, hits } });
    standIn.fault(/^\/v1\/search/, { kind: 'answer', status: 200, body });
    standIn.fault('/search/repos', {
      kind: 'answer',
      status: 200,
      body: '{"data":[{"name":"x"},{"url":"gitee.com"}]}',
    });

    const result = await gitee.search('vue', { limit: 5 });

    assert.deepEqual(paths(result), ['a/b']);
    assert.equal(result.hits[0]?.stars, null);
  });

  it('ends when the caller leaves', async () => {
    const { gitee, standIn } = use();
    standIn.fault(/search/, { kind: 'silent' });
    const controller = new AbortController();

    const searching = gitee.search('vue', { limit: 5, signal: controller.signal });
    controller.abort();

    assert.deepEqual((await searching).hits, []);
  });
});
