import assert from 'node:assert/strict';
import { breaker } from '../../../../src/core/gitee/layers/breaker.ts';
import type { Reply, Send } from '../../../../src/core/gitee/request.ts';
import { turnableClock } from '../../../support/gitee/doubles.ts';
import { answer, failure, host, outcomeOf, requestTo } from '../exchange.ts';

const options = { failures: 3, shortest: 30_000, longest: 120_000 };

function setUp(...replies: readonly Reply[]) {
  const clock = turnableClock();
  const gitee = host(...replies);
  return { clock, gitee, send: breaker({ ...options, clock })(gitee) };
}

async function trip(send: Send): Promise<void> {
  for (let count = 0; count < options.failures; count++) await send(requestTo('/a'));
}

describe('breaker', () => {
  it('leaves a host alone after failures in a row', async () => {
    const { gitee, send } = setUp(failure('timeout'));
    await trip(send);

    const reply = await send(requestTo('/a'));

    assert.equal(outcomeOf(reply), 'paused');
    assert.equal(gitee.asked.length, 3);
  });

  it('does not count failures with an answer between them', async () => {
    const { send } = setUp(
      failure('broken'),
      failure('broken'),
      answer(200),
      failure('broken'),
      failure('broken'),
      answer(200),
    );
    await trip(send);
    await send(requestTo('/a'));
    await send(requestTo('/a'));

    assert.equal(outcomeOf(await send(requestTo('/a'))), 200);
  });

  it('counts errors of the server, but not refusals', async () => {
    const down = setUp(answer(502));
    const limited = setUp(answer(403));
    await trip(down.send);
    await trip(limited.send);

    assert.equal(outcomeOf(await down.send(requestTo('/a'))), 'paused');
    assert.equal(outcomeOf(await limited.send(requestTo('/a'))), 403);
  });

  it('lets one request try after the pause, and opens when it is answered', async () => {
    const { clock, send } = setUp(failure('refused'), failure('refused'), failure('refused'), answer(200));
    await trip(send);
    clock.turn(30_001);

    assert.equal(outcomeOf(await send(requestTo('/a'))), 200);
    assert.equal(outcomeOf(await send(requestTo('/a'))), 200);
  });

  it('lets only one try at a time', async () => {
    const gates: (() => void)[] = [];
    const clock = turnableClock();
    const failing = { now: true };
    const slow: Send = async () => {
      if (failing.now) return failure('timeout');
      await new Promise<void>(resolve => gates.push(resolve));
      return answer(200);
    };
    const send = breaker({ ...options, clock })(slow);
    await trip(send);
    clock.turn(30_001);
    failing.now = false;

    const probe = send(requestTo('/a'));
    const other = await send(requestTo('/a'));
    gates.shift()?.();

    assert.equal(outcomeOf(other), 'paused');
    assert.equal(outcomeOf(await probe), 200);
  });

  it('waits twice as long after each try that fails', async () => {
    const { clock, send } = setUp(failure('timeout'));
    await trip(send);
    clock.turn(30_001);
    await send(requestTo('/a'));
    clock.turn(30_001);

    assert.equal(outcomeOf(await send(requestTo('/a'))), 'paused');
    clock.turn(30_001);
    assert.equal(outcomeOf(await send(requestTo('/a'))), 'timeout');
  });

  it('lets a person through who insists', async () => {
    const { send } = setUp(failure('timeout'), failure('timeout'), failure('timeout'), answer(200));
    await trip(send);

    assert.equal(outcomeOf(await send(requestTo('/a', { insist: true }))), 200);
  });

  it('is about one host only', async () => {
    const { send } = setUp(failure('dns'), failure('dns'), failure('dns'), answer(200));
    await trip(send);

    const other = await send(requestTo('/a', { url: new URL('https://so.gitee.com/') }));

    assert.equal(outcomeOf(other), 200);
  });

  it('does not stay closed when the clock is set back', async () => {
    const { clock, send } = setUp(failure('dns'), failure('dns'), failure('dns'), answer(200));
    await trip(send);

    clock.turn(-86_400_000);

    assert.equal(outcomeOf(await send(requestTo('/a'))), 200);
  });
});
