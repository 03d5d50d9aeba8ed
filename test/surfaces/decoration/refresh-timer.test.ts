import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRefreshTimer } from '../../../src/surfaces/decoration/refresh-timer.ts';

describe('the refresh of decorations', () => {
  it('answers a change at once while that costs next to nothing', () => {
    let refreshes = 0;
    const timer = createRefreshTimer(async () => {
      refreshes += 1;
    });

    timer.soon();

    assert.equal(refreshes, 1);
  });

  it('makes many changes at once one refresh, and one more for those that came while it ran', async () => {
    let refreshes = 0;
    const timer = createRefreshTimer(async () => {
      refreshes += 1;
    });

    for (let change = 0; change < 100; change += 1) timer.soon();
    await sleep(60);

    assert.equal(refreshes, 2);
  });

  it('waits after each change once a refresh has turned out dear', async () => {
    let refreshes = 0;
    let time = 0;
    const timer = createRefreshTimer(
      async () => {
        refreshes += 1;
        time += 20;
      },
      () => time,
    );
    timer.now();
    await sleep(10);

    for (let change = 0; change < 100; change += 1) timer.soon();
    const atOnce = refreshes;
    await sleep(80);

    assert.equal(atOnce, 1);
    assert.equal(refreshes, 2);
  });

  it('follows a change that came while it ran', async () => {
    let refreshes = 0;
    let finish: (() => void) | undefined;
    const timer = createRefreshTimer(() => {
      refreshes += 1;
      return refreshes === 1 ? new Promise<void>(resolve => (finish = resolve)) : Promise.resolve();
    });
    timer.now();
    await sleep(10);

    timer.now();
    await sleep(10);
    const whileRunning = refreshes;
    finish?.();
    await sleep(60);

    assert.equal(whileRunning, 1);
    assert.equal(refreshes, 2);
  });

  it('ends with its disposal', async () => {
    let refreshes = 0;
    const timer = createRefreshTimer(async () => {
      refreshes += 1;
    });

    timer.now();
    timer.dispose();
    await sleep(60);

    assert.equal(refreshes, 0);
  });
});
