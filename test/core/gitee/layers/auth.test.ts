import assert from 'node:assert/strict';
import { auth } from '../../../../src/core/gitee/layers/auth.ts';
import type { Reply } from '../../../../src/core/gitee/request.ts';
import { answer, host, outcomeOf, requestTo } from '../exchange.ts';

const secret = '0123456789abcdef0123456789abcdef';
const origin = 'https://gitee.com';

function setUp(token: string | undefined, ...replies: readonly Reply[]) {
  const current = { token };
  const gitee = host(...replies);
  const told = { rejections: 0 };
  const { identify, layer, rejected } = auth(
    origin,
    async () => current.token,
    () => {
      told.rejections += 1;
    },
  );
  const send = async (path: string, url?: URL) => {
    const { headers } = await identify();
    return layer(gitee)(requestTo(path, { headers, ...(url && { url }) }));
  };
  const sent = () => gitee.asked.map(({ headers }) => headers.authorization);
  return { current, gitee, told, identify, rejected, send, sent };
}

describe('auth', () => {
  it('sends the token in the header and nowhere in the address', async () => {
    const { gitee, send, sent } = setUp(secret, answer(200));

    await send('/api/v5/user');

    assert.deepEqual(sent(), [`Bearer ${secret}`]);
    assert.ok(!gitee.asked[0]?.url.href.includes(secret));
  });

  it('sends no token to another origin', async () => {
    const { send, sent } = setUp(secret, answer(200));

    await send('/search', new URL('https://so.gitee.com/v1/search'));

    assert.deepEqual(sent(), [undefined]);
  });

  it('asks again without a token that is not accepted, and does not use it again', async () => {
    const { rejected, send, sent } = setUp(secret, answer(401), answer(200));

    const first = await send('/a');
    await send('/b');

    assert.equal(outcomeOf(first), 200);
    assert.equal(rejected(), true);
    assert.deepEqual(sent(), [`Bearer ${secret}`, undefined, undefined]);
  });

  it('tells of each refused token once', async () => {
    const { current, told, send } = setUp(secret, answer(401), answer(200), answer(200), answer(401), answer(200));

    await send('/a');
    await send('/b');
    assert.equal(told.rejections, 1);
    current.token = 'another';
    await send('/c');

    assert.equal(told.rejections, 2);
  });

  it('uses a new token after the old one was refused', async () => {
    const { current, identify, rejected, send, sent } = setUp(secret, answer(401), answer(200));
    await send('/a');
    assert.equal((await identify()).name, 'anonymous');

    current.token = 'another';
    const { name } = await identify();
    await send('/b');

    assert.match(name, /^token /);
    assert.equal(sent().at(-1), 'Bearer another');
    assert.equal(rejected(), false);
  });

  it('tells tokens apart by names that do not tell the token', async () => {
    const { current, identify } = setUp(secret);
    const { name } = await identify();

    current.token = 'another';

    assert.notEqual((await identify()).name, name);
    assert.ok(!name.includes(secret.slice(0, 8)));
  });

  for (const [name, token] of [
    ['none', undefined],
    ['an empty one', '  '],
    ['one that would end the header', 'abc\r\nx-evil: 1'],
  ] as const) {
    it(`sends no header for ${name}`, async () => {
      const { identify, send, sent } = setUp(token, answer(200));

      await send('/a');

      assert.deepEqual(sent(), [undefined]);
      assert.equal((await identify()).name, 'anonymous');
    });
  }

  it('trims what was pasted', async () => {
    const { send, sent } = setUp(` ${secret}\n`, answer(200));

    await send('/a');

    assert.deepEqual(sent(), [`Bearer ${secret}`]);
  });
});
