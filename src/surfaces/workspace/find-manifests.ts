import * as vscode from 'vscode';
import { settings } from '../contributions.ts';
import { exclusionGlob, isForeign } from './exclusion.ts';

/** More manifests than this are not looked at. */
const mostManifests = 50_000;

/**
 * All manifests of the workspace folders, without those that the user's settings hide and those of installed packages.
 * A folder inside another one gives its files once.
 */
export async function findManifests(
  patterns: readonly string[],
  token: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    folders.map(folder =>
      vscode.workspace.findFiles(
        new vscode.RelativePattern(folder, `**/{${patterns.join(',')}}`),
        exclusionGlobOf(folder),
        mostManifests,
        token,
      ),
    ),
  );
  const byKey = new Map<string, vscode.Uri>();
  for (const uri of found.flat()) {
    if (!isForeign(vscode.workspace.asRelativePath(uri, false))) byKey.set(uri.toString(), uri);
  }
  return [...byKey.values()];
}

function exclusionGlobOf(folder: vscode.WorkspaceFolder): string {
  const configuration = vscode.workspace.getConfiguration(undefined, folder.uri);
  return exclusionGlob(
    [configuration.get('files.exclude'), configuration.get('search.exclude')],
    configuration.get<readonly string[]>(`${settings.section}.${settings.exclude}`) ?? [],
  );
}
