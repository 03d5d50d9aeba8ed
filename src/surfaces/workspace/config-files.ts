import * as vscode from 'vscode';
import type { Config } from '../../core/config/index.ts';
import type { Log } from '../../core/ports.ts';
import { sentenceText } from '../sentence-text.ts';
import { openUriFolder } from '../uri-folder.ts';
import { watchTeamFiles } from '../watch-files.ts';

/** What the files of the workspace folders say, read once and again when one of them changes. */
export interface ConfigFiles extends vscode.Disposable {
  /**
   * Reads those that are not read yet and says whether there were any. Never rejects: a file that is wrong is told to the
   * user, and counts as none.
   */
  load(): Promise<boolean>;
  /** What was read of a folder; `undefined` before `load`, and where there is none. */
  of(folder: vscode.Uri): Config | undefined;
}

const file = '.gitee-scout/config.yaml';

export function createConfigFiles({ log, changed }: { readonly log: Log; changed(): void }): ConfigFiles {
  const read = new Map<string, Config | undefined>();
  let watching: vscode.Disposable | undefined;
  const forget = () => {
    read.clear();
    changed();
  };
  const watch = () => watchTeamFiles(`**/${file}`, forget);
  const loadFolder = async ({ uri, name }: vscode.WorkspaceFolder): Promise<Config | undefined> => {
    try {
      const text = await openUriFolder(uri).read(file);
      if (text === undefined) return undefined;
      const { readConfig } = await import('../../core/config/index.ts');
      const reading = readConfig(text);
      if (reading.kind === 'config') return reading.config;
      const [first] = reading.problems;
      const place = `${name}/${file}:${first?.line ?? 1}`;
      void vscode.window.showWarningMessage(
        vscode.l10n.t('{0} is not followed: {1}', place, first ? sentenceText(first.said) : ''),
      );
    } catch (error) {
      log.warn(`${name}/${file}`, error);
    }
    return undefined;
  };
  return {
    load: async () => {
      watching ??= watch();
      const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => !read.has(uri.toString()));
      await Promise.all(folders.map(async folder => read.set(folder.uri.toString(), await loadFolder(folder))));
      return folders.length > 0;
    },
    of: folder => read.get(folder.toString()),
    dispose: () => watching?.dispose(),
  };
}
