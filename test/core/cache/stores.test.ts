import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDiskStore } from '../../../src/core/cache/disk-store.ts';
import type { EntryStore } from '../../../src/core/cache/entry.ts';
import { createMemoryStore } from '../../../src/core/cache/memory-store.ts';
import { recordedLog, turnableClock } from '../../support/gitee/doubles.ts';

const entry = (value: unknown) => ({ value, storedAt: 1000, softAge: 10, hardAge: 100, validator: '"v1"' });

const stores: readonly [name: string, make: (folder: string, maxBytes: number) => EntryStore][] = [
  ['memory', (_, maxBytes) => createMemoryStore(maxBytes)],
  ['disk', (folder, maxBytes) => createDiskStore({ folder, maxBytes, clock: turnableClock(), log: recordedLog() })],
];

for (const [name, make] of stores) {
  describe(`a ${name} store`, () => {
    const place = { folder: '' };
    beforeEach(async () => {
      place.folder = await mkdtemp(path.join(tmpdir(), 'scout-store-'));
    });
    afterEach(async () => {
      await rm(place.folder, { recursive: true, force: true });
    });

    it('gives back what it was given', async () => {
      const store = make(place.folder, 1_000_000);
      const given = entry({ 名称: '工作流', list: [1, null, 'x'], nested: { ok: true } });

      await store.set('a', given);

      assert.deepEqual(await store.get('a'), given);
    });

    it('has nothing under another key', async () => {
      const store = make(place.folder, 1_000_000);
      await store.set('a', entry(1));

      assert.equal(await store.get('b'), undefined);
    });

    it('takes any text as a key', async () => {
      const store = make(place.folder, 1_000_000);
      const keys = [
        '__proto__',
        '../../etc/passwd',
        'https://gitee.com/api/v5/repos/a/b?c=d&e=f',
        '名',
        'x'.repeat(5000),
        '',
      ];

      for (const key of keys) await store.set(key, entry(key));

      for (const key of keys) assert.equal((await store.get(key))?.value, key);
    });

    it('replaces', async () => {
      const store = make(place.folder, 1_000_000);
      await store.set('a', entry('old'));

      await store.set('a', entry('new'));

      assert.equal((await store.get('a'))?.value, 'new');
    });

    it('forgets one, and all', async () => {
      const store = make(place.folder, 1_000_000);
      for (const key of ['a', 'b', 'c']) await store.set(key, entry(key));

      await store.delete('a');
      assert.equal(await store.get('a'), undefined);
      await store.clear();

      assert.equal(await store.get('b'), undefined);
      assert.equal(await store.bytes(), 0);
    });

    it('forgets what begins with the same text', async () => {
      const store = make(place.folder, 1_000_000);
      for (const key of ['token 1 "名"', 'token 2', 'tok', 'anonymous token 1']) await store.set(key, entry(key));

      await store.clearBeginning('token ');

      assert.equal(await store.get('token 1 "名"'), undefined);
      assert.equal(await store.get('token 2'), undefined);
      assert.equal((await store.get('tok'))?.value, 'tok');
      assert.equal((await store.get('anonymous token 1'))?.value, 'anonymous token 1');
    });

    it('stays within its size', async () => {
      const store = make(place.folder, 50_000);

      for (let index = 0; index < 40; index++) await store.set(`key ${index}`, entry('x'.repeat(4000)));
      await store.close();

      assert.ok((await store.bytes()) <= 55_000);
    });

    it('does not hold what is larger than all its room', async () => {
      const store = make(place.folder, 10_000);

      await store.set('large', entry('x'.repeat(20_000)));

      assert.equal(await store.get('large'), undefined);
    });
  });
}
