import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Folder } from '../../../core/ports.ts';

/** Folders in folders are followed this deep, as elsewhere in the editor. */
const deepest = 4;
/** A larger file is none of ours; bytes. */
const largest = 8 * 1024 * 1024;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A folder of this machine, to be read by a thread for which nobody waits: at once takes a fraction of the time. */
export function openLocalFolder(root: string): Pick<Folder, 'list' | 'read'> {
  return {
    list: async () => filesIn(root, '', 0).sort(),
    read: async file => {
      const place = path.join(root, ...file.split('/'));
      try {
        if (statSync(place).size > largest) throw new Error('the file is larger than 8 MB');
        return decoder.decode(readFileSync(place));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
  };
}

function filesIn(root: string, below: string, depth: number): string[] {
  return entriesOf(path.join(root, below)).flatMap(entry => {
    // A shared folder may be a whole repository: what is hidden or installed holds no findings.
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    const relative = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return depth < deepest ? filesIn(root, relative, depth + 1) : [];
    return entry.isFile() || (entry.isSymbolicLink() && leadsToFile(path.join(root, relative))) ? [relative] : [];
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function leadsToFile(link: string): boolean {
  return statSync(link, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
