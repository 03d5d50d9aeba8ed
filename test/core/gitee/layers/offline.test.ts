import assert from 'node:assert/strict';
import { offline } from '../../../../src/core/gitee/layers/offline.ts';
import { answer, host, outcomeOf, requestTo } from '../exchange.ts';

describe('offline', () => {
  it('lets nothing out while it holds, and asks the setting each time', async () => {
    const setting = { offline: true };
    const gitee = host(answer(200));
    const send = offline(() => setting.offline)(gitee);

    const before = await send(requestTo('/a'));
    setting.offline = false;
    const after = await send(requestTo('/a'));

    assert.equal(outcomeOf(before), 'offline');
    assert.equal(outcomeOf(after), 200);
    assert.equal(gitee.asked.length, 1);
  });
});
