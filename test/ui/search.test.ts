import assert from 'node:assert/strict';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { keepFailures } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

describe('searching from the command palette', () => {
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

  it('finds workflow engines by an English word, and says that it asked in Chinese', async () => {
    await workbench.command('Gitee Scout: Search Gitee');
    await workbench.quickInput.title.getByText('Search Gitee').waitFor();
    await workbench.quickInput.type('workflow engine');

    await workbench.quickInput.row(/Warm-?Flow/i).waitFor();
    await workbench.quickInput.title.getByText('工作流').waitFor();
    // Not in the catalog: this one comes from the stand-in.
    await workbench.quickInput.row(/snakerflow/i).waitFor();
    await workbench.quickInput.idle();
    await workbench.screenshot('search-light');
  });

  it('names the sources, also those that did not answer', async () => {
    for (const source of ['Catalog', 'Gitee']) await workbench.quickInput.row(new RegExp(source)).waitFor();
    // Who is not signed in gets no answer of the API's own search.
    await workbench.quickInput.row(/sign in to ask it|found nothing|was not asked/).waitFor();
  });

  it('searches only for what is typed when told to, and remembers it', async () => {
    const switchOff = workbench.page.getByRole('button', { name: /Search only for what is typed/ });
    await switchOff.click();
    await workbench.quickInput.title.getByText('only for what is typed').waitFor();
    await workbench.quickInput.idle();
    const chinese = encodeURIComponent('工作流引擎');
    const before = gitee.requests.length;
    await workbench.quickInput.type('workflow engines');
    await workbench.quickInput.idle();
    await workbench.picture('search-literal');
    for (let turn = 0; turn < 100 && gitee.requests.length === before; turn += 1)
      await workbench.page.waitForTimeout(50);
    assert.ok(gitee.requests.length > before);
    assert.ok(gitee.requests.slice(before).every(({ url }) => !url.includes(chinese)));

    await workbench.page.getByRole('button', { name: /Search with Chinese terms as well/ }).click();
    await workbench.quickInput.type('workflow engine');
    await workbench.quickInput.title.getByText('工作流').waitFor();
    await workbench.quickInput.idle();
  });

  it('opens the page of what is chosen with the keyboard', async () => {
    await workbench.quickInput.accept();

    const name = workbench.webview().getByRole('heading', { level: 1 }).first();
    await name.waitFor();
    assert.notEqual((await name.textContent()) ?? '', '');
  });

  it('keeps the search for next time', async () => {
    await workbench.command('Gitee Scout: Search Gitee');

    await workbench.quickInput.row('workflow engine').waitFor();
    await workbench.quickInput.cancel();
  });

  it('filters by buttons and keeps the hits in the Search view', async () => {
    await workbench.command('Gitee Scout: Search Gitee');
    await workbench.quickInput.type('workflow engine');
    await workbench.quickInput.row(/Warm-?Flow/i).waitFor();
    await workbench.quickInput.row(/snakerflow/i).waitFor();
    await workbench.quickInput.idle();

    await workbench.page.locator('.quick-input-titlebar [aria-label="Filter by stars"]').click();
    await workbench.quickInput.row('At least 10 stars').click();
    await workbench.quickInput.title.getByText('at least 10 stars').waitFor();
    await workbench.picture('search-filtered');
    await workbench.page.locator('.quick-input-titlebar [aria-label="Filter by stars"]').click();
    await workbench.quickInput.row('All').click();
    await workbench.page.locator('.quick-input-titlebar [aria-label="Show the hits in the Search view"]').click();

    await workbench.row('Search', /Warm-?Flow/i).waitFor();
    await workbench.row('Search', 'Catalog').waitFor();
    await workbench.picture('search-view');
  });
});
