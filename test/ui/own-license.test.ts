import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { keepFailures, stepByStep } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

describe('the license of one’s own work that nothing says', () => {
  stepByStep();
  const lifetime = createLifetime();
  let workbench: OpenWorkbench;
  let workspace: string;
  keepFailures(() => workbench);
  const question = 'No file says under which license your own work';
  const open = async (project: string) => {
    await workbench.command('Developer: Open URL');
    await workbench.quickInput.type(`vscode://gitee-scout.gitee-scout/project/${project}`);
    await workbench.quickInput.accept();
    await workbench.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Open' }).click();
    await workbench.webview().locator('#license .verdict').first().waitFor();
  };

  before(async () => {
    workspace = lifetime.folder('lab');
    for (const [folder, dependency] of [
      ['app', 'moment'],
      ['blog', 'ghost'],
    ] as const) {
      await mkdir(path.join(workspace, 'packages', folder), { recursive: true });
      const manifest =
        folder === 'app'
          ? JSON.stringify({ name: folder, dependencies: { [dependency]: '^2.30.1' } }, null, 2)
          : `services:\n  blog:\n    image: ${dependency}:5\n`;
      const file = folder === 'app' ? 'package.json' : 'compose.yaml';
      await writeFile(path.join(workspace, 'packages', folder, file), manifest);
    }
    workbench = await openWorkbench({ workspace });
    await workbench.openContainer();
    await workbench.row('Suggestions', /packages/).waitFor();
  });

  after(async () => {
    await workbench?.close();
    lifetime.end();
  });

  it('is asked for beside the work when the first page is opened, for the folder that would use the project', async () => {
    await open('dayjs');
    const asked = await workbench.notification(question);
    await workbench.picture('ask-own-license');
    assert.match(await asked.innerText(), /packages\/app/);

    await asked.getByRole('button', { name: 'Choose License…' }).click();
    await workbench.quickInput.row('EUPL-1.2').waitFor();
    await workbench.picture('ask-own-license-list');
    await workbench.quickInput.choose('EUPL-1.2');

    await workbench.webview().locator('#license').getByText('your setting for packages/app').waitFor();
    const settings = await readFile(path.join(workspace, '.vscode/settings.json'), 'utf8');
    assert.match(settings, /"giteeScout.ownLicenseByFolder": \{\s*"packages\/app": "EUPL-1.2"\s*\}/);
  });

  it('is not asked for again after "not now", for that folder', async () => {
    await open('halo');
    const asked = await workbench.notification(question);
    assert.match(await asked.innerText(), /packages\/blog/);
    await asked.getByRole('button', { name: 'Not Now' }).click();
    await asked.waitFor({ state: 'detached' });
    await workbench.command('View: Close All Editors');

    await open('halo');
    await workbench.webview().locator('#license').getByText('No verdict yet').waitFor();
    await workbench.command('Notifications: Show Notifications');
    assert.equal(await workbench.page.locator('.notification-list-item', { hasText: question }).count(), 0);
    await workbench.picture('ask-own-license-not-again');
  });

  it('can still be said, by the button of the page', async () => {
    await workbench.webview().getByRole('button', { name: 'Set your license' }).click();
    await workbench.quickInput.choose('proprietary');

    await workbench.webview().locator('#license').getByText('your setting for packages/blog').waitFor();
  });
});
