import * as vscode from 'vscode';

/**
 * Files of a scheme of their own, in memory, as an extension for a remote repository would bring them: nothing on a disk,
 * and nobody who searches them. `files` has texts by path.
 */
export function provideMemoryFiles(scheme: string, files: Readonly<Record<string, string>>): vscode.Disposable {
  const texts = new Map(Object.entries(files));
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const isFolder = (path: string) => [...texts.keys()].some(each => each.startsWith(path === '/' ? '/' : `${path}/`));
  const textOf = (uri: vscode.Uri) => {
    const text = texts.get(uri.path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return text;
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: uri => {
      if (isFolder(uri.path)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: Buffer.byteLength(textOf(uri)) };
    },
    readDirectory: uri => {
      const above = uri.path === '/' ? '/' : `${uri.path}/`;
      const below = [...texts.keys()].filter(path => path.startsWith(above)).map(path => path.slice(above.length));
      const names = new Map(below.map(path => [path.split('/')[0] ?? '', path.includes('/')] as const));
      return [...names].map(([name, folder]) => [name, folder ? vscode.FileType.Directory : vscode.FileType.File]);
    },
    readFile: uri => Buffer.from(textOf(uri)),
    writeFile: (uri, content) => {
      texts.set(uri.path, Buffer.from(content).toString());
      changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    },
    createDirectory: () => undefined,
    delete: uri => {
      texts.delete(uri.path);
    },
    rename: () => {
      throw vscode.FileSystemError.NoPermissions();
    },
  };
  return vscode.Disposable.from(changed, vscode.workspace.registerFileSystemProvider(scheme, provider));
}
