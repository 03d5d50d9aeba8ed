import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import * as vscode from 'vscode';
import { createServerDefinitions } from '../../../src/surfaces/assistant/mcp-server.ts';

describe('the server of the Model Context Protocol', () => {
  it('is offered with a program that exists and without a token', async () => {
    const extension = vscode.extensions.getExtension('gitee-scout.gitee-scout');
    assert.ok(extension);
    const { token } = new vscode.CancellationTokenSource();

    const places = (['personal', 'workspace', 'team'] as const).map(kind => ({
      id: kind,
      label: kind,
      kind,
      root: vscode.Uri.file(`/findings/of-${kind}`),
      // One that is open beside the first: the server reads for itself what belongs to that.
      ...(kind === 'workspace' ? { workspace: vscode.Uri.file('/second') } : {}),
    }));
    const definitions = await createServerDefinitions(extension, { places: () => places }).provideMcpServerDefinitions(
      token,
    );

    const [definition] = definitions ?? [];
    assert.ok(definition);
    await access(definition.args[0] ?? '');
    assert.deepEqual(
      Object.keys(definition.env).filter(name => /token/i.test(name)),
      [],
    );
    assert.match(String(definition.env.GITEE_SCOUT_BASE_URL), /^http/);
    const others = ['/findings/of-workspace', '/findings/of-team'].map(each => vscode.Uri.file(each).fsPath);
    assert.deepEqual(definition.args.slice(-3), ['--findings', ...others]);
  });
});
