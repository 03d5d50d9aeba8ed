import assert from 'node:assert/strict';
import { retry, retryAfter } from '../../../../src/core/gitee/layers/retry.ts';
import type { Reply } from '../../../../src/core/gitee/request.ts';
import { turnableClock } from '../../../support/gitee/doubles.ts';
import { answer, failure, host, outcomeOf, requestTo } from '../exchange.ts';

function setUp(...replies: readonly Reply[]) {
  const pauses: number[] = [];
  const clock = turnableClock();
  const gitee = host(...replies);
  const layer = retry({
    clock,
    random: () => 0.5,
    retries: 2,
    firstPause: 500,
    longestPause: 5_000,
    wait: async (ms, signal) => {
      pauses.push(ms);
      return !signal.aborted;
    },
  });
  return { clock, gitee, pauses, send: layer(gitee) };
}

describe('retry', () => {
  for (const passing of [
    failure('dns'),
    failure('refused'),
    failure('connect-timeout'),
    failure('broken'),
    answer(503),
  ]) {
    it(`asks again after ${outcomeOf(passing)}`, async () => {
      const { pauses, send } = setUp(passing, passing, answer(200));

      const reply = await send(requestTo('/a'));

      assert.equal(outcomeOf(reply), 200);
      assert.deepEqual(pauses, [500, 1000]);
    });
  }

  for (const final of [
    failure('timeout'),
    failure('tls'),
    failure('too-large'),
    failure('canceled'),
    failure('paused'),
    answer(200),
    answer(401),
    answer(403),
    answer(404),
    answer(429),
  ]) {
    it(`takes ${outcomeOf(final)} as it is`, async () => {
      const { gitee, send } = setUp(final);

      assert.equal(outcomeOf(await send(requestTo('/a'))), outcomeOf(final));
      assert.equal(gitee.asked.length, 1);
    });
  }

  it('gives up after the last repetition', async () => {
    const { gitee, send } = setUp(answer(502));

    assert.equal(outcomeOf(await send(requestTo('/a'))), 502);
    assert.equal(gitee.asked.length, 3);
  });

  it('waits as long as the host asks, if that is short', async () => {
    const { pauses, send } = setUp(answer(429, {}, { 'retry-after': '3' }), answer(200));

    await send(requestTo('/a'));

    assert.deepEqual(pauses, [3000]);
  });

  it('leaves a long wait to the user', async () => {
    const { pauses, send } = setUp(answer(503, {}, { 'retry-after': '600' }));

    assert.equal(outcomeOf(await send(requestTo('/a'))), 503);
    assert.deepEqual(pauses, []);
  });

  it('stops waiting when the caller goes', async () => {
    const { gitee, send } = setUp(failure('broken'));
    const controller = new AbortController();
    controller.abort();

    const reply = await send(requestTo('/a', { signal: controller.signal }));

    assert.equal(outcomeOf(reply), 'canceled');
    assert.equal(gitee.asked.length, 1);
  });
});

describe('retryAfter', () => {
  const now = Date.UTC(2026, 10, 24, 9, 0, 0);
  for (const [header, expected] of [
    ['7', 7000],
    ['Tue, 24 Nov 2026 09:00:30 GMT', 30_000],
    ['Tue, 24 Nov 2026 08:00:00 GMT', 0],
    ['soon', undefined],
    [undefined, undefined],
  ] as const) {
    it(`reads ${header}`, () => {
      assert.equal(retryAfter(header, now), expected);
    });
  }
});
