import * as vscode from 'vscode';

/** A file that lies deeper below its workspace folder is judged by what these folders say. */
const deepest = 24;

/** The folder of a file and those above it, up to the workspace folder. */
export function foldersUp(file: vscode.Uri | undefined, root: vscode.Uri): readonly vscode.Uri[] {
  const folders: vscode.Uri[] = [];
  const top = root.path.replace(/\/$/, '');
  let folder = file && vscode.Uri.joinPath(file, '..');
  while (folder && folders.length < deepest && folder.path.startsWith(`${top}/`)) {
    folders.push(folder);
    folder = vscode.Uri.joinPath(folder, '..');
  }
  return [...folders, root];
}
