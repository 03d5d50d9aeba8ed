import assert from 'node:assert/strict';
import type { SearchHit } from '../../../src/core/model.ts';
import { choicesOf, filterHits, filterText, withFilter } from '../../../src/surfaces/search/filters.ts';

function hit(name: string, fields: Partial<SearchHit> = {}): SearchHit {
  return {
    name,
    path: `owner/${name}`,
    host: 'gitee',
    source: 'gitee-api',
    description: '',
    stars: null,
    language: null,
    license: null,
    pushedAt: null,
    project: null,
    ...fields,
  };
}

const now = Date.parse('2026-11-25');
const hits = [
  hit('a', { stars: 5000, language: 'Java', license: 'MIT', pushedAt: '2026-11-01T00:00:00Z' }),
  hit('b', { stars: 50, language: 'Go', license: 'MIT', pushedAt: '2024-11-01T00:00:00Z' }),
  hit('c'),
];

describe('the filters of the search', () => {
  const cases = [
    [{}, ['a', 'b', 'c']],
    [{ language: 'Go' }, ['b']],
    [{ license: 'MIT', stars: 100 }, ['a']],
    [{ days: 31 }, ['a']],
    [{ stars: 10 }, ['a', 'b']],
  ] as const;
  for (const [filters, names] of cases) {
    it(`show under ${JSON.stringify(filters)} what is known to pass`, () => {
      assert.deepEqual(
        filterHits(hits, filters, now).map(({ name }) => name),
        names,
      );
    });
  }

  it('offer what the hits have, and to take the filter away', () => {
    assert.deepEqual(
      choicesOf('license', hits).map(({ value }) => value),
      [undefined, 'MIT'],
    );
    assert.deepEqual(withFilter({ stars: 10, language: 'Go' }, 'stars', undefined), { language: 'Go' });
  });

  it('say which are on', () => {
    assert.equal(filterText({}), '');
    assert.equal(filterText({ language: 'Go', license: 'MIT' }), 'Go, MIT');
  });
});
