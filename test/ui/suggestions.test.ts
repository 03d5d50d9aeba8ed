import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startGitee } from '../support/gitee/server.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { keepFailures, stepByStep } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench, type WorkbenchOptions } from '../support/workbench/open-workbench.ts';

describe('the Suggestions view', () => {
  stepByStep();
  let workbench: OpenWorkbench;
  keepFailures(() => workbench);

  before(async () => {
    workbench = await openWorkbench();
    await workbench.openContainer();
    await workbench.row('Suggestions', /^package\.json/).waitFor();
  });

  after(() => workbench?.close());

  /** Clicks a button in the title of the view, which shows while the mouse is over it. */
  const click = async (title: string) => {
    const view = workbench.view('Suggestions');
    await view.locator('.pane-header').hover();
    await view.locator(`.pane-header .action-label[aria-label^="${title}"]`).click();
  };

  /** Shows what is suggested for a dependency: a click on it goes to the manifest. */
  const open = async (dependency: string, suggestion: string) => {
    const shown = workbench.row('Suggestions', suggestion);
    for (let attempt = 0; attempt < 5 && !(await shown.isVisible()); attempt += 1) {
      await workbench.row('Suggestions', dependency).click();
      await workbench.page.keyboard.press('ArrowRight');
      await shown.waitFor({ timeout: 6000 }).catch(() => undefined);
    }
    await shown.waitFor();
  };

  it('is grouped by project and by what things are for, and sorted', async () => {
    await click('Group and Sort');
    await workbench.quickInput.choose('By Project');
    await workbench.row('Suggestions', /^Day\.js/).waitFor();
    await workbench.picture('suggestions-by-project');

    await click('Group and Sort');
    await workbench.quickInput.choose('By What It Is For');
    await workbench.row('Suggestions', /date and time/i).waitFor();

    await click('Group and Sort');
    await workbench.quickInput.choose('By Manifest');
    await workbench.row('Suggestions', /^package\.json/).waitFor();
  });

  it('shows what the filter leaves while it is typed, and says so', async () => {
    await click('Filter');
    await workbench.quickInput.type('moment');
    await workbench.row('Suggestions', 'services/orders').waitFor({ state: 'detached' });
    await workbench.quickInput.accept();
    await workbench.view('Suggestions').getByText('filtered by "moment"').waitFor();
    await workbench.picture('suggestions-filtered');

    await click('Clear');
    await workbench.row('Suggestions', 'services/orders').waitFor();
  });

  it('offers on a row what can be done with it', async () => {
    await workbench.row('Suggestions', /^package\.json/).click();
    await open('moment', 'Day.js');
    await workbench.row('Suggestions', 'Day.js').click({ button: 'right' });

    const menu = workbench.page.locator('.context-view .monaco-menu');
    await menu.getByText('Save as Finding').waitFor();
    await workbench.picture('suggestions-menu');
    await menu.getByText('Save as Finding').click();
    await workbench.row('Findings', 'Day.js').waitFor();
  });

  it('has suggestions that become findings when they are dragged there', async () => {
    await open('axios', 'alova');
    const finding = workbench.row('Findings', 'alova');
    for (let attempt = 0; attempt < 5 && !(await finding.isVisible()); attempt += 1) {
      await workbench.row('Suggestions', 'alova').dragTo(workbench.row('Findings', 'Day.js'));
      await finding.waitFor({ timeout: 6000 }).catch(() => undefined);
    }

    await finding.waitFor();
    await workbench.picture('suggestions-dragged');
    assert.equal(await workbench.view('Findings').locator('.monaco-list-row', { hasText: 'alova' }).count(), 1);
  });
});

describe('where there is nothing to suggest', () => {
  const lifetime = createLifetime();
  let workbench: OpenWorkbench | undefined;
  keepFailures(() => workbench);

  afterEach(() => workbench?.close());
  after(() => lifetime.end());

  const open = async (name: string, options: Pick<WorkbenchOptions, 'baseUrl' | 'restricted'> = {}) => {
    const workspace = lifetime.folder(name);
    await mkdir(workspace, { recursive: true });
    await writeFile(path.join(workspace, 'notes.txt'), 'nothing');
    const opened = await openWorkbench({ ...options, workspace });
    workbench = opened;
    await opened.openContainer();
    return opened;
  };

  it('the view says that no manifest was found, what to do, and that Gitee is out of reach once that is known', async () => {
    const opened = await open('empty');

    await opened
      .welcome('Suggestions')
      .getByText(/No .*manifest/)
      .first()
      .waitFor();
    await opened.picture('suggestions-no-manifest');

    // Nobody answers at the address that this window has for Gitee.
    await opened.command('Gitee Scout: Search Gitee');
    await opened.quickInput.type('warm-flow');
    await opened.quickInput.row(/Warm-?Flow/i).waitFor();
    await opened.quickInput.accept();
    await opened.webview().getByRole('button', { name: 'Try again' }).waitFor();
    await opened
      .welcome('Suggestions')
      .getByText(/Gitee cannot be reached\. Suggestions come from the catalog/)
      .waitFor();
    await opened.picture('suggestions-no-manifest-offline');
  });

  it('the view says that the hourly limit is used up, and how to raise it', async () => {
    const gitee = await startGitee();
    try {
      const opened = await open('limited', { baseUrl: gitee.apiUrl });
      gitee.fault(/./, { kind: 'limit' });

      await opened.command('Gitee Scout: Search Gitee');
      await opened.quickInput.type('warm-flow');
      await opened.quickInput.row(/Warm-?Flow/i).waitFor();
      await opened.quickInput.accept();

      const welcome = opened.welcome('Suggestions');
      await welcome.getByText(/hourly limit is used up\. Pages show what was fetched before/).waitFor();
      await welcome.getByRole('button', { name: 'Sign In for a Higher Limit' }).waitFor();
      await opened.picture('suggestions-no-manifest-limited');
    } finally {
      await gitee.close();
    }
  });

  it('the view of a folder that nobody trusts says what is not used there, and where trust is given', async () => {
    const opened = await open('untrusted', { restricted: true });

    const welcome = opened.welcome('Suggestions');
    await welcome.getByText(/This workspace is in Restricted Mode\. Suggestions, pages and findings work/).waitFor();
    await opened.picture('suggestions-no-manifest-untrusted');
    await welcome.getByRole('button', { name: 'Manage Workspace Trust' }).click();
    await opened.page.getByText('You are in Restricted Mode').first().waitFor();
  });
});
