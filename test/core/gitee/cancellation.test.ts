import assert from 'node:assert/strict';
import { useClient } from './open-client.ts';

describe('canceling', () => {
  const use = useClient();

  it('gives "canceled" at once, and ends the request', async () => {
    const { gitee, standIn } = use();
    standIn.fault('/repos/iamkun/dayjs', { kind: 'silent' });
    const controller = new AbortController();

    const outcome = gitee.repository('iamkun/dayjs', { signal: controller.signal });
    controller.abort();

    assert.equal((await outcome).kind, 'canceled');
  });

  it('asks nobody for who comes with an aborted signal', async () => {
    const { gitee, standIn } = use();

    const outcome = await gitee.repository('iamkun/dayjs', { signal: AbortSignal.abort() });

    assert.equal(outcome.kind, 'canceled');
    assert.equal(standIn.requests.length, 0);
  });
});
