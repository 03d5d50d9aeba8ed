import assert from 'node:assert/strict';
import { budget } from '../../../../src/core/gitee/layers/budget.ts';
import type { Reply, Send } from '../../../../src/core/gitee/request.ts';
import { turnableClock } from '../../../support/gitee/doubles.ts';
import { answer, host, outcomeOf, requestTo } from '../exchange.ts';

const hour = 60 * 60_000;

function limits(remaining: number, more: Record<string, string> = {}): Reply {
  return answer(200, {}, { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': String(remaining), ...more });
}

function setUp(...replies: readonly Reply[]) {
  const clock = turnableClock();
  const gitee = host(...replies);
  const { layer, rateLimit } = budget({ clock, reserve: 0.25 });
  return { clock, gitee, rateLimit, send: layer(gitee) };
}

const click = requestTo('/a');
const background = requestTo('/b', { background: true });

describe('budget', () => {
  it('says what the host said last', async () => {
    const { clock, send, rateLimit } = setUp(limits(12, { 'x-ratelimit-reset': '0' }));
    const resetAt = clock.now() + 300_000;
    const { send: told, rateLimit: known } = setUp(limits(12, { 'x-ratelimit-reset': String(resetAt / 1000) }));

    await send(click);
    await told(click);

    assert.equal(rateLimit(), undefined, 'a reset in the past says nothing of now');
    assert.deepEqual(known(), { limit: 60, remaining: 12, resetAt });
  });

  it('tells what is left after each answer, also where the host does not say', async () => {
    const told: unknown[] = [];
    const { layer } = budget({ clock: turnableClock(), reserve: 0.25, onRead: rate => told.push(rate.remaining) });
    const send = layer(host(limits(12), answer(200, {}), limits(11)));

    for (let turn = 0; turn < 3; turn += 1) await send(click);

    assert.deepEqual(told, [12, 11, 11]);
  });

  it('knows nothing before the first answer', () => {
    const { rateLimit } = setUp(limits(12));

    assert.equal(rateLimit(), undefined);
  });

  it('keeps the reserve for clicks', async () => {
    const { gitee, send } = setUp(limits(15));
    await send(click);

    const refused = await send(background);
    const clicked = await send(click);

    assert.equal(outcomeOf(refused), 'reserved');
    assert.equal(outcomeOf(clicked), 200);
    assert.equal(gitee.asked.length, 2);
  });

  it('spreads what is left over the window', async () => {
    const { clock, send } = setUp(limits(35), limits(35), limits(35));
    await send(click);

    const early = await send(background);
    clock.turn(hour / 2);
    const later = await send(background);

    assert.equal(outcomeOf(early), 'reserved');
    assert.equal(outcomeOf(later), 200);
  });

  it('counts what is under way before its answers tell', async () => {
    const gates: (() => void)[] = [];
    const slow: Send = () => new Promise(resolve => gates.push(() => resolve(limits(1))));
    const { layer } = budget({ clock: turnableClock(), reserve: 0.25 });
    const send = layer(slow);
    const first = send(click);
    gates.shift()?.();
    await first;

    const second = send(click);
    const third = await send(click);
    gates.shift()?.();

    assert.equal(outcomeOf(third), 'limited');
    assert.equal(outcomeOf(await second), 200);
  });

  it('asks nobody until the time that a refusal names', async () => {
    const { clock, gitee, send } = setUp(answer(429, {}, { 'retry-after': '120' }), limits(59));
    await send(click);

    const refused = await send(click);
    clock.turn(121_000);
    const later = await send(click);

    assert.equal(outcomeOf(refused), 'limited');
    assert.equal(refused.kind === 'unanswered' && refused.retryAt, clock.now() - 1_000);
    assert.equal(outcomeOf(later), 200);
    assert.equal(gitee.asked.length, 2);
  });

  it('waits longer each time that a refusal names no time', async () => {
    const { clock, gitee, send } = setUp(answer(403, { message: '403 Rate Limit Exceeded' }));
    await send(click);
    clock.turn(61_000);
    await send(click);
    clock.turn(61_000);

    const third = await send(click);

    assert.equal(outcomeOf(third), 'limited');
    assert.equal(gitee.asked.length, 2);
  });

  it('does not take a 403 for private data as a limit', async () => {
    const { gitee, send } = setUp(answer(403, { message: '没有权限' }));
    await send(click);

    await send(click);

    assert.equal(gitee.asked.length, 2);
  });

  it('does not block for hours when the clock is set back', async () => {
    const { clock, send } = setUp(answer(429, {}, { 'retry-after': '60' }), limits(59));
    await send(click);

    clock.turn(-24 * hour);

    assert.equal(outcomeOf(await send(click)), 200);
  });

  it('reads the reset by the clock of the host', async () => {
    const { clock, send, rateLimit } = setUp(
      limits(3, {
        date: new Date(Date.UTC(2026, 10, 24, 10, 0, 0)).toUTCString(),
        'x-ratelimit-reset': String(Date.UTC(2026, 10, 24, 10, 10, 0) / 1000),
      }),
    );

    await send(click);

    assert.equal(rateLimit()?.resetAt, clock.now() + 10 * 60_000);
  });

  it('still knows the limit after another host that has none', async () => {
    const { send, rateLimit } = setUp(limits(12), answer(200));
    await send(click);

    await send(requestTo('/search', { url: new URL('https://so.gitee.com/v1/search') }));

    assert.equal(rateLimit()?.remaining, 12);
  });

  it('counts with and without a token apart', async () => {
    const { send } = setUp(limits(0));
    await send(click);

    const withToken = await send(requestTo('/a', { headers: { authorization: 'Bearer x' } }));

    assert.equal(outcomeOf(withToken), 200);
  });
});
