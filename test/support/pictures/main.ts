/**
 * `npm run pictures [walkthrough] [recording]`: makes the pictures of the walkthrough and the recording of the README, by
 * driving a real VS Code as the tests of the interface do. To be looked at before they are committed; the machine needs a
 * font with Chinese characters.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { startGitee } from '../gitee/server.ts';
import { copySample, root } from '../vscode/folders.ts';
import { createLifetime } from '../vscode/lifetime.ts';
import { type OpenWorkbench, openWorkbench } from '../workbench/open-workbench.ts';
import { writeFindings } from './findings.ts';
import { startRecording } from './recording.ts';

const folder = path.join(root, 'media/walkthrough');
/** As little as possible beside what the pictures are about. */
const settings = { 'editor.minimap.enabled': false, 'debug.javascript.codelens.npmScripts': 'never' };

const wanted = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const gitee = await startGitee();
const lifetime = createLifetime();
try {
  if (wanted.length === 0 || wanted.includes('walkthrough')) {
    for (const theme of ['light', 'dark'] as const) {
      const workspace = await copySample(lifetime.folder('storefront'));
      await writeFindings(workspace);
      await withWorkbench({ theme, workspace, settings }, workbench => illustrate(workbench, theme));
    }
  }
  if (wanted.length === 0 || wanted.includes('recording')) await withWorkbench({ theme: 'light' }, record);
} finally {
  await gitee.close();
  lifetime.end();
}

async function withWorkbench(
  options: Parameters<typeof openWorkbench>[0],
  work: (workbench: OpenWorkbench) => Promise<void>,
): Promise<void> {
  const workbench = await openWorkbench({ ...options, baseUrl: gitee.apiUrl });
  try {
    await workbench.page.setViewportSize({ width: 1200, height: 750 });
    await work(workbench);
  } finally {
    await workbench.close();
  }
}

/** One picture for each step of the walkthrough. */
async function illustrate(workbench: OpenWorkbench, theme: string): Promise<void> {
  const { page, editor, quickInput } = workbench;
  /** Keeps what `first` and `last` enclose, at most so many px of it. */
  const keep = async (step: string, first: Locator, last: Locator, width: number, height: number) => {
    const [from, to] = [await first.boundingBox(), await last.boundingBox()];
    if (!from || !to) throw new Error(`nothing to see for ${step}`);
    const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
    const clip = {
      x,
      y,
      width: Math.min(Math.max(from.x + from.width, to.x + to.width) - x, width),
      height: Math.min(Math.max(from.y + from.height, to.y + to.height) - y, height),
    };
    const picture = await page.screenshot({ clip, caret: 'hide', animations: 'disabled' });
    await sharp(picture)
      .png({ palette: true, effort: 10 })
      .toFile(path.join(folder, `${step}-${theme}.png`));
  };
  const text = page.locator('.editor-group-container.active .editor-instance');

  await workbench.openFile('package.json');
  await workbench.command('View: Close Primary Side Bar');
  await page.setViewportSize({ width: 760, height: 750 });
  await editor.annotationBehind('"moment"');
  const hover = await editor.hover('moment', 'Open page');
  // VS Code's own hover of the package comes later, or not at all.
  await hover.getByText('Loading...').waitFor({ state: 'hidden' });
  await keep('manifest', text, hover, 720, 440);
  await page.setViewportSize({ width: 1200, height: 750 });
  await workbench.moveMouseAway();

  await workbench.openContainer();
  await workbench.row('Suggestions', /^package\.json/).click();
  await workbench.row('Suggestions', 'moment').click();
  await page.keyboard.press('ArrowRight');
  await workbench.row('Suggestions', 'Day.js').waitFor();
  await workbench.moveMouseAway();
  const sideBar = page.locator('.part.sidebar');
  await keep('suggestions', sideBar, sideBar, 420, 420);

  await page.setViewportSize({ width: 980, height: 640 });
  await workbench.openFile('dayjs.md');
  await workbench.command('View: Close Other Editors in Group');
  const suggestions = workbench.view('Suggestions').locator('.pane-header');
  await suggestions.locator('h3.title').click();
  await suggestions.and(page.locator('[aria-expanded="false"]')).waitFor();
  for (const name of ['Day.js', 'Sa-Token', 'Apache ECharts']) await workbench.row('Findings', name).waitFor();
  await editor.line('Try it in the checkout').waitFor();
  await page.mouse.move(900, 600);
  await keep('findings', sideBar, text, 800, 340);

  // High enough for the hits of Gitee below those of the catalog.
  await page.setViewportSize({ width: 1200, height: 900 });
  await workbench.command('Gitee Scout: Search Gitee');
  await quickInput.type('workflow engine');
  await quickInput.row(/Warm-?Flow/i).waitFor();
  await quickInput.title.getByText('工作流').waitFor();
  await quickInput.idle();
  await keep('search', page.locator('.quick-input-titlebar'), quickInput.row(/LiteFlow/), 620, 420);
  await quickInput.cancel();
}

async function openPage(workbench: OpenWorkbench): Promise<void> {
  const hover = await workbench.editor.hover('moment', 'Open page');
  await hover.getByText('Open page', { exact: true }).first().click();
  await workbench.webview().getByText('The familiar chained API of Moment.js').waitFor();
  await workbench.moveMouseAway();
}

async function saveFinding(workbench: OpenWorkbench): Promise<void> {
  const form = workbench.webview();
  await form.getByRole('button', { name: 'Save as finding' }).click();
  await form.getByLabel('Status').selectOption('evaluating');
  await form.getByLabel('Note').fill('Try it in the checkout first');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await form.getByRole('button', { name: /^Saved/ }).waitFor();
}

/** From a note behind a line to a finding, and to the package in the manifest. */
async function record(workbench: OpenWorkbench): Promise<void> {
  const { page, editor } = workbench;
  await workbench.openContainer();
  await workbench.openFile('package.json');
  await editor.annotationBehind('"moment"');
  await workbench.row('Suggestions', /^package\.json/).click();
  await workbench.row('Suggestions', 'moment').waitFor();
  const recording = await startRecording(page);
  await recording.frame(2500);
  await editor.hover('moment', 'Open page');
  await recording.frame(3500);

  await openPage(workbench);
  await recording.frame(3000);
  await workbench.webview().getByText('The familiar chained API of Moment.js').scrollIntoViewIfNeeded();
  await recording.frame(2500);
  const save = workbench.webview().getByRole('button', { name: 'Save as finding' });
  await save.scrollIntoViewIfNeeded();
  await saveFinding(workbench);
  await workbench.row('Findings', 'Day.js').waitFor();
  await recording.frame(2500);

  await workbench.tab('package.json').click();
  await workbench.command('View: Close Editors in Other Groups');
  await editor.annotationBehind('"moment"');
  const replace = page.locator('.action-widget .monaco-list-row', { hasText: 'Replace moment by Day.js' });
  // The key may come before the light bulb knows what it offers.
  for (let attempt = 0; attempt < 5 && !(await replace.isVisible()); attempt += 1) {
    await editor.clickBehind('"lodash');
    await editor.clickBehind('"moment');
    await page.keyboard.press('Control+.');
    await replace.waitFor({ timeout: 6000 }).catch(() => undefined);
  }
  await replace.hover();
  await recording.frame(2500);
  await replace.click();
  // npm is offline here, so the version is asked for.
  await workbench.quickInput.type('1.11.13');
  await workbench.quickInput.accept();
  await page.locator('.bulk-edit-panel .edit-checkbox').first().click();
  await recording.frame(2500);
  await page.getByRole('button', { name: 'Apply' }).click();
  await editor.line('"dayjs": "^1.11.13"').waitFor();
  await recording.frame(3000);
  await recording.save(path.join(root, 'media/recording.webp'));
}
