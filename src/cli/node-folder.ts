import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { moveInPlace } from '../core/files/index.ts';
import type { Folder } from '../core/ports.ts';
import { portablePath } from './portable-path.ts';

/** A folder of this machine. A file is written beside its place and renamed, so that nobody reads half of it. */
export function openNodeFolder(root: string): Folder {
  const place = (file: string) => path.join(root, ...file.split('/'));
  return {
    read: file => readFile(place(file), 'utf8').catch(undefinedIfAbsent),
    async write(file, text) {
      const target = place(file);
      const draft = `${target}.${randomUUID()}.tmp`;
      await mkdir(path.dirname(target), { recursive: true });
      try {
        await writeFile(draft, text);
        await moveInPlace(draft, target);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    remove: file => rm(place(file), { force: true }),
    async list() {
      const entries = (await readdir(root, { recursive: true, withFileTypes: true }).catch(undefinedIfAbsent)) ?? [];
      return entries
        .filter(entry => entry.isFile() && !entry.name.endsWith('.tmp'))
        .map(entry => portablePath(root, path.join(entry.parentPath, entry.name)))
        .sort();
    },
  };
}

function undefinedIfAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
