import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { gate } from '../../../../src/core/gitee/layers/gate.ts';
import type { Send } from '../../../../src/core/gitee/request.ts';
import { answer, outcomeOf, requestTo } from '../exchange.ts';

function slowHost() {
  const started: string[] = [];
  const open: (() => void)[] = [];
  const send: Send = request =>
    new Promise(resolve => {
      started.push(request.url.pathname);
      open.push(() => resolve(answer(200)));
    });
  return { started, finishOne: () => open.shift()?.(), send };
}

describe('gate', () => {
  it('lets no more than its limit through at once', async () => {
    const { started, finishOne, send } = slowHost();
    const gated = gate(2)(send);
    const all = ['/1', '/2', '/3'].map(path => gated(requestTo(path)));
    await nextTurn();
    assert.deepEqual(started, ['/1', '/2']);

    finishOne();
    await nextTurn();

    assert.deepEqual(started, ['/1', '/2', '/3']);
    finishOne();
    finishOne();
    assert.deepEqual((await Promise.all(all)).map(outcomeOf), [200, 200, 200]);
  });

  it('lets what a person waits for go first', async () => {
    const { started, finishOne, send } = slowHost();
    const gated = gate(1)(send);
    const all = [
      gated(requestTo('/running')),
      gated(requestTo('/background', { background: true })),
      gated(requestTo('/clicked')),
    ];
    await nextTurn();

    for (const _ of all) {
      finishOne();
      await nextTurn();
    }

    await Promise.all(all);
    assert.deepEqual(started, ['/running', '/clicked', '/background']);
  });

  it('forgets who gave up while waiting', async () => {
    const { started, finishOne, send } = slowHost();
    const gated = gate(1)(send);
    const controller = new AbortController();
    const running = gated(requestTo('/running'));
    const waiting = gated(requestTo('/waiting', { signal: controller.signal }));
    await nextTurn();

    controller.abort();
    const gone = await waiting;
    finishOne();
    await running;
    const following = gated(requestTo('/following'));
    await nextTurn();
    finishOne();

    assert.equal(outcomeOf(gone), 'canceled');
    assert.equal(outcomeOf(await following), 200);
    assert.deepEqual(started, ['/running', '/following']);
  });

  it('goes on after a request that failed', async () => {
    const gated = gate(1)(async () => {
      throw new Error('a defect');
    });

    await assert.rejects(gated(requestTo('/1')), /a defect/);
    await assert.rejects(gated(requestTo('/2')), /a defect/);
  });
});
