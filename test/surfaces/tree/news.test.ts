import assert from 'node:assert/strict';
import type { IndexedManifest } from '../../../src/surfaces/manifest-index.ts';
import { createNews, suggestionsIn } from '../../../src/surfaces/tree/news.ts';
import { memory } from '../memory.ts';
import { dependency, manifest, suggestion } from '../samples.ts';

/** All steps at once. */
function suggestionsOf(...manifests: readonly IndexedManifest[]): readonly string[] {
  const work = suggestionsIn(manifests);
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

const one = manifest('a.json', [dependency('moment', { suggestions: [suggestion()] })]);
const two = manifest(
  'b.json',
  ['moment', 'luxon', 'left-pad'].map(name =>
    dependency(name, { suggestions: name === 'left-pad' ? [] : [suggestion()] }),
  ),
);
const moment = suggestionsOf(one);
const both = suggestionsOf(one, two);

describe('news among the suggestions', () => {
  it('are counted once, however many manifests they are made for', () => {
    assert.deepEqual(both, ['pkg:npm/moment dayjs', 'pkg:npm/luxon dayjs']);
  });

  it('are none the first time, however many suggestions there are', () => {
    assert.equal(createNews(memory()).count(both), 0);
  });

  it('are what came since the view was last looked at, also after a restart', async () => {
    const store = memory();
    await createNews(store).seen(moment);

    const news = createNews(store);

    assert.equal(news.count(both), 1);
    await news.seen(both);
    assert.equal(news.count(both), 0);
  });
});
