import * as vscode from 'vscode';
import { exclusionGlobs } from './exclusion.ts';
import { pathWithin } from './gitignore.ts';
import type { Preferences } from './preferences.ts';

/** Whether the user's settings leave a file out, or a folder with all that is below it. */
export type IsExcluded = (uri: vscode.Uri) => boolean;

/** Globs of a workspace folder: what the editor does not show or search, and what our own setting names. */
export function exclusionOf(folder: vscode.WorkspaceFolder, { exclude }: Preferences): readonly string[] {
  const configuration = vscode.workspace.getConfiguration(undefined, folder.uri);
  return exclusionGlobs([configuration.get('files.exclude'), configuration.get('search.exclude')], exclude);
}

/**
 * The same globs for files that the editor's search does not look for: those that another manifest takes in, and those of
 * a file system without a search. An exclusion is the user's own word and wins over what a manifest says.
 */
export async function loadExclusion(preferencesOf: (uri: vscode.Uri) => Preferences): Promise<IsExcluded> {
  const { default: picomatch } = await import('picomatch');
  // Preferences are other objects after a change of the settings.
  const known = new WeakMap<Preferences, (path: string) => boolean>();
  return uri => {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (!folder) return false;
    const preferences = preferencesOf(uri);
    const matches = known.get(preferences) ?? picomatch([...exclusionOf(folder, preferences)], { dot: true });
    known.set(preferences, matches);
    return matches(pathWithin(folder.uri, uri));
  };
}
