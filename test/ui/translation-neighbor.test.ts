import assert from 'node:assert/strict';
import path from 'node:path';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { root } from '../support/vscode/folders.ts';
import { keepFailures, stepByStep } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

describe('an engine that another extension brings, on a page', () => {
  stepByStep();
  let gitee: StandIn;
  let workbench: OpenWorkbench;
  keepFailures(() => workbench);

  before(async () => {
    gitee = await startGitee();
    workbench = await openWorkbench({
      baseUrl: gitee.apiUrl,
      neighbors: [path.join(root, 'test/support/neighbor-extension')],
    });
  });

  after(async () => {
    await workbench?.close();
    await gitee?.close();
  });

  const page = () => workbench.webview();

  it('is offered with the place where the text would go, before its extension has started', async () => {
    await workbench.command('Gitee Scout: Search Gitee');
    await workbench.quickInput.type('snakerflow');
    await workbench.quickInput.row(/snakerflow/i).waitFor();
    await workbench.quickInput.idle();
    await workbench.quickInput.row(/snakerflow/i).click();

    const offer = (name: string) => page().locator('.engine', { hasText: name });
    await offer('Translate with Neighbor Translator').getByText('stays on this device').waitFor();
    await offer('Translate with Other Place').getByText('sent to announced.example').waitFor();
    await workbench.command('View: Close Editors in Other Groups');
    await workbench.screenshot('neighbor-offer');
  });

  it('is not used when it would send the text elsewhere than announced', async () => {
    await page().getByRole('button', { name: 'Translate with Other Place' }).click();

    await page()
      .getByRole('alert')
      .getByText(/elsewhere\.example.*announced\.example.*Nothing was sent/)
      .waitFor();
    await workbench.picture('neighbor-refused');
  });

  it('translates, is named on the page, and what is broken in its answers does no harm', async () => {
    await page().getByRole('button', { name: 'Translate with Neighbor Translator' }).click();

    await page().getByText('Machine translation').waitFor();
    await page()
      .getByText(/by Neighbor Translator, /)
      .waitFor();
    await page()
      .locator('#readme')
      .getByText(/words \d+/)
      .first()
      .waitFor();
    const text = (await page().locator('#readme').innerText()) ?? '';
    assert.ok(!text.includes('beyond the end'));
    await workbench.screenshot('neighbor-translated');
  });

  it('is still named after a reload of the window, with its words out of memory', async () => {
    await workbench.reloadWindow();

    await page()
      .getByText(/by Neighbor Translator, /)
      .waitFor({ timeout: 60_000 });
    await page()
      .locator('#readme')
      .getByText(/words \d+/)
      .first()
      .waitFor();
  });
});
