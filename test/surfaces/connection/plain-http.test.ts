import assert from 'node:assert/strict';
import { createPlainHttp } from '../../../src/surfaces/plain-http.ts';
import { memory } from '../memory.ts';

/** Answers as a person would and remembers what was asked. */
function person(answer: boolean) {
  const asked: string[] = [];
  const ask = async (origin: string) => {
    asked.push(origin);
    return answer;
  };
  return { asked, ask };
}

describe('the consent to plain http', () => {
  it('is asked for once for an origin, and remembered for that origin only', async () => {
    const store = memory();
    const { asked, ask } = person(true);
    const plain = createPlainHttp(store, ask);

    assert.equal(await plain.confirm('http://mirror.example.com:8080/api/v5'), true);
    assert.equal(await plain.confirm('http://mirror.example.com:8080/other'), true);

    assert.deepEqual(asked, ['http://mirror.example.com:8080']);
    assert.equal(createPlainHttp(store, ask).allows('http://mirror.example.com:8080'), true);
    assert.equal(plain.allows('http://mirror.example.com'), false);
  });

  it('is not given by looking away', async () => {
    const { ask } = person(false);
    const plain = createPlainHttp(memory(), ask);

    assert.equal(await plain.confirm('http://mirror.example.com/api/v5'), false);
    assert.equal(plain.allows('http://mirror.example.com'), false);
  });

  for (const address of [undefined, 'https://mirror.example.com/api/v5', 'http://127.0.0.1:8080', 'http://localhost']) {
    it(`is not needed for ${address ?? 'no address'}`, async () => {
      const { asked, ask } = person(false);

      assert.equal(await createPlainHttp(memory(), ask).confirm(address), true);
      assert.deepEqual(asked, []);
    });
  }
});
