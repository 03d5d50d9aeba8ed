import assert from 'node:assert/strict';
import { suggest } from '../../../src/core/suggestions/index.ts';
import { capability, catalog, packages, project, publisher } from '../catalog/sample.ts';

describe('suggestions for a package that is known by its publisher alone', () => {
  const known = catalog({
    projects: [project('clock')],
    publishers: [publisher('house')],
    capabilities: [capability('dates')],
    packages: packages('golang', { 'github.com/house/moment': ['dates'] }),
  });

  it('say who publishes it, and offer nothing', () => {
    const { origin, publisher: found, suggestions } = suggest('pkg:golang/github.com/house/bell@v1.0.0', known);

    assert.equal(origin, 'chinese');
    assert.equal(found?.id, 'house');
    assert.deepEqual(suggestions, []);
  });

  it('say nothing of a publisher where there is a project', () => {
    const { publisher: found, suggestions } = suggest('pkg:npm/clock', known);

    assert.equal(found, undefined);
    assert.equal(suggestions[0]?.relation, 'same-project');
  });

  it('leave a package alone that is mapped as one of others', () => {
    const { origin, publisher: found } = suggest('pkg:golang/github.com/house/moment', known);

    assert.deepEqual([origin, found], ['other', undefined]);
  });
});
