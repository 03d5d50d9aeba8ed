import * as vscode from 'vscode';
import * as z from 'zod';
import { settings } from '../contributions.ts';

/** Folders of a workspace folder, `.` for itself, with the license of the work that lies in them. */
const FolderLicenses = z.record(z.string(), z.string()).catch({});

/** What the settings say of single folders, by their paths below the workspace folder; `.` is the workspace folder. */
export function folderLicenses(uri: vscode.Uri | undefined): ReadonlyMap<string, string> {
  const value = vscode.workspace.getConfiguration(settings.section, uri).get<unknown>(settings.ownLicenseByFolder);
  const said = Object.entries(FolderLicenses.parse(value ?? {}));
  return new Map(said.map(([path, license]) => [keyOf(path), license.trim()]));
}

/** The key of a folder at or below a workspace folder. */
export function folderKey(folder: vscode.Uri, root: vscode.Uri): string {
  return keyOf(folder.path.slice(root.path.replace(/\/$/, '').length));
}

function keyOf(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.?\/)+|\/+$/g, '') || '.';
}

/** Writes the license of the work in a folder into the settings of the workspace. */
export async function setFolderLicense(folder: vscode.Uri, root: vscode.Uri, license: string): Promise<void> {
  const known = folderLicenses(root);
  const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  const { Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  await vscode.workspace
    .getConfiguration(settings.section, root)
    .update(
      settings.ownLicenseByFolder,
      { ...Object.fromEntries(known), [folderKey(folder, root)]: license },
      several ? WorkspaceFolder : Workspace,
    );
}
