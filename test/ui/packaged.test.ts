import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packExtension, stage } from '../support/packaging/pack.ts';
import { copySample } from '../support/vscode/folders.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { keepFailures } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

const forest = `---
version: 2
project: forest
status: candidate
name: Forest
homes:
  - gitee:dromara/forest
saved: 2026-01-01T00:00:00.000Z
license: MIT
---

Ours.
`;

describe('the packaged extension in a clean VS Code', () => {
  const lifetime = createLifetime();
  let workbench: OpenWorkbench;
  let finding: string;
  keepFailures(() => workbench);

  before(async () => {
    const staged = lifetime.folder();
    const vsix = path.join(lifetime.folder(), 'gitee-scout.vsix');
    const workspace = await copySample(lifetime.folder('storefront'));
    finding = path.join(workspace, '.gitee-scout/findings/forest.md');
    await mkdir(path.dirname(finding), { recursive: true });
    await writeFile(finding, forest);
    await stage(staged);
    await packExtension(staged, vsix);
    workbench = await openWorkbench({ vsix, workspace, toasts: true });
  });

  after(async () => {
    await workbench?.close();
    lifetime.end();
  });

  it('annotates a manifest', async () => {
    await workbench.openFile('package.json');

    assert.match(await workbench.editor.annotationBehind('"moment"'), /Day\.js/);
  });

  it('opens a project’s page, styles and scripts included', async () => {
    const hover = await workbench.editor.hover('moment', 'Open page');
    await hover.getByText('Open page', { exact: true }).first().click();

    await workbench.webview().getByRole('button', { name: 'Save as finding' }).waitFor();
  });

  const removed = () =>
    workbench.page.locator('.notifications-toasts .notification-list-item', {
      hasText: 'Forest is no longer among the findings.',
    });
  const remove = async () => {
    await workbench.openContainer();
    await workbench.row('Findings', 'Forest').waitFor();
    await workbench.chooseFromMenu('Findings', 'Forest', 'Remove Finding');
    await removed().waitFor();
    assert.ok(!existsSync(finding));
  };

  it('offers to undo a removal in the message that appears', async () => {
    await remove();
    await workbench.picture('findings-removed');

    await removed().getByText('Undo', { exact: true }).click();

    await workbench.row('Findings', 'Forest').waitFor();
    assert.equal(await readFile(finding, 'utf8'), forest);
    await removed().waitFor({ state: 'detached' });
  });

  it('takes that message away when the removal is undone otherwise: its button would have nothing to undo', async () => {
    await remove();

    await workbench.command('Gitee Scout: Undo Last Change of Findings');

    await workbench.row('Findings', 'Forest').waitFor();
    assert.equal(await readFile(finding, 'utf8'), forest);
    assert.equal(await removed().isVisible(), false);
    await workbench.picture('findings-removal-undone');
  });
});
