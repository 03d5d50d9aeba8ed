import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { assistantTools } from '../../../src/surfaces/contributions.ts';

async function ask(tool: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(tool, { input, toolInvocationToken: undefined });
  return content.map(part => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

describe('tools for language models', () => {
  before(() => vscode.extensions.getExtension('gitee-scout.gitee-scout')?.activate());

  it('are known to VS Code', () => {
    const known = vscode.lm.tools.map(({ name }) => name);

    assert.deepEqual(
      Object.values(assistantTools).filter(name => !known.includes(name)),
      [],
    );
  });

  it('answer from the catalog', async () => {
    const text = await ask(assistantTools.find_alternatives, { purls: ['pkg:npm/moment'] });

    assert.match(text, /"project":"dayjs"/);
  });

  it('suggest nothing for what the repository ignores, and say so', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, '.gitee-scout/ignore');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('pkg:npm/moment\n'));
    try {
      const text = await ask(assistantTools.find_alternatives, { purls: ['pkg:npm/moment@2.30.1'] });

      assert.match(text, /"ignored":true,"publisher":null,"suggestions":\[\]/);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  it('tell the model what to do instead when the input is no package', async () => {
    assert.match(await ask(assistantTools.find_alternatives, { purls: ['moment'] }), /pkg:npm\/moment/);
  });

  it('judge licenses', async () => {
    const text = await ask(assistantTools.check_license, { inbound: 'GPL-3.0-only', outbound: 'proprietary' });

    assert.match(text, /"verdict":"conflict"/);
  });

  it('say who did not answer when Gitee cannot be reached', async () => {
    assert.match(await ask(assistantTools.search_gitee, { query: 'workflow engine' }), /unreachable|refused|skipped/);
  });

  it('list the findings', async () => {
    assert.match(await ask(assistantTools.list_findings, {}), /"findings":\[/);
  });
});
