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
    await workbench.quickInput.type('workflow engine');

    await workbench.quickInput.row(/Warm-?Flow/i).waitFor();
    await workbench.quickInput.title.getByText('工作流').waitFor();
    // Not in the catalog: this one comes from the stand-in.
    await workbench.quickInput.row(/snakerflow/i).waitFor();
    await workbench.quickInput.idle();
    await workbench.screenshot('search-light');
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
});
