import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createManifestIndex } from '../../../src/surfaces/workspace/index.ts';
import { sampleCatalog } from '../sample-catalog.ts';
import { makeScratch, until } from '../scratch.ts';
import { silentLog } from '../silent-log.ts';

describe('a change while everything is read again', () => {
  it('is not lost', async () => {
    const scratch = makeScratch();
    const index = createManifestIndex({ catalog: sampleCatalog, log: silentLog });
    const nameAt = () => index.manifests.get(scratch.at('package.json').toString())?.dependencies[0]?.name;
    try {
      const uri = await scratch.write('package.json', '{ "dependencies": { "moment": "1" } }');
      await index.scan();
      const editor = await vscode.window.showTextDocument(uri);
      await editor.edit(edit => edit.replace(new vscode.Range(0, 0, 99, 0), '{ "dependencies": { "lodash": "4" } }'));
      await until(() => nameAt() === 'lodash', 'the text of the editor');

      const refreshing = index.refresh();
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await refreshing;

      await until(() => nameAt() === 'moment', 'the text of the disk');
      assert.equal(index.state.kind, 'ready');
    } finally {
      index.dispose();
      await scratch.remove();
    }
  });
});
