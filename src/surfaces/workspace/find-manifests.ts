import * as vscode from 'vscode';
import { createSlices } from '../slices.ts';
import { exclusionOf, type IsExcluded } from './excluded-files.ts';
import { exclusionGlob, isForeign } from './exclusion.ts';
import { createGitignore, pathWithin } from './gitignore.ts';
import type { Knowledge } from './knowledge.ts';
import { type Listing, listFiles } from './list-files.ts';
import type { Preferences } from './preferences.ts';

/** A file to read, and the format to read it as where a setting of the user says so. */
export interface FoundManifest {
  readonly uri: vscode.Uri;
  readonly format?: string | undefined;
}

/** What the user chose. */
export interface Choice {
  readonly preferencesOf: (uri: vscode.Uri) => Preferences;
  readonly isExcluded: IsExcluded;
}

/**
 * All manifests of the workspace folders, without those that the user's settings hide and those of installed packages.
 * A folder inside another one gives its files once.
 *
 * @param most of each folder, for a first look
 */
export async function findManifests(
  knowledge: Pick<Knowledge, 'patterns' | 'isManifestPath'>,
  { preferencesOf, isExcluded }: Choice,
  token: vscode.CancellationToken,
  most?: number,
): Promise<readonly FoundManifest[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    folders.map(folder => findInFolder(folder, knowledge, preferencesOf(folder.uri), isExcluded, token, most)),
  );
  const byKey = new Map<string, FoundManifest>();
  const slices = createSlices();
  for (const manifest of found.flat()) {
    byKey.set(manifest.uri.toString(), manifest);
    await slices.pause();
  }
  return [...byKey.values()];
}

async function findInFolder(
  folder: vscode.WorkspaceFolder,
  { patterns, isManifestPath }: Pick<Knowledge, 'patterns' | 'isManifestPath'>,
  preferences: Preferences,
  isExcluded: IsExcluded,
  token: vscode.CancellationToken,
  most: number | undefined,
): Promise<readonly FoundManifest[]> {
  const left = { exclude: exclusionGlob(exclusionOf(folder, preferences)), isExcluded };
  const list = (include: string, wanted: Listing['wanted']) => listFiles(folder, { include, ...left, wanted }, token);
  const all = `**/{${patterns.join(',')}}`;
  const listed = await listFiles(folder, { include: all, ...left, wanted: isManifestPath, most }, token);
  // The editor has just made ten thousand addresses of its search's answer.
  const slices = createSlices();
  await slices.turn();
  const known: FoundManifest[] = [];
  for (const uri of listed) {
    if (!isForeign(pathWithin(folder.uri, uri))) known.push({ uri });
    await slices.pause();
  }
  const further = await Promise.all(
    preferences.patterns.map(async ([glob, format]) =>
      // Where nobody searches for us, only the editor could tell which paths a glob means.
      (await list(glob, () => false)).flatMap(uri => (isForeign(pathWithin(folder.uri, uri)) ? [] : [{ uri, format }])),
    ),
  );
  // What a setting says of a file comes last and counts.
  const found: readonly FoundManifest[] = [...known, ...further.flat()];
  if (!preferences.respectGitignore) return found;
  const isIgnored = await createGitignore(
    folder.uri,
    await list('**/.gitignore', path => /(?:^|\/)\.gitignore$/.test(path)),
  );
  return found.filter(({ uri }) => !isIgnored(uri));
}

/** The format that a setting names for a document that was not found by a scan. */
export function formatForDocument(document: vscode.TextDocument, { patterns }: Preferences): string | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (!folder) return undefined;
  return patterns.findLast(
    ([glob]) => vscode.languages.match({ pattern: new vscode.RelativePattern(folder, glob) }, document) > 0,
  )?.[1];
}
