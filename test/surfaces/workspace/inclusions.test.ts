import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ManifestIndex } from '../../../src/surfaces/manifest-index.ts';
import { createManifestIndex } from '../../../src/surfaces/workspace/index.ts';
import { sampleCatalog } from '../sample-catalog.ts';
import { makeScratch, type Scratch, until } from '../scratch.ts';
import { silentLog } from '../silent-log.ts';

describe('files that manifests take in', () => {
  let scratch: Scratch;
  let index: ManifestIndex & vscode.Disposable;
  beforeEach(() => {
    scratch = makeScratch();
    index = createManifestIndex({ catalog: sampleCatalog, log: silentLog });
  });
  afterEach(async () => {
    index.dispose();
    await scratch.remove();
  });
  const namesAt = (path: string) =>
    index.manifests.get(scratch.at(path).toString())?.dependencies.map(({ name }) => name);

  it('are read whatever their names, and what those take in as well', async () => {
    await scratch.write('requirements.txt', '-r deps/base.list\n-c "deps/pins"\nrequests\n');
    await scratch.write('deps/base.list', '--requirement=../more/all.deps\nflask==3.0\n');
    await scratch.write('deps/pins', 'urllib3<3\n');
    await scratch.write('more/all.deps', '-r ../requirements.txt\ndjango\n');
    await scratch.write('more/other.deps', 'nobody\n');

    await index.scan();

    assert.deepEqual(namesAt('deps/base.list'), ['flask']);
    assert.deepEqual(namesAt('deps/pins'), ['urllib3']);
    assert.deepEqual(namesAt('more/all.deps'), ['django']);
    assert.equal(namesAt('more/other.deps'), undefined);
  });

  it('are not read outside the workspace, and not when they are gone', async () => {
    await scratch.write('requirements.txt', '-r ../../../../../../../../etc/hostname\n-r gone.list\nrequests\n');

    await index.scan();

    const paths = [...index.manifests.keys()];
    assert.deepEqual(namesAt('requirements.txt'), ['requests']);
    assert.deepEqual(
      paths.filter(path => path.endsWith('hostname') || path.endsWith('gone.list')),
      [],
    );
    assert.deepEqual(index.skipped, []);
  });

  it('go with the line that took them in, and come with it', async () => {
    const uri = await scratch.write('requirements.txt', 'requests\n');
    await scratch.write('base.list', 'flask\n');
    await index.scan();
    const editor = await vscode.window.showTextDocument(uri);

    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), '-r base.list\n'));
    await until(() => namesAt('base.list')?.[0] === 'flask', 'the file that is taken in');
    await editor.edit(edit => edit.delete(new vscode.Range(0, 0, 1, 0)));
    await until(() => namesAt('base.list') === undefined, 'the file that is no longer taken in to go');

    assert.deepEqual(namesAt('requirements.txt'), ['requests']);
  });

  for (const [key, hidden, shown] of [
    ['giteeScout.exclude', ['**/private'], ['**/else/**']],
    ['files.exclude', { '**/private': true }, undefined],
  ] as const) {
    it(`are not read where ${key} leaves them out, and follow a change of it`, async () => {
      const configuration = vscode.workspace.getConfiguration();
      const { Workspace } = vscode.ConfigurationTarget;
      await scratch.write('requirements.txt', '-r base.list\n-r private/more.list\nrequests\n');
      await scratch.write('base.list', '-r private/more.list\nflask\n');
      await scratch.write('private/more.list', 'django\n');

      try {
        await configuration.update(key, hidden, Workspace);
        await index.scan();
        const left = namesAt('private/more.list');
        await configuration.update(key, shown, Workspace);
        await until(() => namesAt('private/more.list')?.[0] === 'django', 'the file that is no longer left out');
        await configuration.update(key, hidden, Workspace);
        await until(() => namesAt('private/more.list') === undefined, 'the file that is left out to go');

        assert.equal(left, undefined);
        assert.deepEqual(namesAt('base.list'), ['flask']);
      } finally {
        await configuration.update(key, undefined, Workspace);
      }
    });
  }

  it('are read in an editor as what took them in says', async () => {
    await scratch.write('requirements.txt', '-r base.list\n');
    const uri = await scratch.write('base.list', 'flask\n');
    await index.scan();
    const { document } = await vscode.window.showTextDocument(uri);

    const manifest = await index.read(document);

    assert.equal(manifest?.type, 'requirements.txt');
    assert.deepEqual(
      manifest.dependencies.map(({ name }) => name),
      ['flask'],
    );
  });
});
