import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { folderKey } from '../../../src/surfaces/findings/places.ts';

describe('a folder of findings', () => {
  const same = (one: vscode.Uri, other: vscode.Uri, platform: NodeJS.Platform) =>
    folderKey(one, platform) === folderKey(other, platform);

  it('is one folder on Windows and macOS, however somebody spells it, and two elsewhere', () => {
    const [one, other] = [vscode.Uri.file('/C:/Work/Findings'), vscode.Uri.file('/c:/work/findings/')];

    assert.ok(same(one, other, 'win32'));
    assert.ok(same(one, other, 'darwin'));
    assert.ok(!same(one, other, 'linux'));
  });

  it('is another one on another file system', () => {
    const remote = vscode.Uri.parse('vscode-vfs://github/Team/Findings');

    assert.ok(!same(remote, remote.with({ path: '/team/findings' }), 'win32'));
  });
});
