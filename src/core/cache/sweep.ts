import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** After this long a half-written file belongs to nobody any more: its writer was killed. */
const abandonedAfter = 10 * 60_000;

interface CacheFile {
  readonly path: string;
  readonly size: number;
  /** Epoch ms of the last use. */
  readonly usedAt: number;
}

/** Files of the cache: only what lies in the folders and carries the names that the store itself gives. */
export async function listFolder(folder: string): Promise<readonly CacheFile[]> {
  const shards = await readdir(folder).catch(() => []);
  const files: CacheFile[] = [];
  for (const shard of shards.filter(name => /^[0-9a-f]{2}$/.test(name))) {
    const names = await readdir(path.join(folder, shard)).catch(() => []);
    const own = names.filter(name => /^[0-9a-f]{40}(\..*\.tmp)?$/.test(name));
    const found = await Promise.all(own.map(name => fileAt(path.join(folder, shard, name))));
    files.push(...found.filter(file => file !== undefined));
  }
  return files;
}

async function fileAt(file: string): Promise<CacheFile | undefined> {
  const status = await stat(file).catch(() => undefined);
  return status && { path: file, size: status.size, usedAt: status.mtimeMs };
}

/** Drops abandoned half-written files, then the least recently used entries until nine tenths of `maxBytes` are left. */
export async function sweepFolder(folder: string, maxBytes: number, now: number): Promise<void> {
  const files = await listFolder(folder);
  const abandoned = files.filter(file => file.path.endsWith('.tmp') && now - file.usedAt > abandonedAfter);
  const entries = files.filter(file => !file.path.endsWith('.tmp'));
  const doomed = [...abandoned, ...overflow(entries, maxBytes)];
  for (const file of doomed) await rm(file.path, { force: true }).catch(() => undefined);
}

function overflow(files: readonly CacheFile[], maxBytes: number): readonly CacheFile[] {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  if (total <= maxBytes) return [];
  const surplus = { bytes: total - maxBytes * 0.9 };
  return [...files]
    .sort((a, b) => a.usedAt - b.usedAt)
    .filter(file => {
      if (surplus.bytes <= 0) return false;
      surplus.bytes -= file.size;
      return true;
    });
}
