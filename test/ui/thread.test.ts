import assert from 'node:assert/strict';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { keepFailures, stepByStep } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench, type Theme } from '../support/workbench/open-workbench.ts';

const themes: readonly Theme[] = ['light', 'dark'];

for (const theme of themes) {
  describe(`from an open package.json to a finding, in a ${theme} theme`, () => {
    stepByStep();
    let gitee: StandIn;
    let workbench: OpenWorkbench;
    keepFailures(() => workbench);

    before(async () => {
      gitee = await startGitee();
      workbench = await openWorkbench({ theme, baseUrl: gitee.apiUrl });
    });

    after(async () => {
      await workbench?.close();
      await gitee?.close();
    });

    it('a note stands behind moment, and none behind typescript', async () => {
      await workbench.openFile('package.json');

      const note = await workbench.editor.annotationBehind('"moment"');

      assert.match(note, /^→ Day\.js/);
      const noted = await workbench.editor.annotations();
      assert.ok(!noted.some(({ line }) => line.includes('"typescript"')));
    });

    it('the suggestions view names the manifests of the workspace', async () => {
      await workbench.openContainer();

      await workbench.row('Suggestions', 'admin').waitFor();
      await workbench.row('Suggestions', 'services/orders').waitFor();
      await workbench.row('Suggestions', /^package\.json/).click();
      await workbench.row('Suggestions', 'moment').waitFor();
      await workbench.screenshot(`manifest-${theme}`);
    });

    it('the hover says why', async () => {
      const hover = await workbench.editor.hover('moment', 'Open page');

      const text = (await hover.textContent()) ?? '';
      assert.match(text, /Day\.js/);
      assert.match(text, /Both are date-time libraries/);
      assert.match(text, /MIT/);
      await workbench.screenshot(`hover-${theme}`);
    });

    it('nothing was asked of Gitee so far', () => {
      assert.deepEqual(
        gitee.requests.map(({ path }) => path),
        [],
      );
    });

    it('the page of Day.js opens from the hover', async () => {
      const hover = await workbench.editor.hover('moment', 'Open page');
      await hover.getByText('Open page', { exact: true }).first().click();

      await workbench.tab('Day.js').waitFor();
      // The README has a title of the same name.
      await workbench.webview().locator('#header').getByRole('heading', { name: 'Day.js' }).waitFor();
      await workbench.moveMouseAway();
    });

    it('the README is the English one of the project', async () => {
      const readme = workbench.webview();

      await readme.getByText('Project’s own English README').waitFor();
      await readme.getByText('The familiar chained API of Moment.js').waitFor();
    });

    it('the license verdict speaks of this workspace', async () => {
      await workbench.webview().getByText(/^Fits/).first().waitFor();

      await workbench
        .webview()
        .getByText(/Keep the copyright notice/)
        .first()
        .waitFor();
      await workbench.command('View: Close Editors in Other Groups');
      await workbench.screenshot(`page-${theme}`);
    });

    it('the project is saved with a status and a note', async () => {
      const page = workbench.webview();
      await page.getByRole('button', { name: 'Save as finding' }).click();
      await page.getByLabel('Status').selectOption('evaluating');
      await page.getByLabel('Note').fill('Try it in the checkout first');
      await page.getByRole('button', { name: 'Save', exact: true }).click();

      await page.getByRole('button', { name: /^Saved/ }).waitFor();
      await workbench.openContainer();
      await workbench.row('Findings', 'Day.js').waitFor();
      await workbench.screenshot(`finding-${theme}`);
    });

    it('after the window was reloaded the finding is still there', async () => {
      await workbench.reload();
      await workbench.openContainer();

      const finding = workbench.row('Findings', 'Day.js');
      await finding.waitFor();

      assert.match((await finding.textContent()) ?? '', /Try it in the checkout first/);
    });

    it('what was fetched is not asked for again', async () => {
      const before = gitee.requests.length;
      await workbench.command('View: Close All Editors');
      await workbench.row('Findings', 'Day.js').click();

      await workbench.webview().getByText('The familiar chained API of Moment.js').waitFor();

      assert.equal(gitee.requests.length, before);
    });
  });
}
