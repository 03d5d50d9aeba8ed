import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { loadKnowledge } from '../../../src/surfaces/workspace/knowledge.ts';
import { listFiles } from '../../../src/surfaces/workspace/list-files.ts';
import { readManifests } from '../../../src/surfaces/workspace/read-manifests.ts';
import { createReadingThread } from '../../../src/surfaces/workspace/reading/thread.ts';
import { root } from '../../support/vscode/folders.ts';
import { sampleCatalog } from '../sample-catalog.ts';
import { silentLog } from '../silent-log.ts';

const scheme = 'gitee-scout-test';
const withMoment = '{ "dependencies": { "moment": "^2.29.4" } }';

/** Files in memory, which no search of the editor knows. */
class MemoryFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly read: string[] = [];
  readonly #files: ReadonlyMap<string, string>;

  constructor(files: Readonly<Record<string, string>>) {
    this.#files = new Map(Object.entries(files));
  }

  watch() {
    return { dispose: () => undefined };
  }

  stat({ path: at }: vscode.Uri): vscode.FileStat {
    const text = this.#files.get(at);
    if (text !== undefined) return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: Buffer.byteLength(text) };
    if (![...this.#files.keys()].some(file => file.startsWith(at === '/' ? at : `${at}/`)))
      throw vscode.FileSystemError.FileNotFound();
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory({ path: at }: vscode.Uri): [string, vscode.FileType][] {
    if (at.endsWith('/closed')) throw vscode.FileSystemError.NoPermissions();
    const start = at === '/' ? at : `${at}/`;
    const below = [...this.#files.keys()].filter(file => file.startsWith(start)).map(file => file.slice(start.length));
    const names = new Map(
      below.map(file => [
        file.split('/')[0] ?? '',
        file.includes('/') ? vscode.FileType.Directory : vscode.FileType.File,
      ]),
    );
    return [...names];
  }

  readFile({ path: at }: vscode.Uri): Uint8Array {
    const text = this.#files.get(at);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound();
    if (at.includes('secret')) throw vscode.FileSystemError.NoPermissions();
    this.read.push(at);
    return Buffer.from(text);
  }

  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
  writeFile(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
  delete(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
  rename(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
}

describe('a virtual file system without a search of its own', () => {
  const files = new MemoryFiles({
    '/package.json': withMoment,
    '/apps/web/package.json': withMoment,
    '/apps/web/src/main.ts': 'export {};',
    '/apps/web/node_modules/moment/package.json': withMoment,
    '/closed/package.json': withMoment,
    '/large/package.json': withMoment + ' '.repeat(5_000),
    '/secret/package.json': withMoment,
  });
  const folder: vscode.WorkspaceFolder = { uri: vscode.Uri.parse(`${scheme}:/`), name: 'memory', index: 1 };
  const at = (file: string) => folder.uri.with({ path: file });
  const wanted = (file: string) => file.endsWith('package.json');
  const list = (
    most?: number,
    token = new vscode.CancellationTokenSource().token,
    isExcluded: (uri: vscode.Uri) => boolean = () => false,
  ) => listFiles(folder, { include: '**/package.json', exclude: '{**/node_modules}', isExcluded, wanted, most }, token);
  let registered: vscode.Disposable;
  before(() => {
    registered = vscode.workspace.registerFileSystemProvider(scheme, files);
  });
  after(() => registered.dispose());

  it('is walked through, without installed packages and without what cannot be listed', async () => {
    const found = await list();

    assert.deepEqual(found.map(uri => uri.path).sort(), [
      '/apps/web/package.json',
      '/large/package.json',
      '/package.json',
      '/secret/package.json',
    ]);
  });

  it('is walked through without the files and folders that the user leaves out', async () => {
    const out = ['/apps', '/large/package.json'];
    const { token } = new vscode.CancellationTokenSource();

    const found = await list(undefined, token, ({ path: file }) => out.includes(file));

    assert.deepEqual(found.map(uri => uri.path).sort(), ['/package.json', '/secret/package.json']);
  });

  it('is walked through no further than it is asked for', async () => {
    const canceled = new vscode.CancellationTokenSource();
    canceled.cancel();

    assert.equal((await list(2)).length, 2);
    assert.deepEqual(await list(undefined, canceled.token), []);
  });

  for (const [where, thread] of [
    ['here', undefined],
    ['in a thread', createReadingThread(path.join(root, 'dist/manifest-reader.cjs'), silentLog)],
  ] as const) {
    it(`is read by its own means, what is found in it ${where}`, async () => {
      const knowledge = await loadKnowledge({ catalog: sampleCatalog, thread, log: silentLog });

      const readings = await readManifests(
        ['/apps/web/package.json', '/large/package.json', '/secret/package.json', '/gone/package.json'].map(file => ({
          uri: at(file),
        })),
        knowledge,
        () => 1_000,
      );
      await thread?.end();

      const [web] = readings;
      assert.deepEqual(
        readings.map(({ kind }) => kind),
        ['read', 'too-large', 'unreadable', 'gone'],
      );
      assert.equal(web?.kind === 'read' && web.manifest?.dependencies[0]?.purl, 'pkg:npm/moment');
      assert.ok(!files.read.includes('/large/package.json'));
    });
  }
});
