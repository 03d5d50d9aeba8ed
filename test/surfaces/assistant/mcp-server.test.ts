import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import * as vscode from 'vscode';
import { createServerDefinitions } from '../../../src/surfaces/assistant/mcp-server.ts';

describe('the server of the Model Context Protocol', () => {
  it('is offered with a program that exists and without a token', async () => {
    const extension = vscode.extensions.getExtension('gitee-scout.gitee-scout');
    assert.ok(extension);
    const { token } = new vscode.CancellationTokenSource();

    const places = ['personal', 'team'].map(kind => ({
      id: kind,
      label: kind,
      kind: kind === 'team' ? ('team' as const) : ('personal' as const),
      root: vscode.Uri.file(`/findings/of-${kind}`),
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
    assert.deepEqual(definition.args.slice(-2), ['--findings', vscode.Uri.file('/findings/of-team').fsPath]);
  });
});
