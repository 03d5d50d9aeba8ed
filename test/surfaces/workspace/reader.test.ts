import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import type { ManifestIndex } from '../../../src/surfaces/manifest-index.ts';
import { createManifestIndex } from '../../../src/surfaces/workspace/index.ts';
import { root } from '../../support/vscode/folders.ts';
import { sampleCatalog } from '../sample-catalog.ts';
import { makeScratch, type Scratch, until } from '../scratch.ts';
import { silentLog } from '../silent-log.ts';

const withMoment = '{ "dependencies": { "moment": "catalog:", "left-pad": "1" } }';

for (const [what, reader] of [
  ['a thread of its own', path.join(root, 'dist/manifest-reader.cjs')],
  ['a thread that cannot be started', path.join(root, 'dist/no-such-reader.cjs')],
] as const) {
  describe(`the index of the workspace with ${what}`, () => {
    let scratch: Scratch;
    let index: ManifestIndex & vscode.Disposable;
    beforeEach(() => {
      scratch = makeScratch();
      index = createManifestIndex({ catalog: sampleCatalog, log: silentLog, reader });
    });
    afterEach(async () => {
      index.dispose();
      await scratch.remove();
    });
    const momentAt = (file: string) => index.manifests.get(scratch.at(file).toString())?.dependencies[0];

    it('has manifests with suggestions and references to others', async () => {
      await scratch.write('pnpm-workspace.yaml', 'catalog:\n  moment: ^2.30.1\n');
      await scratch.write('app/package.json', withMoment);

      await index.scan();

      const moment = momentAt('app/package.json');
      assert.equal(index.state.kind, 'ready');
      assert.equal(moment?.resolved, '^2.30.1');
      assert.ok(moment.suggestions.some(({ project }) => project === 'dayjs'));
    });

    it('follows what is typed, in the document and in the workspace', async () => {
      const uri = await scratch.write('package.json', withMoment);
      await index.scan();
      const editor = await vscode.window.showTextDocument(uri);

      await editor.edit(edit => edit.insert(new vscode.Position(0, 20), '"dayjs": "1", '));
      const manifest = await index.read(editor.document);

      assert.deepEqual(
        manifest?.dependencies.map(({ name }) => name),
        ['dayjs', 'moment', 'left-pad'],
      );
      assert.equal(manifest.dependencies[0]?.chinese, true);
      await until(() => momentAt('package.json')?.name === 'dayjs', 'the text of the editor');
    });

    it('reads other documents as none', async () => {
      const document = await vscode.workspace.openTextDocument(await scratch.write('notes.txt', withMoment));

      assert.equal(await index.read(document), undefined);
    });
  });
}
