import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';

/** A folder of its own inside the open workspace, gone after the test. */
export interface Scratch {
  readonly uri: vscode.Uri;
  at(path: string): vscode.Uri;
  write(path: string, text: string): Promise<vscode.Uri>;
  /** Makes a folder, `''` for the folder itself, in which the watcher of VS Code certainly sees changes. */
  makeWatched(path: string): Promise<void>;
  remove(): Promise<void>;
}

export function makeScratch(): Scratch {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'these tests need an open folder');
  const uri = vscode.Uri.joinPath(folder.uri, `scratch-${crypto.randomUUID().slice(0, 8)}`);
  const at = (path: string) => vscode.Uri.joinPath(uri, ...path.split('/'));
  return {
    uri,
    at,
    write: async (path, text) => {
      await vscode.workspace.fs.writeFile(at(path), Buffer.from(text));
      return at(path);
    },
    makeWatched: async path => makeWatched(path === '' ? uri : at(path)),
    remove: async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(uri, { recursive: true });
    },
  };
}

/**
 * The watcher misses what is made in a folder before it watches it, folders included: so they are made one by one, each
 * anew until the watcher tells of a file in it.
 */
async function makeWatched(folder: vscode.Uri): Promise<void> {
  const parent = vscode.Uri.joinPath(folder, '..');
  const exists = await vscode.workspace.fs.stat(parent).then(
    () => true,
    () => false,
  );
  if (!exists) await makeWatched(parent);
  let heard = false;
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, 'probe-*'));
  const listening = watcher.onDidCreate(() => {
    heard = true;
  });
  try {
    await vscode.workspace.fs.createDirectory(folder);
    for (let turn = 0; turn < 100 && !heard; turn += 1) {
      const probe = vscode.Uri.joinPath(folder, `probe-${turn}`);
      await vscode.workspace.fs.writeFile(probe, Buffer.from(''));
      for (let wait = 0; wait < 20 && !heard; wait += 1) await sleep(50);
      await vscode.workspace.fs.delete(probe);
    }
    assert.ok(heard, `nobody watches ${folder.path}`);
  } finally {
    vscode.Disposable.from(watcher, listening).dispose();
  }
}

/** How long a test waits for what should come at once, ms: the machines that run the tests are busy. */
const patience = 40_000;

/** Waits until something holds. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    if (await holds()) return;
    await sleep(50);
  }
  assert.fail(`waited in vain for: ${what}`);
}
