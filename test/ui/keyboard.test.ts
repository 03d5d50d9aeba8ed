import assert from 'node:assert/strict';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { keepFailures, stepByStep } from '../support/workbench/keep-failures.ts';
import { createKeyboard, type Keyboard } from '../support/workbench/keyboard.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

describe('with the keyboard alone, in a light theme with high contrast', () => {
  stepByStep();
  let gitee: StandIn;
  let workbench: OpenWorkbench;
  let keyboard: Keyboard;
  keepFailures(() => workbench);

  before(async () => {
    gitee = await startGitee();
    workbench = await openWorkbench({ theme: 'high contrast light', baseUrl: gitee.apiUrl });
    keyboard = createKeyboard(workbench);
  });

  after(async () => {
    await workbench?.close();
    await gitee?.close();
  });

  const header = () => workbench.webview().locator('#header').getByRole('heading', { level: 1 });

  it('the hover shows at the cursor, and its links can be reached', async () => {
    await workbench.openFile('package.json');
    await workbench.editor.annotationBehind('"moment"');
    await keyboard.press('Control+F');
    await workbench.page.keyboard.type('"moment');
    await keyboard.press('Enter', 'Escape', 'ArrowLeft', 'ArrowRight', 'ArrowRight');
    const hover = workbench.page.locator('.monaco-hover-content', { hasText: 'Open page' }).first();
    for (let attempt = 0; attempt < 5 && !(await hover.isVisible()); attempt += 1) {
      await keyboard.press('Control+K', 'Control+I');
      await hover.waitFor({ timeout: 6000 }).catch(() => undefined);
    }
    await workbench.picture('keyboard-hover');

    await keyboard.press('Control+K', 'Control+I');
    await keyboard.pressUntilFocused('Tab', /^Open page$/);
    await keyboard.press('Enter');

    await header().getByText('Day.js').waitFor();
  });

  it('a project is saved from its page', async () => {
    await workbench.webview().getByText('The familiar chained API of Moment.js').waitFor();
    await keyboard.run('View: Focus Active Editor Group');
    await keyboard.pressUntilFocused('Tab', /Save as finding/);
    await workbench.picture('keyboard-page');
    await keyboard.press('Enter');
    await workbench.webview().getByRole('button', { name: 'Save', exact: true }).waitFor();
    await keyboard.pressUntilFocused('Tab', /^Save$/);
    await keyboard.press('Enter');

    await workbench
      .webview()
      .getByRole('button', { name: /^Saved/ })
      .waitFor();
    await keyboard.run('View: Close All Editors');
  });

  it('the light bulb opens the comparison', async () => {
    await workbench.openFile('package.json');
    await workbench.editor.annotationBehind('"moment"');
    const entry = workbench.page.locator('.action-widget .monaco-list-row', { hasText: 'Compare moment' }).first();
    for (let attempt = 0; attempt < 5 && !(await entry.isVisible()); attempt += 1) {
      await keyboard.press('Escape', 'Control+.');
      await entry.waitFor({ timeout: 6000 }).catch(() => undefined);
    }
    await keyboard.pressUntilChosen('ArrowDown', /Compare moment/);
    await workbench.picture('keyboard-light-bulb');
    await keyboard.press('Enter');

    await workbench
      .webview()
      .getByRole('rowheader', { name: /Covers/ })
      .waitFor();
    await keyboard.run('View: Close All Editors');
  });

  it('the tree is opened row by row', async () => {
    await keyboard.run('Gitee Scout: Focus on Suggestions View');
    await workbench.row('Suggestions', /^package\.json/).waitFor();
    await keyboard.pressUntilChosen('ArrowDown', /^package\.json/);
    await keyboard.press('ArrowRight');
    await workbench.row('Suggestions', /^moment/).waitFor();
    await keyboard.pressUntilChosen('ArrowDown', /^moment/);
    await keyboard.press('ArrowRight');
    await workbench.row('Suggestions', /^Day\.js/).waitFor();
    await keyboard.pressUntilChosen('ArrowDown', /^Day\.js/);
    await workbench.picture('keyboard-tree');
    await keyboard.press('Enter');

    await header().getByText('Day.js').waitFor();
  });

  it('the search is filtered, and a hit opened', async () => {
    await keyboard.run('Gitee Scout: Search Gitee');
    await workbench.quickInput.title.getByText('Search Gitee').waitFor();
    await workbench.page.keyboard.type('workflow engine');
    await workbench.quickInput.row(/snakerflow/i).waitFor();
    await workbench.quickInput.idle();
    // The buttons of a title bar are one stop; arrows go through them.
    await keyboard.pressUntilFocused('Shift+Tab', /^Filter by/);
    await keyboard.pressUntilFocused('ArrowRight', /^Filter by stars/);
    await keyboard.press('Enter');
    await workbench.quickInput.row('At least 10 stars').waitFor();
    await keyboard.press('Tab');
    await keyboard.pressUntilChosen('ArrowDown', /At least 10 stars/);
    await keyboard.press('Enter');
    await workbench.quickInput.title.getByText('at least 10 stars').waitFor();
    await workbench.picture('keyboard-search');

    await keyboard.pressUntilChosen('ArrowDown', /Warm-?Flow/i);
    await keyboard.press('Enter');
    await header().getByText('Warm-Flow').waitFor();
    assert.equal(await workbench.quickInput.box.isVisible(), false);
  });
});
