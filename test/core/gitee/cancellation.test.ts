import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { useClient } from './open-client.ts';

describe('canceling', () => {
  const use = useClient();
  const nextTurn = () => pause(5);

  it('gives "canceled" at once, and ends the request', async () => {
    const { gitee, standIn } = use();
    standIn.fault('/repos/iamkun/dayjs', { kind: 'silent' });
    const controller = new AbortController();

    const outcome = gitee.repository('iamkun/dayjs', { signal: controller.signal });
    while (standIn.requests.length === 0) await nextTurn();
    controller.abort();

    assert.equal((await outcome).kind, 'canceled');
    while (standIn.abandoned.length === 0) await nextTurn();
    assert.deepEqual(standIn.abandoned, ['/api/v5/repos/iamkun/dayjs']);
  });

  it('makes room for the next project, when somebody goes on before the last one is there', async () => {
    const { gitee, standIn } = use();
    standIn.fault(/left/, { kind: 'silent' });
    const controller = new AbortController();
    const { signal } = controller;
    const left = Promise.all([
      gitee.repository('a/left', { signal }),
      gitee.readme('a/left', { signal }),
      gitee.license('a/left', { signal }),
      gitee.releases('a/left', { signal }),
      // More than are under way at once: these have not left yet.
      gitee.tags('a/left', { signal }),
      gitee.branches('a/left', { signal }),
    ]);
    while (standIn.requests.length < 4) await nextTurn();

    controller.abort();
    const next = await gitee.repository('iamkun/dayjs');

    assert.equal(next.kind, 'found');
    assert.ok((await left).every(({ kind }) => kind === 'canceled'));
    assert.equal(standIn.requests.length, 5, 'what had not left yet never leaves');
  });

  it('asks nobody for who comes with an aborted signal', async () => {
    const { gitee, standIn } = use();

    const outcome = await gitee.repository('iamkun/dayjs', { signal: AbortSignal.abort() });

    assert.equal(outcome.kind, 'canceled');
    assert.equal(standIn.requests.length, 0);
  });
});
