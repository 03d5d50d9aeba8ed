import assert from 'node:assert/strict';
import { createSlices, runInSlices } from '../../src/surfaces/slices.ts';

describe('slices of long work', () => {
  it('let others in after a while and not before', async () => {
    let time = 0;
    const slices = createSlices(() => time);
    const turns: string[] = [];
    setImmediate(() => turns.push('other'));

    await slices.pause();
    turns.push('short');
    time += 20;
    await slices.pause();
    turns.push('long');

    assert.deepEqual(turns, ['short', 'other', 'long']);
  });

  const counting = (steps: number, each: () => void) =>
    (function* () {
      for (let step = 0; step < steps; step += 1) {
        each();
        yield;
      }
      return steps;
    })();

  it('are none where the work is short: it is done at once', () => {
    const done: number[] = [];

    runInSlices(
      counting(3, () => undefined),
      steps => done.push(steps),
      () => 0,
    );

    assert.deepEqual(done, [3]);
  });

  it('follow each other in later turns where it is long, until it is done or nobody wants it any more', async () => {
    let time = 0;
    let worked = 0;
    const work = () =>
      counting(4, () => {
        time += 5;
        worked += 1;
      });
    const finished = await new Promise<number>(resolve => {
      runInSlices(work(), resolve, () => time);
      assert.equal(worked, 2);
    });
    const dropped = runInSlices(
      work(),
      () => assert.fail('it was dropped'),
      () => time,
    );
    dropped.dispose();
    await new Promise(resolve => setTimeout(resolve, 20));

    assert.equal(finished, 4);
    assert.equal(worked, 4 + 2);
  });
});
