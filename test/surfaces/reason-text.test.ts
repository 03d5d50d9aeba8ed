import assert from 'node:assert/strict';
import { reasonText } from '../../src/surfaces/reason-text.ts';
import { sampleCatalog } from './sample-catalog.ts';
import { suggestion } from './samples.ts';

describe('why a suggestion is made', () => {
  const claim = 'Day.js documents a Moment.js-compatible API';
  const made = suggestion({
    reason: 'The sentence of the core.',
    reasons: [
      { kind: 'shared-capabilities', capabilities: ['date-time'] },
      { kind: 'documented', claim, source: 'https://day.js.org/' },
    ],
  });

  it('is the sentence of the core in English', async () => {
    assert.equal(reasonText(made, await sampleCatalog(), 'en-us'), 'The sentence of the core.');
  });

  it('is put together from facts in other languages', async () => {
    assert.equal(reasonText(made, await sampleCatalog(), 'de'), `Both are date-time libraries. ${claim}.`);
  });

  it('names in Chinese what has a Chinese name', async () => {
    assert.equal(reasonText(made, await sampleCatalog(), 'zh-cn'), `Both are 日期. ${claim}.`);
  });
});
