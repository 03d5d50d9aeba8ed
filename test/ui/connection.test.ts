import assert from 'node:assert/strict';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { keepFailures } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

describe('the connection to Gitee', () => {
  let gitee: StandIn;
  let workbench: OpenWorkbench;
  keepFailures(() => workbench);

  before(async () => {
    gitee = await startGitee();
    workbench = await openWorkbench({ baseUrl: gitee.apiUrl });
  });

  after(async () => {
    await workbench?.close();
    await gitee?.close();
  });

  // Also what a failed test left behind.
  afterEach(() => gitee.reset());

  /** What the button copies. */
  async function copiedReport(message: RegExp): Promise<string> {
    const shown = await workbench.notification(message);
    await workbench.page.evaluate("navigator.clipboard.writeText('')");
    await shown.getByRole('button', { name: 'Copy Report' }).click();
    for (;;) {
      const text = String(await workbench.page.evaluate('navigator.clipboard.readText()'));
      if (text !== '') return text;
      await workbench.page.waitForTimeout(50);
    }
  }

  it('is tested step by step, with a report to copy', async () => {
    await workbench.command('Gitee Scout: Test Connection');
    await workbench.notification(/The connection to Gitee works/);
    await workbench.picture('test-connection');

    const report = await copiedReport(/The connection to Gitee works/);

    assert.match(report, /^Gitee Scout \d+\.\d+\.\d+, VS Code \d/);
    for (const step of ['Base URL', 'Proxy', 'DNS', 'Connection', 'Encryption', 'API', 'Token', 'Requests'])
      assert.match(report, new RegExp(`^\\[(ok|-)\\] ${step}: `, 'm'), step);
    assert.match(report, /\d+ of 60 requests left, full again at \d\d:\d\d/);
  });

  it('is said to fail with the reason, and what can be done', async () => {
    gitee.fault(/./, { kind: 'web-page' });
    await workbench.command('Gitee Scout: Test Connection');

    const report = await copiedReport(/Gitee cannot be used: .*web page/);

    assert.match(report, /^\[FAILED\] API: .*web page instead of data/m);
  });

  it('says in the status bar how many requests are left once they run short', async () => {
    await workbench.command('Notifications: Clear All Notifications');
    await workbench.openFile('package.json');
    const shown = workbench.statusBarItem(/\d+\/60/);
    assert.equal(await shown.count(), 0);
    for (let index = 0; index < 50; index += 1) await fetch(`${gitee.apiUrl}/licenses`);

    const hover = await workbench.editor.hover('moment', 'Open page');
    await hover.getByText('Open page', { exact: true }).first().click();
    await workbench.webview().getByRole('heading', { level: 1, name: 'Day.js' }).first().waitFor();
    await showManifest();
    await shown.waitFor();

    assert.match(String(await shown.getAttribute('aria-label')), /Gitee: \d of 60 requests left, full again at/);
    await workbench.picture('requests-left');
  });

  it('shows what the catalog knows when the limit is reached, and how to raise it', async () => {
    gitee.fault(/./, { kind: 'limit' });
    await workbench.command('Gitee Scout: Search Gitee');
    await workbench.quickInput.title.getByText('Search Gitee').waitFor();
    await workbench.quickInput.type('warm-flow');
    await workbench.quickInput.row(/Warm-?Flow/i).waitFor();
    await workbench.quickInput.title.getByText('Gitee did not answer').waitFor();
    await workbench.picture('search-limited');
    await workbench.quickInput.accept();

    const page = workbench.webview();
    await page.getByText(/Signing in to Gitee raises the limit/).waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await workbench.moveMouseAway();
    await workbench.picture('page-limited');
    await showManifest();
    await workbench.page.locator('.part.statusbar [aria-label*="hourly limit is used up"]').first().waitFor();
  });

  /** Pages open beside it. */
  async function showManifest(): Promise<void> {
    await workbench.moveMouseAway();
    await workbench.command('View: Focus First Editor Group');
  }
});
