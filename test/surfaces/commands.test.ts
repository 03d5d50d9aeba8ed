import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/surfaces/contributions.ts';
import { makeScratch, type Scratch, until } from './scratch.ts';

const purl = 'pkg:npm/moment';

describe('commands on a dependency', () => {
  let scratch: Scratch;
  let uri: vscode.Uri;
  beforeEach(async () => {
    scratch = makeScratch();
    uri = await scratch.write('package.json', '{\n  "dependencies": {\n    "dayjs": "1",\n    "moment": "2"\n  }\n}\n');
  });
  afterEach(() => scratch.remove());

  it('show its name in the manifest', async () => {
    await vscode.commands.executeCommand(commands.revealDependency, { purl, uri });

    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri.toString());
    assert.equal(editor?.document.getText(editor.selection), 'moment');
  });

  for (const [name, argument] of [
    ['a hover', { purl, uri: 'as text' }],
    ['the tree', { purl, uri: 'as it is' }],
  ] as const) {
    it(`add its package to the ignored ones of this workspace, from ${name}`, async () => {
      const list = () =>
        vscode.workspace.getConfiguration('giteeScout').inspect<readonly string[]>('ignoredPackages')?.workspaceValue;
      const place = argument.uri === 'as text' ? uri.toString() : uri;

      try {
        // Not awaited: the command ends when somebody answers its message.
        void vscode.commands.executeCommand(commands.ignoreDependency, { purl, uri: place });
        await until(() => list() !== undefined, 'the list of ignored packages');

        assert.deepEqual(list(), [purl]);
      } finally {
        await vscode.workspace
          .getConfiguration('giteeScout')
          .update('ignoredPackages', undefined, vscode.ConfigurationTarget.Workspace);
      }
    });
  }

  const nonsense: readonly unknown[] = [undefined, 7, 'pkg:npm/moment', {}, { purl: 'moment', uri: 'x' }, { purl: 1 }];
  for (const command of [
    commands.ignoreDependency,
    commands.revealDependency,
    commands.saveFinding,
    commands.removeFinding,
    commands.openFindingFile,
  ]) {
    it(`do nothing on nonsense: ${command}`, async () => {
      const before = vscode.workspace.getConfiguration('giteeScout').inspect('ignoredPackages');

      for (const argument of nonsense) await vscode.commands.executeCommand(command, argument);

      assert.deepEqual(vscode.workspace.getConfiguration('giteeScout').inspect('ignoredPackages'), before);
    });
  }
});
