import assert from 'node:assert/strict';
import { createNews } from '../../../src/surfaces/tree/news.ts';
import { rowsOfManifest } from '../../../src/surfaces/tree/nodes.ts';
import { memory } from '../memory.ts';
import { dependency, manifest, suggestion } from '../samples.ts';

const moment = rowsOfManifest(manifest('a.json', [dependency('moment', { suggestions: [suggestion()] })]));
const both = rowsOfManifest(
  manifest(
    'a.json',
    ['moment', 'luxon'].map(name => dependency(name, { suggestions: [suggestion()] })),
  ),
);

describe('news among the suggestions', () => {
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
