import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SearchHit, SearchResult } from '../../../src/core/model.ts';
import { itemsOf, titleOf } from '../../../src/surfaces/search/items.ts';
import { createRecent } from '../../../src/surfaces/search/recent.ts';
import { memory } from '../memory.ts';

const hit: SearchHit = {
  name: 'Warm-Flow',
  path: 'dromara/warm-flow',
  host: 'gitee',
  source: 'gitee-api',
  description: '国产工作流引擎',
  stars: 1500,
  language: 'Java',
  license: 'Apache-2.0',
  pushedAt: '2026-10-01T00:00:00+08:00',
  project: null,
};

function result(fields: Partial<SearchResult>): SearchResult {
  return { query: 'workflow', expanded: [], hits: [], sources: [], ...fields };
}

describe('the list of the search', () => {
  it('says in the title what was searched for as well, and that Gitee was silent', () => {
    const source = (status: 'ok' | 'refused' | 'skipped') => ({ source: 'gitee-web' as const, status, detail: '' });
    const catalog = { source: 'catalog' as const, status: 'ok' as const, detail: '' };

    assert.equal(titleOf(result({ sources: [catalog] }), true), 'Search Gitee');
    assert.equal(titleOf(result({ sources: [catalog] }), false), 'Search Gitee (only for what is typed)');
    assert.equal(
      titleOf(result({ expanded: ['工作流引擎'], sources: [catalog, source('ok')] }), true),
      'Search Gitee (also for 工作流引擎)',
    );
    assert.match(titleOf(result({ sources: [catalog, source('refused')] }), true), /Gitee did not answer/);
  });

  it('puts hits under their sources, with what is known of them', () => {
    const items = itemsOf(result({ hits: [{ ...hit, source: 'catalog', project: 'warm-flow' }, hit] }), new Set());

    assert.deepEqual(
      items.map(({ label, kind }) => [label, kind]),
      [
        ['Catalog', vscode.QuickPickItemKind.Separator],
        ['Warm-Flow', undefined],
        ['Gitee', vscode.QuickPickItemKind.Separator],
        ['Warm-Flow', undefined],
      ],
    );
    assert.match(items[1]?.description ?? '', /1,500 stars.+Java.+Apache-2\.0.+Oct 1, 2026/);
  });

  it('marks what is saved already', () => {
    const items = itemsOf(result({ hits: [{ ...hit, project: 'warm-flow' }] }), new Set(['warm-flow']));

    assert.match(items[1]?.label ?? '', /\$\(bookmark\)/);
  });

  it('draws no icons that a description asks for', () => {
    const items = itemsOf(result({ hits: [{ ...hit, name: '$(error) x', description: '$(sync~spin)' }] }), new Set());

    assert.doesNotMatch(`${items[1]?.label}${items[1]?.detail}`, /\$\(/);
  });

  it('says who did not answer, so that silence is not taken for absence', () => {
    const sources = [
      { source: 'catalog', status: 'empty', detail: '' },
      { source: 'gitee-api', status: 'refused', detail: 'Gitee answers strangers with nothing.' },
    ] as const;

    const items = itemsOf(result({ sources }), new Set());

    assert.deepEqual(
      items.map(({ label }) => label),
      ['Not answered', '$(warning) Gitee did not answer: sign in to ask it'],
    );
    assert.equal(items[1]?.detail, 'Gitee answers strangers with nothing.');
    assert.equal(items[1]?.signIn, true);
  });

  it('says that nothing was found when everybody answered', () => {
    const items = itemsOf(result({ sources: [{ source: 'gitee-api', status: 'ok', detail: '' }] }), new Set());

    assert.deepEqual(
      items.map(({ label }) => label),
      ['Nothing found'],
    );
  });
});

describe('recent searches', () => {
  it('are ten at most, each once, the newest first', async () => {
    const recent = createRecent(memory());

    for (const query of ['a', 'b', 'a', ...Array.from({ length: 9 }, (_, index) => String(index)), '  ']) {
      await recent.add(query);
    }
    await recent.remove('8');

    assert.deepEqual(recent.list(), ['7', '6', '5', '4', '3', '2', '1', '0', 'a']);
  });

  it('start anew when something else wrote them', () => {
    const store = { ...memory(), get: <T>(): T | undefined => JSON.parse('{"x":1}') };

    assert.deepEqual(createRecent(store).list(), []);
  });
});
