import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clock, Log } from '../ports.ts';
import { decodeEntry, type EntryStore, encodeEntry, encodeKeyStart } from './entry.ts';
import { listFolder, sweepFolder } from './sweep.ts';

/** How long the disk is left alone after it refused a write: a full disk does not get better by asking at once. */
const pauseAfterFailure = 60_000;

export interface DiskStoreOptions {
  /** Made when missing, readable by its owner only. Other processes may use it at the same time. */
  readonly folder: string;
  readonly maxBytes: number;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * One file per entry, written beside and renamed into place: a reader sees the old entry or the new one, whoever is
 * killed meanwhile. Every entry carries its checksum, so a damaged file is found when read, dropped, and asked for anew.
 */
export function createDiskStore({ folder, maxBytes, clock, log }: DiskStoreOptions): EntryStore {
  const state = { writtenSinceSweep: maxBytes, pausedUntil: 0, counter: 0, lastFailure: '' };
  const sweeping: { current: Promise<void> | undefined } = { current: undefined };

  function fileOf(key: string): string {
    const hash = createHash('sha256').update(key).digest('hex').slice(0, 40);
    return path.join(folder, hash.slice(0, 2), hash);
  }

  /** One at a time; what is written meanwhile may call for another one. */
  function sweep(limit: number): Promise<void> {
    sweeping.current ??= sweepUntilQuiet(limit).finally(() => {
      sweeping.current = undefined;
    });
    return sweeping.current;
  }

  async function sweepUntilQuiet(limit: number): Promise<void> {
    do {
      state.writtenSinceSweep = 0;
      await sweepFolder(folder, limit, clock.now());
    } while (state.writtenSinceSweep > maxBytes / 10);
  }

  async function onWriteFailure(error: unknown): Promise<void> {
    const code = codeOf(error);
    state.pausedUntil = clock.now() + pauseAfterFailure;
    if (state.lastFailure !== code) {
      log.warn(`cache: cannot write to ${folder} (${code}); answers are kept in memory only`);
    }
    state.lastFailure = code;
    // The little that the cache itself can do against a full disk.
    if (code === 'ENOSPC' || code === 'EDQUOT') await sweep(maxBytes / 2);
  }

  async function write(file: string, bytes: Buffer): Promise<void> {
    const temporary = `${file}.${process.pid}-${state.counter++}.tmp`;
    try {
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      await writeFile(temporary, bytes, { mode: 0o600, flag: 'wx' });
      await putInPlace(temporary, file);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  return {
    async get(key) {
      const file = fileOf(key);
      const bytes = await readFile(file).catch(() => undefined);
      if (!bytes) return undefined;
      const entry = decodeEntry(key, bytes);
      const now = clock.now() / 1000;
      // The time of the last use decides what a sweep drops first; a folder that cannot be written stays as it is.
      if (entry) utimes(file, now, now).catch(() => undefined);
      else await rm(file, { force: true }).catch(() => undefined);
      return entry;
    },
    async set(key, entry) {
      if (clock.now() < state.pausedUntil) return;
      const bytes = encodeEntry(key, entry);
      if (bytes.length > maxBytes / 4) return;
      try {
        await write(fileOf(key), bytes);
      } catch (error) {
        await onWriteFailure(error);
        return;
      }
      state.lastFailure = '';
      state.writtenSinceSweep += bytes.length;
      if (state.writtenSinceSweep > maxBytes / 10) void sweep(maxBytes);
    },
    async delete(key) {
      await rm(fileOf(key), { force: true }).catch(() => undefined);
    },
    async clear() {
      const files = await listFolder(folder);
      await Promise.all(files.map(file => rm(file.path, { force: true }).catch(() => undefined)));
    },
    async clearBeginning(start) {
      const head = encodeKeyStart(start);
      for (const file of await listFolder(folder)) {
        if (await beginsWith(file.path, head)) await rm(file.path, { force: true }).catch(() => undefined);
      }
    },
    async bytes() {
      const files = await listFolder(folder);
      return files.reduce((sum, file) => sum + file.size, 0);
    },
    async close() {
      await sweeping.current;
    },
  };
}

/** Windows refuses while anybody reads the old file, a virus scanner for instance; then the old one stays. */
async function putInPlace(temporary: string, file: string): Promise<void> {
  try {
    await rename(temporary, file);
  } catch (error) {
    if (!['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error))) throw error;
    await rm(temporary, { force: true });
  }
}

/** Reads no more than it must: a folder may hold hundreds of megabytes. */
async function beginsWith(file: string, head: Buffer): Promise<boolean> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(head.length), 0, head.length, 0);
    return bytesRead === head.length && buffer.equals(head);
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
