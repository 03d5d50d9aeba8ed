import { close, open, read, readFile } from 'node:fs';
import * as vscode from 'vscode';
import { moveInPlace } from '../core/files/index.ts';
import type { Folder } from '../core/ports.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** Folders in folders are followed this deep. */
const deepest = 4;
/** A larger file is none of ours; bytes. */
const largest = 8 * 1024 * 1024;
/** Most files are smaller; bytes. */
const small = 4 * 1024;

/** A folder of any file system that VS Code knows. */
export function openUriFolder(root: vscode.Uri): Folder {
  const { fs } = vscode.workspace;
  const at = (path: string) => vscode.Uri.joinPath(root, ...path.split('/'));
  return {
    read: async path => {
      try {
        const uri = at(path);
        return uri.scheme === 'file' ? await readLocal(uri.fsPath) : decoder.decode(await fs.readFile(uri));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    write: async (path, text) => {
      const uri = at(path);
      // Written aside and renamed: whoever reads meanwhile, or after a crash, sees the old file or the new one.
      const aside = uri.with({ path: `${uri.path}.${crypto.randomUUID()}.tmp` });
      await fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
      try {
        await fs.writeFile(aside, encoder.encode(text));
        await rename(aside, uri);
      } catch (error) {
        // Where nothing can be written nothing can be removed either: why is what the first error says.
        await fs.delete(aside).then(undefined, () => undefined);
        throw error;
      }
    },
    remove: path => ignoringMissing(fs.delete(at(path), { useTrash: false })),
    list: () => listFiles(root, '', 0),
  };
}

/** VS Code takes the old file away first: who reads or is killed in that moment finds none. The system itself does not. */
async function rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  if (to.scheme === 'file') await moveInPlace(from.fsPath, to.fsPath);
  else await vscode.workspace.fs.rename(from, to, { overwrite: true });
}

/**
 * Straight from the disk: with thousands of files the way through VS Code and through promises takes several times as
 * long. `readFile` alone asks four times for each file; most are so small that opening and reading once is enough.
 */
function readLocal(file: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const whole = () =>
      readFile(file, (error, bytes) => {
        if (error) reject(error);
        else if (bytes.byteLength > largest) reject(new Error('the file is larger than 8 MB'));
        else resolve(decoder.decode(bytes));
      });
    open(file, 'r', (error, descriptor) => {
      if (error) return error.code === 'ENOENT' ? resolve(undefined) : reject(error);
      const bytes = Buffer.allocUnsafe(small);
      read(descriptor, bytes, 0, small, 0, (failed, length) => {
        close(descriptor);
        if (failed) reject(failed);
        else if (length < small) resolve(decoder.decode(bytes.subarray(0, length)));
        else whole();
      });
    });
  });
}

async function listFiles(root: vscode.Uri, below: string, depth: number): Promise<readonly string[]> {
  const folder = below === '' ? root : vscode.Uri.joinPath(root, ...below.split('/'));
  const entries = await readDirectory(folder);
  // A shared folder may be a whole repository: what is hidden or installed holds no findings.
  const visible = entries.filter(([name]) => !name.startsWith('.') && name !== 'node_modules');
  const nested = await Promise.all(
    visible.map(async ([name, type]) => {
      const path = below === '' ? name : `${below}/${name}`;
      if ((type & vscode.FileType.File) !== 0) return [path];
      const follow = type === vscode.FileType.Directory && depth < deepest;
      return follow ? listFiles(root, path, depth + 1) : [];
    }),
  );
  return nested.flat().sort();
}

async function readDirectory(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function ignoringMissing(work: Thenable<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}
