import assert from 'node:assert/strict';
import { generateMonorepo, writeMonorepo } from '../support/monorepo/generate.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { keepFailures, stepByStep } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

const size = { manifests: 2000, others: 0 };
const files = [...generateMonorepo(size)];

describe('a workspace of 2,000 manifests', () => {
  stepByStep();
  const lifetime = createLifetime();
  let workbench: OpenWorkbench;
  keepFailures(() => workbench);

  before(async () => {
    const workspace = lifetime.folder('large');
    await writeMonorepo(workspace, size);
    workbench = await openWorkbench({ workspace });
  });

  after(async () => {
    await workbench?.close();
    lifetime.end();
  });

  const rows = (label: string | RegExp) => workbench.row('Suggestions', label);

  it('is read with a word on how far it is, while the editor can be used', async () => {
    const file = files.find(({ path }) => /^parts\/.*\/package\.json$/.test(path));
    await workbench.openFile(file?.path ?? '');
    const said = await workbench.page.evaluateHandle(listen);
    await workbench.openContainer();
    await workbench.editor.clickBehind('"scripts"');
    await workbench.page.keyboard.press('Control+Enter');
    await workbench.page.keyboard.type('"typed": "meanwhile",');

    await workbench.editor.line('"typed": "meanwhile"').waitFor();
    await rows(/package\.json/).waitFor();
    await workbench.view('Suggestions').getByText('Reading manifests').waitFor({ state: 'detached' });
    await workbench.picture('large-workspace');
    const words = await said.evaluate(({ heard }) => heard);
    assert.ok(
      words.some(text => /Reading the manifests|Reading manifests: \d+ of \d+/.test(text)),
      words.join('\n'),
    );
  });

  it('stops being read at a click in the title of the view, which says so, and is read again at another', async () => {
    const view = workbench.view('Suggestions');
    const action = (title: string) => view.locator(`.pane-header .action-label[aria-label^="${title}"]`);
    const stopped = view.getByText(/Stopped: some manifests were not read\.|Reading the manifests was stopped\./);
    // A machine may have read all of them before the hand is at the button: then once more.
    for (let attempt = 0; attempt < 10 && !(await stopped.isVisible()); attempt += 1) {
      // The buttons show while the mouse is over the view.
      await view.hover();
      await action('Refresh').click();
      await action('Stop Reading Manifests')
        .click({ timeout: 5_000 })
        .catch(() => undefined);
      await stopped.waitFor({ timeout: 5_000 }).catch(() => undefined);
      await action('Refresh').waitFor({ state: 'attached' });
    }

    await stopped.waitFor();
    await workbench.picture('large-workspace-stopped');
    await view.hover();
    await action('Refresh').click();
    await stopped.waitFor({ state: 'detached' });
    await view.getByText('Reading manifests').waitFor({ state: 'detached' });
    await rows(/package\.json/).waitFor();
    await workbench.moveMouseAway();
  });

  it('shows as many manifests as a person looks through, and how many more there are', async () => {
    const withMoment = files.filter(({ path, text }) => path.endsWith('package.json') && text.includes('"moment"'));
    await workbench.command('Gitee Scout: Filter Suggestions...');
    await workbench.quickInput.type('moment');
    await workbench.quickInput.accept();
    await workbench.view('Suggestions').getByText('filtered by "moment"').waitFor();
    const more = rows(/^\d+ more/);
    // Rows that are drawn afresh take the focus away.
    for (let attempt = 0; attempt < 5 && !(await more.isVisible()); attempt += 1) {
      await workbench.command('Gitee Scout: Focus on Suggestions View');
      await workbench.page.keyboard.press('End');
      await more.waitFor({ timeout: 5000 }).catch(() => undefined);
    }
    await more.waitFor();
    const shown = withMoment.length - Number.parseInt((await more.textContent()) ?? '', 10);

    assert.ok(shown > 0 && shown < withMoment.length, `${shown} of ${withMoment.length}`);
    await workbench.picture('large-workspace-more');
  });
});

interface Shown {
  readonly textContent: string | null;
}
declare const document: { querySelectorAll(selector: string): Iterable<Shown> };
declare function requestAnimationFrame(then: () => void): void;

/** Runs in the browser: keeps what the views say, however short it stands there. */
function listen(): { readonly heard: string[] } {
  const heard: string[] = [];
  const next = () => {
    for (const { textContent } of document.querySelectorAll(
      '.part.sidebar .message, .part.sidebar .welcome-view-content',
    ))
      if (textContent && !heard.includes(textContent)) heard.push(textContent);
    requestAnimationFrame(next);
  };
  next();
  return { heard };
}
