import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { folderName, pathInWorkspace } from '../../src/surfaces/workspace-path.ts';

const folder = (address: string, name = address.slice(address.lastIndexOf('/') + 1)) => ({
  uri: vscode.Uri.parse(address),
  name,
});

describe('folders of the workspace by name', () => {
  for (const [what, addresses, expected] of [
    ['of different names as they are called', ['file:///w/shop', 'file:///w/admin'], ['shop', 'admin']],
    ['of one name with the folder above', ['file:///w/a/shop', 'file:///w/b/shop'], ['a/shop', 'b/shop']],
    [
      'of one name with as many folders above as it takes',
      ['file:///w/a/x/shop', 'file:///w/b/x/shop', 'file:///w/admin'],
      ['a/x/shop', 'b/x/shop', 'admin'],
    ],
    ['where one way ends as another', ['file:///x/shop', 'file:///y/x/shop'], ['/x/shop', 'y/x/shop']],
    [
      'on several computers with the computer’s name',
      ['vscode-remote://one/w/shop', 'vscode-remote://two/w/shop'],
      ['one/w/shop', 'two/w/shop'],
    ],
  ] as const) {
    it(what, () => {
      const folders = addresses.map(address => folder(address));

      assert.deepEqual(
        folders.map(each => folderName(each, folders)),
        expected,
      );
    });
  }

  it('that a person named alike', () => {
    const folders = [folder('file:///w/front', 'Shop'), folder('file:///v/back', 'Shop')];

    assert.deepEqual(
      folders.map(each => folderName(each, folders)),
      ['w/Shop', 'v/Shop'],
    );
  });
});

describe('the path of a file in the workspace', () => {
  it('is as VS Code says it in a window with one folder', () => {
    const [only] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(only);
    const file = vscode.Uri.joinPath(only.uri, 'admin/package.json');

    assert.equal(pathInWorkspace(file), 'admin/package.json');
    assert.equal(pathInWorkspace(file, true), `${only.name}/admin/package.json`);
    assert.equal(pathInWorkspace(vscode.Uri.parse('untitled:package.json')), 'package.json');
  });
});
