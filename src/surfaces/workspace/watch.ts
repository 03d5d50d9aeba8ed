import * as vscode from 'vscode';
import { isForeign } from './exclusion.ts';

/** Changes are collected for this long, ms: a checkout or an installation makes thousands. */
const collectFor = 150;

export interface ManifestChanges {
  isKnown(uri: vscode.Uri): boolean;
  /** Known manifests that were changed or removed, on disk or in an editor. */
  changed(uris: readonly vscode.Uri[]): void;
  /** Files appeared that may be manifests; which of them count, only a new listing tells. */
  appeared(): void;
}

/** Watches the manifests of the workspace, on disk and in editors. */
export function watchManifests(patterns: readonly string[], changes: ManifestChanges): vscode.Disposable {
  const collected = new Map<string, vscode.Uri>();
  let appeared = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    const uris = [...collected.values()];
    collected.clear();
    timer = undefined;
    if (uris.length > 0) changes.changed(uris);
    if (appeared) changes.appeared();
    appeared = false;
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(flush, collectFor);
  };
  const change = (uri: vscode.Uri) => {
    if (!changes.isKnown(uri)) return;
    collected.set(uri.toString(), uri);
    later();
  };

  const watcher = vscode.workspace.createFileSystemWatcher(`**/{${patterns.join(',')}}`);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(change),
    watcher.onDidDelete(change),
    watcher.onDidCreate(uri => {
      if (changes.isKnown(uri)) return change(uri);
      // An installation makes thousands of them.
      if (isForeign(uri.path)) return;
      appeared = true;
      later();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) change(document.uri);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => change(uri)),
    { dispose: () => clearTimeout(timer) },
  );
}
