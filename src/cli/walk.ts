import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { utf16Text } from '../core/files/index.ts';
import { usageError } from './errors.ts';

/** A file found below a folder that was named on the command line. */
export interface FoundFile {
  /** `/`-separated, relative to the folder that was named; the base name for a file that was named itself. */
  readonly path: string;
  readonly fullPath: string;
}

/** Folders of installed packages and of version control: their manifests are not the user's. */
const skippedFolders = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  'oh_modules',
  '.git',
  '.hg',
  '.svn',
  '.venv',
  'venv',
  'site-packages',
  '.gradle',
  '.tox',
]);

/**
 * Lists the files below `target` that `wanted` accepts (by `/`-separated path), sorted. Symbolic links to folders are
 * not followed, so that a loop cannot hold the walk. A folder that cannot be read is handed to `onUnreadable`.
 *
 * @throws CommandError when `target` does not exist
 */
export async function walk(
  target: string,
  wanted: (path: string) => boolean,
  onUnreadable: (path: string, cause: unknown) => void,
): Promise<readonly FoundFile[]> {
  const kind = await stat(target).catch(cause => {
    throw usageError(`Cannot read ${target}: no such file or folder.`, cause);
  });
  if (kind.isFile()) return [{ path: path.basename(target), fullPath: path.resolve(target) }];

  const found: FoundFile[] = [];
  const open = [''];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const here = folder;
    const entries = await readdir(path.join(target, here), { withFileTypes: true }).catch((cause: unknown) => {
      onUnreadable(here || '.', cause);
      return [];
    });
    for (const entry of entries) {
      const relative = here === '' ? entry.name : `${here}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name)) open.push(relative);
      } else if ((entry.isFile() || entry.isSymbolicLink()) && wanted(relative)) {
        found.push({ path: relative, fullPath: path.resolve(target, relative) });
      }
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The folder that is named, or that a named file lies in. @throws CommandError when there is no such thing */
export async function folderOf(target: string): Promise<string> {
  const kind = await stat(target).catch(cause => {
    throw usageError(`Cannot read ${target}: no such file or folder.`, cause);
  });
  return kind.isDirectory() ? path.resolve(target) : path.dirname(path.resolve(target));
}

/**
 * Reads a text file of at most `maxBytes` bytes: UTF-8, or UTF-16 with its mark, as the PowerShell of Windows writes.
 * `undefined` when it is larger, gone, or not a file after all.
 */
export async function readBounded(file: string, maxBytes: number): Promise<string | undefined> {
  const bytes = await readBoundedBytes(file, maxBytes);
  return bytes && (utf16Text(bytes) ?? bytes.toString('utf8'));
}

/** The same as bytes, for files that need not be either. */
export async function readBoundedBytes(file: string, maxBytes: number): Promise<Buffer | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile() || found.size > maxBytes) return undefined;
  return readFile(file).catch(() => undefined);
}
