import type * as vscode from 'vscode';
import type { Entries } from './entries.ts';
import type { Knowledge } from './knowledge.ts';
import { type ManifestChanges, patternsToWatch, watchManifests } from './watch.ts';

/** Watches the manifests of the workspace, and what they take in. */
export interface Watching {
  /** Watches anew: which files count may have changed. */
  again(knowledge: Knowledge): void;
  /** Begins, unless it has begun. */
  begin(knowledge: Knowledge): void;
  /** Watches anew where it has begun and manifests take in other files than before. */
  followIncluded(knowledge: Knowledge): void;
  dispose(): void;
}

/** @param changes is told what happens, with what is known of the formats */
export function createWatching(entries: Entries, changes: (knowledge: Knowledge) => ManifestChanges): Watching {
  let watcher: vscode.Disposable | undefined;
  /** Watched files that no name tells to be manifests, only others that take them in; one a line. */
  let watchedIncluded = '';
  const again = (knowledge: Knowledge) => {
    watcher?.dispose();
    const { included } = entries;
    watchedIncluded = included.join('\n');
    const patterns = patternsToWatch(knowledge.patterns, included, uri => entries.preferencesOf(uri));
    watcher = watchManifests(patterns, changes(knowledge));
  };
  return {
    again,
    begin: knowledge => {
      if (!watcher) again(knowledge);
    },
    followIncluded: knowledge => {
      if (watcher && entries.included.join('\n') !== watchedIncluded) again(knowledge);
    },
    dispose: () => watcher?.dispose(),
  };
}
