import * as vscode from 'vscode';
import { createSlices } from '../slices.ts';
import type { IsExcluded } from './excluded-files.ts';
import { foreignFolders } from './exclusion.ts';
import { pathWithin } from './gitignore.ts';

/** More files than this are not listed. */
export const mostFiles = 50_000;

/** What to list in a workspace folder. */
export interface Listing {
  /** Globs as VS Code knows them. */
  readonly include: string;
  readonly exclude: string;
  /** The same, where nobody searches for us. */
  readonly isExcluded: IsExcluded;
  /** The same for a `/`-separated path below the folder, where nobody searches for us. */
  readonly wanted: (path: string) => boolean;
  /** No more than these; `mostFiles` unless told. */
  readonly most?: number | undefined;
}

/**
 * Lists files of a workspace folder: by the editor's search where the file system has one; a virtual file system without
 * one is walked through, with all its folders but those of installed packages and those that are left out.
 */
export async function listFiles(
  folder: vscode.WorkspaceFolder,
  { include, exclude, isExcluded, wanted, most = mostFiles }: Listing,
  token: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(folder, include);
  const find = (until: vscode.CancellationToken) => vscode.workspace.findFiles(pattern, exclude, most, until);
  // Local and remote folders are always searched; of others an empty answer may mean that nobody can.
  if (/^(?:file|vscode-remote)$/.test(folder.uri.scheme)) return find(token);
  const found = await answered(find);
  return found && found.length > 0 ? found : walk(folder.uri, { isExcluded, wanted }, most, token);
}

/** Where no extension searches a file system VS Code waits for one, without end: nobody answers within this time, ms. */
const patience = 2_000;

/** `undefined` when there was no answer in time. */
async function answered<T>(ask: (until: vscode.CancellationToken) => Thenable<T>): Promise<T | undefined> {
  const source = new vscode.CancellationTokenSource();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<undefined>(resolve => {
    timer = setTimeout(resolve, patience, undefined);
  });
  try {
    return await Promise.race([ask(source.token), silence]);
  } finally {
    clearTimeout(timer);
    source.cancel();
    source.dispose();
  }
}

const foreign: ReadonlySet<string> = new Set(foreignFolders);

async function walk(
  root: vscode.Uri,
  { isExcluded, wanted }: Pick<Listing, 'isExcluded' | 'wanted'>,
  most: number,
  token: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const slices = createSlices();
  const found: vscode.Uri[] = [];
  const open: vscode.Uri[] = [root];
  for (let folder = open.pop(); folder && !token.isCancellationRequested; folder = open.pop()) {
    for (const [name, type] of await entriesOf(folder)) {
      const uri = vscode.Uri.joinPath(folder, name);
      if (isExcluded(uri)) continue;
      // A link to a folder may lead in a circle.
      if (type === vscode.FileType.Directory && !foreign.has(name)) open.push(uri);
      else if (type & vscode.FileType.File && wanted(pathWithin(root, uri))) found.push(uri);
      if (found.length >= most) return found;
    }
    await slices.pause();
  }
  return found;
}

async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return []; // A folder that cannot be read has nothing for us.
  }
}
