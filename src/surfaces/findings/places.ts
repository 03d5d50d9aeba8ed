import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { settings } from '../contributions.ts';
import type { StorePlace } from '../findings-store.ts';
import { folderName } from '../workspace-path.ts';

/** Folders that a person has named as shared; more are not followed. */
const mostTeamFolders = 50;

/** The folder of the person's own findings. */
export function personalFolder({ globalStorageUri }: Pick<vscode.ExtensionContext, 'globalStorageUri'>): vscode.Uri {
  return vscode.Uri.joinPath(globalStorageUri, 'findings');
}

/** Folders with findings, relative, that the configurations of workspace folders name, by the folder's address. */
export type ConfiguredFolders = ReadonlyMap<string, readonly string[]>;

const usual = ['.gitee-scout/findings'];

/** Every place of findings, the person's own first. Asked again when folders, settings or configurations change. */
export function findPlaces(personal: vscode.Uri, configured: ConfiguredFolders): readonly StorePlace[] {
  const own: StorePlace = { id: 'personal', kind: 'personal', label: vscode.l10n.t('Personal'), root: personal };
  const workspace = (vscode.workspace.workspaceFolders ?? []).flatMap(workspaceFolder => {
    const { uri } = workspaceFolder;
    const name = folderName(workspaceFolder);
    const folders = configured.get(uri.toString()) ?? usual;
    return folders.map((folder, index): StorePlace => {
      return {
        id: index === 0 ? uri.toString() : `${uri.toString()} ${folder}`,
        kind: 'workspace',
        label: index === 0 ? name : `${name}: ${folder}`,
        root: vscode.Uri.joinPath(uri, ...folder.split(/[\\/]/)),
        workspace: uri,
      };
    });
  });
  const all = [own, ...workspace, ...teamFolders()];
  // A team's folder may be open as a workspace folder as well: each file is shown once.
  const folders = all.map(({ root }) => folderKey(root));
  return all.filter((_, index) => folders.indexOf(folders[index] ?? '') === index);
}

/** The same for all spellings of a folder: on Windows and macOS letter case makes no other folder. */
export function folderKey(root: vscode.Uri, platform: NodeJS.Platform = process.platform): string {
  const address = root.toString().replace(/\/+$/, '');
  return root.scheme === 'file' && (platform === 'win32' || platform === 'darwin') ? address.toLowerCase() : address;
}

/** The setting is one of the machine: a workspace cannot make us read or write elsewhere. */
function teamFolders(): readonly StorePlace[] {
  const configured = vscode.workspace.getConfiguration(settings.section).get<unknown>(settings.findingsTeamFolders);
  const folders = Array.isArray(configured) ? configured.filter(each => typeof each === 'string') : [];
  return folders.slice(0, mostTeamFolders).flatMap((folder): readonly StorePlace[] => {
    const resolved = folder.trim().replace(/^~(?=$|[\\/])/, () => os.homedir());
    if (!path.isAbsolute(resolved)) return [];
    const root = vscode.Uri.file(path.normalize(resolved));
    return [{ id: `team ${root.toString()}`, kind: 'team', label: path.basename(root.fsPath) || root.fsPath, root }];
  });
}

/** Where the setting says that new findings go; the person's own place where there is no such place. */
export function choosePlace(places: readonly StorePlace[]): StorePlace | undefined {
  const wanted = vscode.workspace.getConfiguration(settings.section).get<string>(settings.findingsPlace);
  return places.find(({ kind }) => kind === wanted) ?? places.find(({ kind }) => kind === 'personal');
}
