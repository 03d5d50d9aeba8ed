import assert from 'node:assert/strict';
import { generateMonorepo, writeMonorepo } from '../support/monorepo/generate.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { keepFailures } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

const size = { manifests: 2000, others: 0 };
const files = [...generateMonorepo(size)];

describe('a workspace of 2,000 manifests', () => {
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
