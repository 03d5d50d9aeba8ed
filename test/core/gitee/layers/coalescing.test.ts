import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { coalescing } from '../../../../src/core/gitee/layers/coalescing.ts';
import type { Request, Send } from '../../../../src/core/gitee/request.ts';
import { answer, outcomeOf, requestTo } from '../exchange.ts';

function slowHost() {
  const asked: Request[] = [];
  const open: (() => void)[] = [];
  const send: Send = request =>
    new Promise(resolve => {
      asked.push(request);
      open.push(() => resolve(answer(200)));
    });
  return { asked, finish: () => open.splice(0).map(resolve => resolve()), send: coalescing()(send) };
}

describe('coalescing', () => {
  it('asks once for what many want at the same time', async () => {
    const { asked, finish, send } = slowHost();

    const all = Promise.all([send(requestTo('/a')), send(requestTo('/a')), send(requestTo('/a'))]);
    await nextTurn();
    finish();

    assert.deepEqual((await all).map(outcomeOf), [200, 200, 200]);
    assert.equal(asked.length, 1);
  });

  it('asks again afterwards', async () => {
    const { asked, finish, send } = slowHost();
    const first = send(requestTo('/a'));
    await nextTurn();
    finish();
    await first;

    const second = send(requestTo('/a'));
    await nextTurn();
    finish();
    await second;

    assert.equal(asked.length, 2);
  });

  it('keeps what differs in its headers apart', async () => {
    const { asked, finish, send } = slowHost();

    const all = [send(requestTo('/a')), send(requestTo('/a', { headers: { authorization: 'Bearer x' } }))];
    await nextTurn();
    finish();
    await Promise.all(all);

    assert.equal(asked.length, 2);
  });

  it('goes on for the others when one leaves, and ends when all have left', async () => {
    const { asked, send } = slowHost();
    const one = new AbortController();
    const two = new AbortController();
    const first = send(requestTo('/a', { signal: one.signal }));
    const second = send(requestTo('/a', { signal: two.signal }));
    await nextTurn();

    one.abort();
    assert.equal(outcomeOf(await first), 'canceled');
    assert.equal(asked[0]?.signal.aborted, false);
    two.abort();

    assert.equal(outcomeOf(await second), 'canceled');
    assert.equal(asked[0]?.signal.aborted, true);
  });
});
