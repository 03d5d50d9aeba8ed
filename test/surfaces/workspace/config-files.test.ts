import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createManifestIndex } from '../../../src/surfaces/workspace/index.ts';
import { sampleCatalog } from '../sample-catalog.ts';
import { makeScratch, until } from '../scratch.ts';
import { silentLog } from '../silent-log.ts';

describe('the configuration of a folder', () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  const file = vscode.Uri.joinPath(folder.uri, '.gitee-scout', 'config.yaml');
  const write = (text: string) => vscode.workspace.fs.writeFile(file, Buffer.from(text));

  it('takes suggestions and manifests away at once, and its removal brings them back', async () => {
    const scratch = makeScratch();
    await scratch.write('package.json', '{ "dependencies": { "moment": "1" } }');
    await scratch.write('old/package.json', '{ "dependencies": { "moment": "1" } }');
    const name = scratch.uri.path.slice(scratch.uri.path.lastIndexOf('/') + 1);
    const index = createManifestIndex({ catalog: sampleCatalog, log: silentLog });
    const suggested = () => {
      const own = [...index.manifests.values()].filter(({ uri }) => uri.path.includes(`/${name}/`));
      return own.map(({ dependencies }) => dependencies[0]?.suggestions.length ?? 0);
    };
    try {
      await index.scan();
      const before = suggested();
      await write(`version: 1\nignoredPackages: ["pkg:npm/moment"]\nexclude: ["${name}/old"]\n`);
      await until(() => JSON.stringify(suggested()) === '[0]', 'the configuration to be followed');
      await vscode.workspace.fs.delete(file);
      await until(() => suggested().length === 2 && suggested().every(count => count > 0), 'the suggestions again');

      assert.equal(before.length, 2);
      assert.ok(before.every(count => count > 0));
    } finally {
      index.dispose();
      await scratch.remove();
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder.uri, '.gitee-scout'), { recursive: true });
    }
  });
});
