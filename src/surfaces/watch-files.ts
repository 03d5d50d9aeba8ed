import * as vscode from 'vscode';

/** A folder is looked at so long after the last news of new files, ms: who makes it is often still filling it. */
const settleFor = 300;
/** So many new files are asked at most whether they are folders; those nearest to the root come first. */
const mostAsked = 200;
/** So many folders are remembered; the oldest are forgotten. */
const mostFolders = 100;

/** Tells of every file that matches when it is made, changed, removed, or saved in an editor. */
export function watchFiles(glob: vscode.GlobPattern, changed: (uri: vscode.Uri) => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(glob);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(changed),
    watcher.onDidCreate(changed),
    watcher.onDidDelete(changed),
    // What the editor saves in a new folder may not reach the watcher, see `watchNewFolders`.
    vscode.workspace.onDidSaveTextDocument(document => {
      if (vscode.languages.match({ pattern: glob }, document) > 0) changed(document.uri);
    }),
  );
}

/** Tells of changes of files in the folder that a team keeps in its repository, also when it comes with all of them at once. */
export function watchTeamFiles(glob: string, changed: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    watchFiles(glob, changed),
    watchNewFolders('**/.gitee-scout', () => true, changed),
  );
}

/**
 * Tells of folders that appear, so that what lies in them can be looked for: on Linux the watcher of VS Code begins to watch
 * a folder only after it heard of it, and never hears of what was made in it before, as by a checkout, nor later of changes
 * in folders that were made in it before. So it tells of them once more whenever somebody comes back to the window.
 *
 * @param glob of the folders; files that match as well do no harm
 * @param counts false for those of which nobody wants to know
 * @param appeared gets the topmost new folders
 */
export function watchNewFolders(
  glob: vscode.GlobPattern,
  counts: (uri: vscode.Uri) => boolean,
  appeared: (folders: readonly vscode.Uri[]) => void,
): vscode.Disposable {
  const made = new Map<string, vscode.Uri>();
  let folders: readonly vscode.Uri[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = async () => {
    const uris = [...made.values()].sort((a, b) => a.path.length - b.path.length);
    made.clear();
    const found = await newFolders(uris);
    if (found.length === 0) return;
    folders = [...folders.filter(folder => !found.some(other => liesIn(folder, other))), ...found].slice(-mostFolders);
    appeared(found);
  };
  const watcher = vscode.workspace.createFileSystemWatcher(glob, false, true, true);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(uri => {
      if (!counts(uri)) return;
      made.set(uri.toString(), uri);
      clearTimeout(timer);
      timer = setTimeout(() => void look(), settleFor);
    }),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused && folders.length > 0) appeared(folders);
    }),
    { dispose: () => clearTimeout(timer) },
  );
}

/** Whether something is a folder, or lies in it. */
export function liesIn(uri: vscode.Uri, folder: vscode.Uri): boolean {
  return uri.toString() === folder.toString() || uri.toString().startsWith(`${folder.toString()}/`);
}

async function newFolders(uris: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  for (const uri of uris.slice(0, mostAsked)) {
    if (!found.some(folder => liesIn(uri, folder)) && (await isFolder(uri))) found.push(uri);
  }
  return found;
}

/** False as well for what is gone again. */
async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}
