import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { compareMoment } from '../support/workbench/compare-moment.ts';
import { keepFailures, stepByStep } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

describe('what can be done about a dependency where it stands', () => {
  stepByStep();
  let gitee: StandIn;
  let workbench: OpenWorkbench;
  keepFailures(() => workbench);

  before(async () => {
    gitee = await startGitee();
    workbench = await openWorkbench({ baseUrl: gitee.apiUrl });
    await workbench.openFile('package.json');
    await workbench.editor.annotationBehind('"moment"');
  });

  after(async () => {
    await workbench?.close();
    await gitee?.close();
  });

  /** Opens the light bulb's menu at moment and chooses in it. */
  const choose = async (title: string) => {
    const { page, editor } = workbench;
    const entry = page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    // Another click soon after the first would be a double click; the key may come while the last menu still closes.
    await editor.clickBehind('"lodash');
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await editor.clickBehind('"moment');
      await page.keyboard.press('Control+.');
      const shown = await entry.waitFor({ timeout: 6000 }).then(
        () => true,
        () => false,
      );
      if (shown) break;
      await editor.clickBehind('"lodash');
    }
    await entry.waitFor();
    return entry;
  };

  it('the light bulb compares, saves, replaces, adds and ignores', async () => {
    await choose('Compare moment');

    const texts = await workbench.page.locator('.action-widget .monaco-list-row').allTextContents();
    for (const words of [
      'Open the page of Day.js',
      'Save Day.js',
      'Replace moment by Day.js',
      'Add Day.js',
      'Ignore moment',
    ]) {
      assert.ok(
        texts.some(text => text.includes(words)),
        `${words} in ${texts.join(', ')}`,
      );
    }
    await workbench.picture('light-bulb');
    await workbench.page.keyboard.press('Escape');
  });

  it('compares side by side, each fact with its source', async () => {
    await (await choose('Compare moment')).click();

    const page = workbench.webview();
    await page.getByRole('columnheader', { name: /Day\.js/ }).waitFor();
    await page.getByRole('rowheader', { name: /Covers/ }).waitFor();
    await page.getByRole('rowheader', { name: /Stars/ }).waitFor();
    assert.match(
      (await page
        .getByTitle(/Source: Catalog/)
        .first()
        .getAttribute('title')) ?? '',
      /read on/,
    );
    await workbench.picture('comparison-light');
  });

  it('exports the comparison as Markdown', async () => {
    await workbench.webview().getByRole('link', { name: 'Export as Markdown' }).click();

    await workbench.editor.line('| Fact |').waitFor();
    await workbench.picture('comparison-markdown');
    await workbench.tab('package.json').click();
    await workbench.editor.annotationBehind('"moment"');
  });

  it('adds the suggested package after showing the difference', async () => {
    await (await choose('Add Day.js')).click();
    // npm is offline in these tests, so the person is asked.
    await workbench.quickInput.type('1.11.13');
    await workbench.quickInput.accept();

    // VS Code's preview of a change: nothing is applied that is not ticked.
    await workbench.page.locator('.bulk-edit-panel .edit-checkbox').first().click();
    await workbench.picture('preview');
    await workbench.page.getByRole('button', { name: 'Apply' }).click();
    await workbench.editor.line('"dayjs": "^1.11.13"').waitFor();
    await workbench.picture('added');
    // VS Code saves what it changed by itself, a little later.
    let dependencies: Readonly<Record<string, string>> = {};
    for (let attempt = 0; attempt < 50 && !dependencies.dayjs; attempt += 1) {
      await workbench.page.waitForTimeout(200);
      const text = await readFile(path.join(workbench.workspace, 'package.json'), 'utf8');
      dependencies = JSON.parse(text === '' ? '{}' : text).dependencies ?? {};
    }
    assert.equal(dependencies.dayjs, '^1.11.13');
    assert.ok(dependencies.moment);
  });

  it('takes the addition back like any other edit', async () => {
    await workbench.editor.clickBehind('"lodash');
    await workbench.page.keyboard.press('Control+Z');

    await workbench.editor.line('"dayjs"').waitFor({ state: 'detached' });
  });

  it('replaces a dependency after showing the difference, and says what changing over means', async () => {
    await (await choose('Replace moment by Day.js')).click();
    await workbench.quickInput.type('1.11.13');
    await workbench.quickInput.accept();

    await workbench.page.locator('.bulk-edit-panel .edit-checkbox').first().click();
    await workbench.picture('replace-preview');
    await workbench.page.getByRole('button', { name: 'Apply' }).click();
    await workbench.editor.line('"dayjs": "^1.11.13"').waitFor();
    await (await workbench.notification('Changing over')).getByText('Read More').waitFor();
    await workbench.picture('replaced');
    await workbench.page.keyboard.press('Escape');
    await workbench.editor.clickBehind('"lodash');
    await workbench.page.keyboard.press('Control+Z');
    await workbench.editor.annotationBehind('"moment"');
  });

  it('ignores a package for everybody, by a file of the repository', async () => {
    await (await choose('for everybody')).click();

    await workbench.editor.noAnnotationBehind('"moment"');
    const text = await readFile(path.join(workbench.workspace, '.gitee-scout/ignore'), 'utf8');
    assert.match(text, /^pkg:npm\/moment$/m);
    await (await workbench.notification('Nothing is suggested')).getByText('Undo').click();
    await workbench.editor.annotationBehind('"moment"');
  });
});

describe('the comparison in a dark and in a high contrast theme', () => {
  let current: OpenWorkbench | undefined;
  keepFailures(() => current);
  afterEach(() => current?.close());

  for (const theme of ['dark', 'high contrast'] as const) {
    it(`is drawn in ${theme}`, async () => {
      const workbench = await openWorkbench({ theme });
      current = workbench;
      await compareMoment(workbench, /Covers/);
      await workbench.picture(`comparison-${theme.replace(' ', '-')}`);
    });
  }
});
