import * as vscode from 'vscode';

/** Larger files are no license texts, and no manifests that say a license. */
const mostBytes = 512 * 1024;

export interface NamedText {
  /** `/`-separated, below the folder. */
  readonly path: string;
  readonly text: string;
}

/** Names of files, and of folders with a slash; none where the folder cannot be read. */
export async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    found => found,
    () => [],
  );
  return entries.map(([name, type]) => ((type & vscode.FileType.Directory) !== 0 ? `${name}/` : name));
}

/** The texts of files of a folder, in whatever encoding they are; those that cannot be read are left out. */
export async function textsOf(folder: vscode.Uri, names: readonly string[]): Promise<readonly NamedText[]> {
  const texts = await Promise.all(
    names.map(async path => ({ path, text: await textOf(vscode.Uri.joinPath(folder, ...path.split('/'))) })),
  );
  return texts.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]));
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > mostBytes) return undefined;
    const { textOfBytes } = await import('../core/licenses/index.ts');
    return textOfBytes(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined; // Gone since it was listed, or not for us to read: then it says nothing.
  }
}
