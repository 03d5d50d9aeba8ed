import assert from 'node:assert/strict';
import { moveInPlace } from '../../../src/core/files/index.ts';

function refusing(times: number, code: string) {
  const tried: string[] = [];
  const move = async (from: unknown, to: unknown) => {
    tried.push(`${from} ${to}`);
    if (tried.length <= times) throw Object.assign(new Error(`${code}: operation not permitted`), { code });
  };
  return { tried, move };
}

describe('a file that gets its final name', () => {
  for (const code of ['EPERM', 'EACCES', 'EBUSY']) {
    it(`gets it on Windows when whoever holds it lets go: ${code}`, async () => {
      const { tried, move } = refusing(3, code);

      await moveInPlace('a.tmp', 'a', { platform: 'win32', move });

      assert.deepEqual(tried, Array(4).fill('a.tmp a'));
    });
  }

  it('is given up at once where waiting does not help', async () => {
    for (const [platform, code] of [
      ['linux', 'EPERM'],
      ['win32', 'ENOSPC'],
    ] as const) {
      const { tried, move } = refusing(1, code);

      await assert.rejects(moveInPlace('a.tmp', 'a', { platform, move }), { code });
      assert.equal(tried.length, 1);
    }
  });

  it('is given up at last when it is not let go', async () => {
    const { tried, move } = refusing(100, 'EBUSY');

    await assert.rejects(moveInPlace('a.tmp', 'a', { platform: 'win32', move }), { code: 'EBUSY' });
    assert.ok(tried.length > 5);
  });
});
