import assert from 'node:assert/strict';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { keepFailures, stepByStep } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

const flow = 'Warm-Flow';
const long = 'FlowLong';

describe('project pages that follow one another', () => {
  stepByStep();
  let gitee: StandIn;
  let workbench: OpenWorkbench;
  keepFailures(() => workbench);
  const header = (name: string) => workbench.webview().locator('#header').getByRole('heading', { name, level: 1 });
  const similar = () => workbench.webview().locator('#similar');
  const html = () => workbench.webview().locator('html');
  /** Waits in the page itself: where it is scrolled to says nobody else. */
  const scrolledTo = (condition: string) =>
    html().evaluate(
      `(async () => { while (!(${condition})) await new Promise(resolve => setTimeout(resolve, 20)); })()`,
    );
  const follow = async (path: string) => {
    await workbench.command('Developer: Open URL');
    await workbench.quickInput.type(`vscode://gitee-scout.gitee-scout/project/${path}`);
    await workbench.quickInput.accept();
  };

  before(async () => {
    gitee = await startGitee({ limit: 5000 });
    workbench = await openWorkbench({ theme: 'light', baseUrl: gitee.apiUrl });
  });

  after(async () => {
    await workbench?.close();
    await gitee?.close();
  });

  it('a link to the extension opens the page of the project that it names', async () => {
    await follow('dromara/warm-flow');
    // VS Code asks before it hands a link to an extension.
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('Do not ask me again for this extension').click();
    await dialog.getByRole('button', { name: 'Open' }).click();

    await workbench.tab(flow).waitFor();
    await header(flow).waitFor();
  });

  it('similar projects are named with the reason, with releases, contributors and the documentation’s languages', async () => {
    await similar().getByRole('button', { name: long, exact: true }).waitFor();
    const page = workbench.webview();

    await similar().getByText('Both are workflow engines.').first().waitFor();
    await page.locator('#releases').getByRole('link').first().waitFor();
    await page
      .locator('#contributors')
      .getByText(/Commits: /)
      .first()
      .waitFor();
    await page.locator('.fact', { hasText: 'Documentation in' }).waitFor();
    await page.locator('#use').scrollIntoViewIfNeeded();
    await workbench.picture('page-similar-light');
  });

  it('a similar project opens in the same tab', async () => {
    await similar().getByRole('button', { name: long, exact: true }).click();

    await header(long).waitFor();
    await workbench.tab(long).waitFor();
    assert.equal(await workbench.tab(flow).count(), 0);
  });

  it('the button in the title goes back to where the reader was', async () => {
    await workbench.titleAction('Back to the Previous Project').click();

    await header(flow).waitFor();
    await scrolledTo('scrollY > 0');
  });

  it('keys go forward and back', async () => {
    await workbench.webview().locator('#header h1').click();
    await workbench.page.keyboard.press('Alt+ArrowRight');
    await header(long).waitFor();

    await workbench.webview().locator('#header h1').click();
    await workbench.page.keyboard.press('Alt+ArrowLeft');
    await header(flow).waitFor();
  });

  it('the buttons at the side of a mouse do, too', async () => {
    const press = (button: number) =>
      workbench.webview().locator('body').dispatchEvent('mouseup', { button, bubbles: true, cancelable: true });
    await press(4);
    await header(long).waitFor();

    await press(3);
    await header(flow).waitFor();
  });

  it('scroll and history are kept while another tab hides the page', async () => {
    await workbench.webview().locator('#readme').getByRole('heading').first().waitFor();
    await html().evaluate('scrollTo(0, 120)');
    // The page keeps it in the frame after the event.
    await html().evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))');
    await workbench.openFile('package.json');
    await workbench.tab(flow).click();

    await header(flow).waitFor();
    await scrolledTo('Math.round(scrollY) === 120');
    await workbench.titleAction('Forward to the Next Project').click();
    await header(long).waitFor();
  });

  it('they are kept when the window is loaded again', async () => {
    await workbench.reloadWindow();

    await workbench.tab(long).waitFor();
    await header(long).waitFor();
    await workbench.titleAction('Back to the Previous Project').click();
    await header(flow).waitFor();
    await scrolledTo('Math.round(scrollY) === 120');
  });

  it('a similar project opens beside, and so there are several pages', async () => {
    await similar()
      .getByRole('button', { name: `Open the page of ${long} beside this one` })
      .click();

    await workbench.tab(long).waitFor();
    await workbench.tab(flow).waitFor();
    await workbench.page.locator('.editor-group-container').nth(1).waitFor();
  });
});
