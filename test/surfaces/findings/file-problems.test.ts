import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { makeScratch, until } from '../scratch.ts';

const good =
  '---\nversion: 2\nproject: dayjs\nname: Day.js\nstatus: adopted\nsaved: 2026-01-01T00:00:00Z\n---\n\nA note.\n';

describe('the file of a finding in the editor', () => {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(workspace);
  const folder = vscode.Uri.joinPath(workspace.uri, '.gitee-scout', 'findings');
  const uri = vscode.Uri.joinPath(folder, 'typed.md');
  const problems = (of = uri) => vscode.languages.getDiagnostics(of).filter(({ source }) => source === 'Gitee Scout');

  before(async () => {
    await vscode.extensions.getExtension('gitee-scout.gitee-scout')?.activate();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('is underlined where it is wrong while somebody types, and no longer when it is right', async () => {
    await vscode.workspace.fs.writeFile(uri, Buffer.from(good));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const at = document.positionAt(good.indexOf('adopted'));
    const type = async (range: vscode.Range, text: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(uri, range, text);
      await vscode.workspace.applyEdit(edit);
    };

    await type(new vscode.Range(at, at.translate(0, 7)), 'maybe');
    await until(() => problems().length === 1, 'a problem');
    const [problem] = problems();
    await type(new vscode.Range(at, at.translate(0, 5)), 'rejected');
    await until(() => problems().length === 0, 'no problem');
    await document.save();

    assert.ok(problem);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    assert.deepEqual([problem.range.start.line, problem.range.start.character], [4, 8]);
    assert.match(problem.message, /^status: /);
  });

  it('is told from other Markdown files, which are left alone', async () => {
    // A file of its own: VS Code may still hold the text of the one before. And shown: what no editor shows may be let go.
    const own = vscode.Uri.joinPath(folder, 'told.md');
    await vscode.workspace.fs.writeFile(own, Buffer.from(good.replace('adopted', 'maybe')));
    const scratch = makeScratch();
    const other = await scratch.write('notes.md', '---\nstatus: maybe\n---\n');

    await vscode.window.showTextDocument(other);
    await vscode.window.showTextDocument(own);
    await until(() => problems(own).length === 1, 'a problem');
    const others = problems(other);
    await scratch.remove();

    assert.deepEqual(others, []);
  });
});
