import assert from 'node:assert/strict';
import { keepFailures } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

describe('without any network', () => {
  let workbench: OpenWorkbench;
  keepFailures(() => workbench);

  before(async () => {
    workbench = await openWorkbench();
  });

  after(() => workbench?.close());

  it('suggestions are there as ever', async () => {
    await workbench.openFile('package.json');

    assert.match(await workbench.editor.annotationBehind('"moment"'), /Day\.js/);
  });

  it('the page shows what the catalog knows, says what is missing and offers to try again', async () => {
    const hover = await workbench.editor.hover('moment', 'Open page');
    await hover.getByText('Open page', { exact: true }).first().click();

    const page = workbench.webview();
    await page.getByRole('heading', { level: 1, name: 'Day.js' }).waitFor();
    await page.getByText(/Missing here: .*releases/).waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await workbench.moveMouseAway();
    await workbench.screenshot('offline-light');
  });

  it('the search shows what the catalog has, and who did not answer', async () => {
    await workbench.command('Gitee Scout: Search Gitee');
    await workbench.quickInput.type('workflow engine');

    await workbench.quickInput.row(/Warm-?Flow/i).waitFor();
    await workbench.quickInput.row(/could not be reached|did not answer/).waitFor();
    await workbench.quickInput.idle();
    await workbench.screenshot('search-offline-light');
    await workbench.quickInput.cancel();
  });
});
