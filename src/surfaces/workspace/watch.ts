import * as vscode from 'vscode';
import { watchNewFolders } from '../watch-files.ts';
import { isForeign } from './exclusion.ts';
import type { Preferences } from './preferences.ts';

/** Changes are collected for this long, ms: a checkout or an installation makes thousands. */
const collectFor = 150;

export interface ManifestChanges {
  isKnown(uri: vscode.Uri): boolean;
  /** Whether a scan is under way that may have read it as it was before the change. */
  isBeingRead(uri: vscode.Uri): boolean;
  /** Known manifests that were changed or removed, on disk or in an editor. */
  changed(uris: readonly vscode.Uri[]): void;
  /**
   * Files appeared that may be manifests, or a `.gitignore` changed; which of them count, only a new listing tells. Known
   * ones in new folders may have changed as well.
   */
  relist(newFolders?: readonly vscode.Uri[]): void;
  /** Whether a `.gitignore` decides there which files count. */
  listChanges(uri: vscode.Uri): boolean;
}

/**
 * Globs of all that counts as a manifest.
 *
 * @param known globs of the formats
 * @param included files that no name tells to be manifests, only others that take them in
 */
export function patternsToWatch(
  known: readonly string[],
  included: readonly vscode.Uri[],
  preferencesOf: (uri: vscode.Uri) => Pick<Preferences, 'patterns'>,
): readonly vscode.GlobPattern[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [
    `**/{${known.join(',')}}`,
    ...folders.flatMap(folder =>
      preferencesOf(folder.uri).patterns.map(([glob]) => new vscode.RelativePattern(folder, glob)),
    ),
    ...included.map(uri => new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), uri.path.replace(/^.*\//, ''))),
  ];
}

/** Watches the manifests of the workspace, on disk and in editors. */
export function watchManifests(patterns: readonly vscode.GlobPattern[], changes: ManifestChanges): vscode.Disposable {
  const collected = new Map<string, vscode.Uri>();
  let appeared = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    const uris = [...collected.values()];
    collected.clear();
    timer = undefined;
    if (uris.length > 0) changes.changed(uris);
    if (appeared) changes.relist();
    appeared = false;
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(flush, collectFor);
  };
  const change = (uri: vscode.Uri) => {
    if (!changes.isKnown(uri) && !changes.isBeingRead(uri)) return;
    collected.set(uri.toString(), uri);
    later();
  };

  const appear = (uri: vscode.Uri) => {
    if (changes.isKnown(uri)) return change(uri);
    // An installation makes thousands of them.
    if (isForeign(uri.path)) return;
    appeared = true;
    later();
  };
  const listChange = (uri: vscode.Uri) => {
    if (!changes.listChanges(uri) || isForeign(uri.path)) return;
    appeared = true;
    later();
  };

  const watchers = patterns.map(pattern => vscode.workspace.createFileSystemWatcher(pattern));
  const lists = vscode.workspace.createFileSystemWatcher('**/.gitignore');
  return vscode.Disposable.from(
    ...watchers.flatMap(watcher => [
      watcher,
      watcher.onDidChange(change),
      watcher.onDidDelete(change),
      watcher.onDidCreate(appear),
    ]),
    lists,
    lists.onDidChange(listChange),
    lists.onDidCreate(listChange),
    lists.onDidDelete(listChange),
    watchNewFolders(
      '**',
      uri => !isForeign(uri.path),
      folders => changes.relist(folders),
    ),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) change(document.uri);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => change(uri)),
    { dispose: () => clearTimeout(timer) },
  );
}
