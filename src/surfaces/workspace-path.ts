import * as vscode from 'vscode';

type Folder = Pick<vscode.WorkspaceFolder, 'uri' | 'name'>;

/**
 * The name of a folder of the workspace, for people. Folders of one name carry as much of the way to them as tells them
 * apart: `a/shop` and `b/shop`.
 */
export function folderName(
  folder: Folder,
  folders: readonly Folder[] = vscode.workspace.workspaceFolders ?? [],
): string {
  const { name } = folder;
  const namesakes = folders.filter(other => other.name === name && other.uri.toString() !== folder.uri.toString());
  if (namesakes.length === 0) return name;
  const way = wayTo(folder);
  for (let parts = 1; parts <= way.length; parts += 1) {
    const end = way.slice(-parts).join('/');
    if (!namesakes.some(other => wayTo(other).slice(-parts).join('/') === end)) return `${end}/${name}`;
  }
  // Of one path on two computers, or the end of the other's path.
  return `${folder.uri.authority}/${[...way, name].join('/')}`;
}

/**
 * A file's path below its folder, with `/`; with the folder's name in front, as {@link folderName} gives it, when asked for
 * and by default where several folders are open. The whole path of a file outside them.
 */
export function pathInWorkspace(uri: vscode.Uri, includeFolder?: boolean): string {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2 || includeFolder === false) return vscode.workspace.asRelativePath(uri, includeFolder);
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return vscode.workspace.asRelativePath(uri, includeFolder);
  return `${folderName(folder, folders)}/${vscode.workspace.asRelativePath(uri, false)}`;
}

/** The folders above it, from the top. */
function wayTo({ uri }: Folder): readonly string[] {
  return uri.path.split('/').slice(0, -1).filter(Boolean);
}
