import assert from 'node:assert/strict';
import { openClient } from './open-client.ts';

const secret = 'stand-in-token';

describe('with a token', () => {
  it('sees what is private, and never writes the token anywhere', async () => {
    const own = await openClient({ token: async () => secret });

    const repository = await own.gitee.repository('scout-demo/private');
    const stored = JSON.stringify(await own.cache.peek('x', { softAge: 1, hardAge: 1, read: value => value }));
    const lines = own.log.lines.join('\n');
    const urls = own.standIn.requests.map(({ url }) => url).join('\n');
    await own.close();

    assert.equal(repository.kind, 'found');
    for (const text of [stored ?? '', lines, urls, JSON.stringify(repository)]) assert.ok(!text.includes(secret));
    assert.equal(own.standIn.requests[0]?.headers.authorization, `Bearer ${secret}`);
  });

  it('keeps what it saw from those who are signed out', async () => {
    const token: { current: string | undefined } = { current: secret };
    const own = await openClient({ token: async () => token.current });
    await own.gitee.repository('scout-demo/private');

    token.current = undefined;
    const anonymous = await own.gitee.repository('scout-demo/private');
    await own.close();

    assert.equal(anonymous.kind, 'not-found');
  });

  it('keeps what one account saw from another', async () => {
    const token = { current: secret };
    const own = await openClient({ token: async () => token.current });
    await own.gitee.repository('scout-demo/private');

    token.current = 'of somebody else'.replaceAll(' ', '-');
    const other = await own.gitee.repository('scout-demo/private');
    await own.close();

    assert.equal(other.kind, 'not-found');
  });

  it('goes on without a token that cannot be read', async () => {
    const own = await openClient({ token: () => Promise.reject(new Error('the keyring is locked')) });

    const repository = await own.gitee.repository('iamkun/dayjs');
    await own.close();

    assert.equal(repository.kind, 'found');
  });

  it('keeps what the first request with a new token saw from strangers', async () => {
    const token: { current: string | undefined } = { current: 'expired' };
    const own = await openClient({ token: async () => token.current });
    await own.gitee.repository('iamkun/dayjs');

    token.current = secret;
    const seen = await own.gitee.repository('scout-demo/private');
    token.current = undefined;
    const anonymous = await own.gitee.repository('scout-demo/private');
    await own.close();

    assert.equal(seen.kind, 'found');
    assert.equal(anonymous.kind, 'not-found');
  });

  it('goes on without a token that has expired', async () => {
    const own = await openClient({ token: async () => 'expired' });

    const repository = await own.gitee.repository('iamkun/dayjs');
    const rejected = own.gitee.tokenRejected();
    await own.close();

    assert.equal(repository.kind, 'found');
    assert.equal(rejected, true);
  });

  it('falls back on what was stored before signing in', async () => {
    const token: { current: string | undefined } = { current: undefined };
    const offline = { now: false };
    const own = await openClient({ token: async () => token.current, offline: () => offline.now });
    await own.gitee.repository('iamkun/dayjs');

    token.current = secret;
    offline.now = true;
    const repository = await own.gitee.repository('iamkun/dayjs');
    await own.close();

    assert.equal(repository.kind, 'found');
    assert.equal(repository.kind === 'found' && repository.notice?.kind, 'offline');
  });

  it('counts requests and says how many are left', async () => {
    const own = await openClient({ token: async () => secret });

    await own.gitee.repository('iamkun/dayjs');
    const rate = own.gitee.rateLimit();
    await own.close();

    assert.equal(rate?.limit, 5000);
    assert.equal(rate?.remaining, 4999);
  });
});
