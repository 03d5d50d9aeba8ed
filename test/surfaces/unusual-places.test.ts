import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { listFiles } from '../../src/surfaces/workspace/list-files.ts';
import { provideMemoryFiles } from './memory-files.ts';

const text = '{\n  "dependencies": {\n    "moment": "^2.30.1"\n  }\n}\n';
const scheme = 'scout-memory';
const at = (path: string) => vscode.Uri.from({ scheme, authority: 'repository', path });

/** What the running extension says of `moment` in a document. */
async function said(document: vscode.TextDocument): Promise<{ readonly hover: string; readonly actions: string }> {
  const place = document.positionAt(document.getText().indexOf('moment') + 1);
  const { uri } = document;
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, place);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    new vscode.Range(place, place),
  );
  const texts = hovers.flatMap(({ contents }) => contents).map(each => (typeof each === 'string' ? each : each.value));
  return { hover: texts.join('\n'), actions: actions.map(({ title }) => title).join('\n') };
}

describe('a manifest that is no file of this machine', () => {
  const open: vscode.Disposable[] = [];
  before(async () => {
    await vscode.extensions.getExtension('gitee-scout.gitee-scout')?.activate();
    open.push(
      provideMemoryFiles(scheme, {
        '/package.json': text,
        '/server/pom.xml': '<project/>',
        '/server/notes.txt': 'none',
        '/node_modules/moment/package.json': '{}',
      }),
    );
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    vscode.Disposable.from(...open).dispose();
  });

  it('has its hover and its light bulb in a file system of another extension', async () => {
    const { hover, actions } = await said(await vscode.workspace.openTextDocument(at('/package.json')));

    assert.match(hover, /Day\\\.js/);
    assert.match(actions, /Replace moment by Day\.js/);
  });

  it('has its hover and its light bulb before it is saved for the first time', async () => {
    const uri = vscode.Uri.from({ scheme: 'untitled', path: '/new/package.json' });
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), text);
    await vscode.workspace.applyEdit(edit);

    const { hover, actions } = await said(document);

    assert.match(hover, /Day\\\.js/);
    assert.match(actions, /Add Day\.js beside moment/);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is silent in a text without a name, which could be anything', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'json', content: text });

    const { hover, actions } = await said(document);

    assert.doesNotMatch(hover, /Day\\\.js/);
    assert.doesNotMatch(actions, /Day\.js/);
  });

  it('is found by a scan where nobody can search, but not among installed packages', async () => {
    const folder = { uri: at('/'), name: 'repository', index: 0 };
    const listing = {
      include: '**/{package.json,pom.xml}',
      exclude: '',
      isExcluded: () => false,
      wanted: (path: string) => /(?:^|\/)(?:package\.json|pom\.xml)$/.test(path),
    };

    const found = await listFiles(folder, listing, new vscode.CancellationTokenSource().token);
    const first = await listFiles(folder, { ...listing, most: 1 }, new vscode.CancellationTokenSource().token);

    assert.deepEqual(found.map(({ path }) => path).sort(), ['/package.json', '/server/pom.xml']);
    assert.equal(first.length, 1);
  });
});
