import assert from 'node:assert/strict';
import { bleu, chrF } from '../../eval/translation-scores.ts';

describe('scores of translations', () => {
  const same = [{ hypothesis: 'the cat sat on the mat', reference: 'the cat sat on the mat' }];
  const close = [{ hypothesis: 'the cat sat on the mat .', reference: 'the cat sat on a mat .' }];
  const other = [{ hypothesis: 'xyz', reference: 'the cat sat on the mat' }];

  it('are 100 for what is equal and 0 for what has nothing in common', () => {
    assert.equal(Math.round(chrF(same)), 100);
    assert.equal(Math.round(bleu(same)), 100);
    assert.equal(Math.round(bleu(other)), 0);
    assert.ok(chrF(other) < 5);
  });

  it('are computed as published: BLEU of 6/7 words, 4/6 pairs, 2/5 triples, 1/4 quadruples', () => {
    assert.equal(bleu(close).toFixed(2), (100 * ((6 / 7) * (4 / 6) * (2 / 5) * (1 / 4)) ** 0.25).toFixed(2));
  });

  it('punish what is too short', () => {
    const short = [{ hypothesis: 'the cat sat on the', reference: 'the cat sat on the mat' }];

    assert.equal(bleu(short).toFixed(2), (100 * Math.exp(1 - 6 / 5)).toFixed(2));
  });
});
