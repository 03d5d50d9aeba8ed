import assert from 'node:assert/strict';
import { createScanNews } from '../../../src/surfaces/workspace/scan-news.ts';

describe('the news of a scan', () => {
  let time: number;
  const tellAt = (steps: readonly (readonly [at: number, done: number])[]) => {
    const news = createScanNews(() => time);
    news.start();
    return steps.map(([at, done]) => {
      time = at;
      return news.after(done);
    });
  };

  it('come at once, then not more often than a view can follow', () => {
    const told = tellAt([
      [0, 16],
      [100, 32],
      [499, 200],
      [500, 210],
    ]);

    assert.deepEqual(told, ['change', 'nothing', 'nothing', 'change']);
  });

  it('say how far it is until there is twice as much to show', () => {
    const told = tellAt([
      [0, 100],
      [500, 150],
      [1000, 199],
      [1500, 200],
      [2000, 399],
      [2500, 400],
    ]);

    assert.deepEqual(told, ['change', 'progress', 'progress', 'change', 'progress', 'change']);
  });
});
