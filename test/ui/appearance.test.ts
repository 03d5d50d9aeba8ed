import assert from 'node:assert/strict';
import { keepFailures } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

const highContrast = { 'workbench.colorTheme': 'Default High Contrast' };

describe('how suggestions show', () => {
  let workbench: OpenWorkbench;
  keepFailures(() => workbench);

  before(async () => {
    workbench = await openWorkbench({ theme: 'high contrast' });
  });

  after(() => workbench?.close());

  it('follows the setting while the file is open: notes, CodeLens, nothing', async () => {
    await workbench.openFile('package.json');
    await workbench.editor.annotationBehind('"moment"');
    await workbench.screenshot('manifest-high-contrast');

    await workbench.settings({ ...highContrast, 'giteeScout.annotations': 'codeLens' });
    await workbench.editor.codeLenses().filter({ hasText: 'Day.js' }).first().waitFor();
    assert.deepEqual(await workbench.editor.annotations(), []);

    await workbench.settings({ ...highContrast, 'giteeScout.annotations': 'off' });
    await workbench.editor.codeLenses().filter({ hasText: 'Day.js' }).first().waitFor({ state: 'detached' });
    assert.deepEqual(await workbench.editor.annotations(), []);
  });

  it('comes and goes with the eye in the title bar', async () => {
    await workbench.settings(highContrast);
    await workbench.editor.annotationBehind('"moment"');

    await workbench.titleAction('Hide Suggestions in This File').click();
    await workbench.editor.noAnnotations();

    await workbench.titleAction('Show Suggestions in This File').click();
    await workbench.editor.annotationBehind('"moment"');
  });

  it('follows what is typed, and stays calm while a line is half typed', async () => {
    await workbench.editor.clickBehind('"react-dom"');
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.type('"moment-timezone": ');

    await workbench.editor.annotationBehind('"moment"');
    await workbench.page.keyboard.press('Control+Z');
  });
});
