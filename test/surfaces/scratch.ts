import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';

/** A folder of its own inside the open workspace, gone after the test. */
export interface Scratch {
  readonly uri: vscode.Uri;
  at(path: string): vscode.Uri;
  write(path: string, text: string): Promise<vscode.Uri>;
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
    remove: async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(uri, { recursive: true });
    },
  };
}

/** Waits until something holds, for at most ten seconds. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    if (await holds()) return;
    await sleep(50);
  }
  assert.fail(`waited in vain for: ${what}`);
}
