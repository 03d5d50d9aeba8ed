import assert from 'node:assert/strict';
import net from 'node:net';
import path from 'node:path';
import * as vscode from 'vscode';

/** Records every connection that code of the extension opens while `work` runs. */
async function connectionsDuring(folder: string, work: () => Promise<void>): Promise<readonly string[]> {
  const { connect } = net.Socket.prototype;
  const opened: string[] = [];
  net.Socket.prototype.connect = new Proxy(connect, {
    apply: (target, socket, parameters) => {
      const { stack = '' } = new Error('connecting');
      if (stack.includes(folder)) opened.push(JSON.stringify(parameters[0]));
      return Reflect.apply(target, socket, parameters);
    },
  });
  try {
    await work();
  } finally {
    net.Socket.prototype.connect = connect;
  }
  return opened;
}

/** This file runs first, before others ask the stand-in; VS Code's own npm support may have started the extension already. */
describe('starting the extension', () => {
  const extension = vscode.extensions.getExtension('gitee-scout.gitee-scout');

  it('opens no connection, nor does reading a manifest', async () => {
    assert.ok(extension);
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);

    const opened = await connectionsDuring(path.join(extension.extensionPath, 'dist'), async () => {
      await extension.activate();
      const manifest = vscode.Uri.joinPath(folder.uri, 'package.json');
      const document = await vscode.workspace.openTextDocument(manifest);
      await vscode.window.showTextDocument(document);
      const place = document.positionAt(document.getText().indexOf('moment') + 1);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        manifest,
        place,
      );
      const texts = hovers
        .flatMap(({ contents }) => contents)
        .map(each => (typeof each === 'string' ? each : each.value));
      assert.match(texts.join('\n'), /Day\.js/);
    });

    assert.equal(extension.isActive, true);
    assert.deepEqual(opened, []);
  });
});
