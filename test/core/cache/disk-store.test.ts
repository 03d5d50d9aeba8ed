import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDiskStore } from '../../../src/core/cache/disk-store.ts';
import { openCache, type Rule } from '../../../src/core/cache/index.ts';
import { recordedLog, turnableClock } from '../../support/gitee/doubles.ts';

const entry = (value: unknown) => ({ value, storedAt: 1000, softAge: 10, hardAge: 100, validator: undefined });
const text: Rule<string> = { softAge: 1000, hardAge: 10_000, read: stored => String(stored) };

describe('the disk store', () => {
  const place = { folder: '' };
  beforeEach(async () => {
    place.folder = await mkdtemp(path.join(tmpdir(), 'scout-disk-'));
  });
  afterEach(async () => {
    await rm(place.folder, { recursive: true, force: true });
  });

  function open(maxBytes = 1_000_000, log = recordedLog()) {
    const clock = turnableClock(Date.now());
    return { clock, log, store: createDiskStore({ folder: place.folder, maxBytes, clock, log }) };
  }

  async function files(): Promise<readonly string[]> {
    const found = await readdir(place.folder, { recursive: true, withFileTypes: true });
    return found.filter(item => item.isFile()).map(item => path.join(item.parentPath, item.name));
  }

  it('is read by the next process', async () => {
    await open().store.set('a', entry('kept'));

    assert.equal((await open().store.get('a'))?.value, 'kept');
  });

  for (const [name, damage] of [
    ['cut off', (file: string) => truncate(file, 120)],
    ['emptied', (file: string) => truncate(file, 0)],
    ['filled with zeros, as after a power failure', (file: string) => writeFile(file, Buffer.alloc(300))],
    ['overwritten by something else', (file: string) => writeFile(file, 'no entry\nat all')],
    [
      'changed in one byte',
      async (file: string) => {
        const bytes = await readFile(file);
        bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 1;
        await writeFile(file, bytes);
      },
    ],
  ] as const) {
    it(`loses only the entry that was ${name}`, async () => {
      const { store } = open();
      await store.set('a', entry('x'.repeat(200)));
      const [damaged = ''] = await files();
      await store.set('b', entry('whole'));

      await damage(damaged);

      assert.equal(await store.get('a'), undefined);
      assert.equal((await store.get('b'))?.value, 'whole');
      assert.ok(!(await files()).includes(damaged), 'what is damaged is removed');
      await store.set('a', entry('again'));
      assert.equal((await store.get('a'))?.value, 'again');
    });
  }

  it('drops what was used longest ago', async () => {
    const { store } = open(1_000_000);
    for (let index = 0; index < 10; index++) await store.set(`key ${index}`, entry('x'.repeat(4000)));
    for (const file of await files()) await utimes(file, 1000, 1000);
    await store.get('key 3');
    await store.close();
    const small = createDiskStore({
      folder: place.folder,
      maxBytes: 20_000,
      clock: turnableClock(),
      log: recordedLog(),
    });

    await small.set('new', entry('y'));
    await small.close();

    assert.equal((await small.get('key 3'))?.value, 'x'.repeat(4000));
    assert.equal((await small.get('new'))?.value, 'y');
    assert.ok((await small.bytes()) <= 20_000);
  });

  it('removes what a killed process left half-written, and leaves strangers alone', async () => {
    await mkdir(path.join(place.folder, 'ab'), { recursive: true });
    const hash = 'ab'.padEnd(40, '0');
    const abandoned = path.join(place.folder, 'ab', `${hash}.1-0.tmp`);
    const current = path.join(place.folder, 'ab', `${hash}.2-0.tmp`);
    const stranger = path.join(place.folder, 'ab', 'notes.txt');
    for (const file of [abandoned, current, stranger]) await writeFile(file, 'half');
    await utimes(abandoned, 1000, 1000);
    await utimes(stranger, 1000, 1000);
    const { store } = open();

    await store.set('a', entry(1));
    await store.close();

    const left = await files();
    assert.ok(!left.includes(abandoned));
    assert.ok(left.includes(current), 'another process is still writing it');
    assert.ok(left.includes(stranger));
  });

  it('takes a folder that cannot be made as an empty cache', async () => {
    const blocked = path.join(place.folder, 'file');
    await writeFile(blocked, '');
    const clock = turnableClock();
    const log = recordedLog();
    const cache = openCache({ folder: path.join(blocked, 'cache'), clock, log });

    const load = async () => ({ kind: 'fresh', value: 'a' }) as const;
    const served = await cache.through('key', text, load);
    await cache.close();

    assert.equal(served.kind === 'served' && served.value, 'a');
    assert.equal(log.lines.filter(line => line.includes('memory only')).length, 1);
  });

  it('says only once that it cannot write', async () => {
    const blocked = path.join(place.folder, 'file');
    await writeFile(blocked, '');
    const log = recordedLog();
    const clock = turnableClock();
    const store = createDiskStore({ folder: path.join(blocked, 'cache'), maxBytes: 1000, clock, log });

    for (let index = 0; index < 5; index++) {
      await store.set(`key ${index}`, entry(index));
      clock.turn(120_000);
    }

    assert.equal(log.lines.length, 1);
  });

  it('keeps its files from other users', async () => {
    if (process.platform === 'win32') return;
    const { store } = open();

    await store.set('a', entry('private'));

    const [file = ''] = await files();
    const { mode } = await (await import('node:fs/promises')).stat(file);
    assert.equal(mode & 0o077, 0);
    await chmod(file, 0o600);
  });
});
