import assert from 'node:assert/strict';
import { auth } from '../../../../src/core/gitee/layers/auth.ts';
import { answer, host, outcomeOf, requestTo } from '../exchange.ts';

const secret = '0123456789abcdef0123456789abcdef';
const origin = 'https://gitee.com';

describe('auth', () => {
  it('sends the token in the header and nowhere in the address', async () => {
    const gitee = host(answer(200));
    const send = auth(origin, async () => secret).layer(gitee);

    await send(requestTo('/api/v5/user'));

    assert.equal(gitee.asked[0]?.headers.authorization, `Bearer ${secret}`);
    assert.ok(!gitee.asked[0]?.url.href.includes(secret));
  });

  it('sends no token to another origin', async () => {
    const gitee = host(answer(200));
    const send = auth(origin, async () => secret).layer(gitee);

    await send(requestTo('/search', { url: new URL('https://so.gitee.com/v1/search') }));

    assert.equal(gitee.asked[0]?.headers.authorization, undefined);
  });

  it('asks again without a token that is not accepted, and does not use it again', async () => {
    const gitee = host(answer(401), answer(200));
    const { layer, rejected } = auth(origin, async () => secret);
    const send = layer(gitee);

    const first = await send(requestTo('/a'));
    await send(requestTo('/b'));

    assert.equal(outcomeOf(first), 200);
    assert.equal(rejected(), true);
    assert.deepEqual(
      gitee.asked.map(({ headers }) => headers.authorization),
      [`Bearer ${secret}`, undefined, undefined],
    );
  });

  it('uses a new token after the old one was refused', async () => {
    const tokens = { current: secret };
    const gitee = host(answer(401), answer(200));
    const { layer, rejected } = auth(origin, async () => tokens.current);
    const send = layer(gitee);
    await send(requestTo('/a'));

    tokens.current = 'another';
    await send(requestTo('/b'));

    assert.equal(gitee.asked.at(-1)?.headers.authorization, 'Bearer another');
    assert.equal(rejected(), false);
  });

  for (const [name, token] of [
    ['none', undefined],
    ['an empty one', '  '],
    ['one that would end the header', 'abc\r\nx-evil: 1'],
  ] as const) {
    it(`sends no header for ${name}`, async () => {
      const gitee = host(answer(200));

      await auth(origin, async () => token).layer(gitee)(requestTo('/a'));

      assert.deepEqual(gitee.asked[0]?.headers, {});
    });
  }

  it('trims what was pasted', async () => {
    const gitee = host(answer(200));

    await auth(origin, async () => ` ${secret}\n`).layer(gitee)(requestTo('/a'));

    assert.equal(gitee.asked[0]?.headers.authorization, `Bearer ${secret}`);
  });
});
