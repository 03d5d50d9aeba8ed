import * as vscode from 'vscode';
import { ignoreFile, readIgnored } from '../../core/ignored/index.ts';
import type { Log } from '../../core/ports.ts';
import { watchTeamFiles } from '../watch-files.ts';

/** Packages for which nothing is suggested to anybody who works on a repository, by its file `.gitee-scout/ignore`. */
export interface TeamIgnore extends vscode.Disposable {
  /** Reads the files of all folders the first time; true when this call was the one that read. Never rejects. */
  load(): Promise<boolean>;
  /** What was read for the folder that a file lies in. */
  of(uri: vscode.Uri): ReadonlySet<string>;
  readonly onDidChange: vscode.Event<void>;
}

/** Larger files are none of ours. */
const largest = 256 * 1024;

export function ignoreFileOf(folder: vscode.WorkspaceFolder): vscode.Uri {
  return vscode.Uri.joinPath(folder.uri, ignoreFile);
}

export function createTeamIgnore(log: Log): TeamIgnore {
  const changed = new vscode.EventEmitter<void>();
  const byFolder = new Map<string, ReadonlySet<string>>();
  let loading: Promise<void> | undefined;
  let watcher: vscode.Disposable | undefined;

  const readFolder = async (folder: vscode.WorkspaceFolder) => {
    byFolder.set(folder.uri.toString(), new Set(readIgnored(await textOf(ignoreFileOf(folder), log))));
  };
  const read = async () => {
    watcher ??= watch(() => {
      loading = read();
      loading.then(
        () => changed.fire(),
        (error: unknown) => log.warn('packages to ignore', error),
      );
    });
    await Promise.all((vscode.workspace.workspaceFolders ?? []).map(readFolder));
  };
  return {
    load: async () => {
      const isFirst = loading === undefined;
      loading ??= read();
      await loading;
      return isFirst;
    },
    of: uri => byFolder.get(vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? '') ?? nobody,
    onDidChange: changed.event,
    dispose: () => {
      watcher?.dispose();
      changed.dispose();
    },
  };
}

const nobody: ReadonlySet<string> = new Set();

async function textOf(uri: vscode.Uri, log: Log): Promise<string> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largest) return '';
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) log.warn(uri.toString(), error);
    return '';
  }
}

function watch(changed: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    watchTeamFiles(`**/${ignoreFile}`, changed),
    vscode.workspace.onDidChangeWorkspaceFolders(changed),
  );
}
