import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import promises, { mkdtemp, rm } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDiskStore } from '../../../src/core/cache/disk-store.ts';
import type { EntryStore } from '../../../src/core/cache/entry.ts';
import { recordedLog, turnableClock } from '../../support/gitee/doubles.ts';

const keys = Array.from({ length: 20 }, (_, index) => `key ${index}`);

interface Writer {
  readonly child: ChildProcess;
  /** The exit code; `null` after a kill. */
  readonly ended: Promise<unknown>;
}

describe('one cache folder', () => {
  const place = { folder: '' };
  beforeEach(async () => {
    place.folder = await mkdtemp(path.join(tmpdir(), 'scout-shared-'));
  });
  afterEach(async () => {
    await rm(place.folder, { recursive: true, force: true });
  });

  function open(log = recordedLog()): EntryStore {
    return createDiskStore({ folder: place.folder, maxBytes: 100_000_000, clock: turnableClock(), log });
  }

  async function startWriter(count: number, size: number): Promise<Writer> {
    const script = path.join(import.meta.dirname, 'writer.ts');
    const child = spawn(process.execPath, [script, place.folder, String(count), String(size)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    // Listened for from the start: a quick one may be gone before anybody waits for it.
    const ended = once(child, 'exit').then(([code]) => code);
    await once(child.stdout ?? child, 'data');
    return { child, ended };
  }

  /** Every entry is either whole or absent. */
  async function readAll(store: EntryStore): Promise<number> {
    const found = await Promise.all(keys.map(async key => ({ key, entry: await store.get(key) })));
    for (const { key, entry } of found) if (entry) assert.ok(String(entry.value).startsWith(`${key} x`));
    return found.filter(({ entry }) => entry !== undefined).length;
  }

  it('serves several processes at once', async function () {
    // Starting processes takes long on a busy machine.
    this.timeout(120_000);
    const writers = await Promise.all([startWriter(60, 3000), startWriter(60, 5000)]);
    const store = open();

    for (let round = 0; round < 10; round++) {
      await readAll(store);
      await store.set('key 0', { value: 'key 0 xx', storedAt: 1, softAge: 1, hardAge: 1 });
    }

    assert.deepEqual(await Promise.all(writers.map(({ ended }) => ended)), [0, 0]);
    assert.equal(await readAll(store), keys.length);
  });

  it('keeps what was written before a process was killed while writing', async function () {
    this.timeout(120_000);
    const store = open();
    await store.set('before', { value: 'kept', storedAt: 1, softAge: 1, hardAge: 1 });
    const { child, ended } = await startWriter(1_000_000, 300_000);

    child.kill('SIGKILL');
    await ended;

    assert.equal((await store.get('before'))?.value, 'kept');
    await readAll(store);
    await store.set('after', { value: 'fine', storedAt: 1, softAge: 1, hardAge: 1 });
    assert.equal((await store.get('after'))?.value, 'fine');
  });

  describe('on a full disk', () => {
    const original = promises.writeFile;
    const setWriter = (writeFile: typeof original) => {
      promises.writeFile = writeFile;
      syncBuiltinESMExports();
    };
    const fillDisk = () =>
      setWriter(async () => {
        throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
      });
    afterEach(() => setWriter(original));

    it('goes on, says so once, and still gives what it has', async () => {
      const log = recordedLog();
      const store = open(log);
      await store.set('before', { value: 'kept', storedAt: 1, softAge: 1, hardAge: 1 });
      fillDisk();

      await store.set('new', { value: 'lost', storedAt: 1, softAge: 1, hardAge: 1 });
      await store.set('newer', { value: 'lost', storedAt: 1, softAge: 1, hardAge: 1 });

      assert.equal((await store.get('before'))?.value, 'kept');
      assert.equal(await store.get('new'), undefined);
      assert.equal(log.lines.length, 1);
      assert.match(log.lines[0] ?? '', /ENOSPC.*memory only/);
    });

    it('tries again after a while', async () => {
      fillDisk();
      const clock = turnableClock();
      const store = createDiskStore({ folder: place.folder, maxBytes: 1_000_000, clock, log: recordedLog() });
      await store.set('a', { value: 'lost', storedAt: 1, softAge: 1, hardAge: 1 });
      setWriter(original);

      await store.set('a', { value: 'too early', storedAt: 1, softAge: 1, hardAge: 1 });
      assert.equal(await store.get('a'), undefined);
      clock.turn(61_000);
      await store.set('a', { value: 'kept', storedAt: 1, softAge: 1, hardAge: 1 });

      assert.equal((await store.get('a'))?.value, 'kept');
    });
  });

  it('keeps the old entry where another process holds its file, as Windows has it', async () => {
    const store = open();
    await store.set('a', { value: 'old', storedAt: 1, softAge: 1, hardAge: 1 });
    const original = promises.rename;
    promises.rename = async () => {
      throw Object.assign(new Error('EPERM: operation not permitted'), { code: 'EPERM' });
    };
    syncBuiltinESMExports();

    await store.set('a', { value: 'new', storedAt: 1, softAge: 1, hardAge: 1 });
    promises.rename = original;
    syncBuiltinESMExports();
    await store.set('b', { value: 'at once', storedAt: 1, softAge: 1, hardAge: 1 });

    assert.equal((await store.get('a'))?.value, 'old');
    assert.equal((await store.get('b'))?.value, 'at once');
  });
});
