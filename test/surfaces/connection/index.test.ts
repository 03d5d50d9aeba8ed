import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands, settings } from '../../../src/surfaces/contributions.ts';
import { type StandIn, startGitee } from '../../support/gitee/server.ts';

/** Resolves when `holds` is true; the test's own timeout ends the wait. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setTimeout(resolve, 20));
}

describe('Test Connection', () => {
  const at: { standIn?: StandIn } = {};
  const configuration = () => vscode.workspace.getConfiguration(settings.section);
  before(async () => {
    await vscode.extensions.getExtension('gitee-scout.gitee-scout')?.activate();
  });
  beforeEach(async () => {
    at.standIn = await startGitee();
    await configuration().update(settings.baseUrl, at.standIn.apiUrl, vscode.ConfigurationTarget.Global);
  });
  afterEach(async () => {
    await configuration().update(settings.baseUrl, undefined, vscode.ConfigurationTarget.Global);
    await configuration().update(settings.offline, undefined, vscode.ConfigurationTarget.Global);
    await at.standIn?.close();
  });

  it('asks the host that the settings name', async () => {
    const done = vscode.commands.executeCommand(commands.testConnection);
    await until(() => at.standIn?.requests.some(({ path }) => path === '/api/v5/licenses') ?? false);

    // The message waits for a person; here nobody reads it.
    const closing = setInterval(() => void vscode.commands.executeCommand('notifications.clearAll'), 100);
    await done;
    clearInterval(closing);

    assert.equal(at.standIn?.requests.length, 1);
  });

  it('asks nobody while the network is switched off', async () => {
    await configuration().update(settings.offline, true, vscode.ConfigurationTarget.Global);

    const done = vscode.commands.executeCommand(commands.testConnection);
    const closing = setInterval(() => void vscode.commands.executeCommand('notifications.clearAll'), 100);
    await done;
    clearInterval(closing);

    assert.equal(at.standIn?.requests.length, 0);
  });
});
