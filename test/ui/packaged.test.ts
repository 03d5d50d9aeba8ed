import assert from 'node:assert/strict';
import path from 'node:path';
import { packExtension, stage } from '../support/packaging/pack.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { keepFailures } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

describe('the packaged extension in a clean VS Code', () => {
  const lifetime = createLifetime();
  let workbench: OpenWorkbench;
  keepFailures(() => workbench);

  before(async () => {
    const staged = lifetime.folder();
    const vsix = path.join(lifetime.folder(), 'gitee-scout.vsix');
    await stage(staged);
    await packExtension(staged, vsix);
    workbench = await openWorkbench({ vsix });
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
});
