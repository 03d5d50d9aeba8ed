import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { copySample } from '../support/vscode/folders.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { keepFailures, stepByStep } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

function file(id: string, name: string, more: string, note = ''): string {
  return `---\nversion: 2\nproject: ${id}\n${more}name: ${name}\nhomes:\n  - gitee:dromara/${id}\nlicense: Apache-2.0\nsaved: 2026-01-01T00:00:00Z\n---\n\n${note}\n`;
}

describe('the findings of a team, as a person works with them', () => {
  stepByStep();
  const lifetime = createLifetime();
  let gitee: StandIn;
  let workbench: OpenWorkbench;
  let folder: string;
  keepFailures(() => workbench);

  before(async () => {
    gitee = await startGitee();
    const workspace = await copySample(lifetime.folder('storefront'));
    folder = path.join(workspace, '.gitee-scout', 'findings');
    await mkdir(folder, { recursive: true });
    await writeFile(
      path.join(folder, 'sa-token.md'),
      file(
        'sa-token',
        'Sa-Token',
        'review: 2026-02-01\nstatus: evaluating\ntags:\n  - security\n',
        'Try it at the gateway.',
      ),
    );
    await writeFile(path.join(folder, 'forest.md'), file('forest', 'Forest', 'status: candidate\ntags:\n  - http\n'));
    await writeFile(
      path.join(folder, 'hutool.md'),
      `<<<<<<< HEAD\n${file('hutool', 'Hutool', 'status: adopted\n')}=======\n${file('hutool', 'Hutool', 'status: rejected\n')}>>>>>>> theirs\n`,
    );
    await writeFile(path.join(folder, 'newer.md'), file('newer', 'Newer', 'status: adopted\n').replace('2', '9'));
    workbench = await openWorkbench({ workspace, baseUrl: gitee.apiUrl });
  });

  after(async () => {
    await workbench?.close();
    await gitee?.close();
    lifetime.end();
  });

  const menu = (finding: string, entry: string) => workbench.chooseFromMenu('Findings', finding, entry);

  it('are there, with what is due for a review, what Git could not merge, and what is too new to be read', async () => {
    await workbench.openContainer();

    await workbench.row('Findings', 'Forest').waitFor();
    assert.match((await workbench.row('Findings', 'Sa-Token').textContent()) ?? '', /review was due on Feb 1, 2026/);
    assert.match((await workbench.row('Findings', 'hutool.md').textContent()) ?? '', /both sides of a conflict/);
    assert.match((await workbench.row('Findings', 'newer.md').textContent()) ?? '', /has format version 9/);
    await workbench.notification('Review is due: Sa-Token');
    await workbench.screenshot('findings-light');
  });

  it('show what a colleague has pulled at once', async () => {
    await writeFile(path.join(folder, 'hutool.md'), file('hutool', 'Hutool', 'status: adopted\ntags:\n  - java\n'));

    await workbench.row('Findings', /^Hutool/).waitFor();
  });

  it('are filtered by words', async () => {
    await workbench.command('Gitee Scout: Filter Findings...');
    await workbench.quickInput.type('gateway');
    await workbench.page.keyboard.press('Enter');

    // What is filtered for stands in the title of the view, by which its rows are found otherwise.
    const rows = workbench.page.locator('.part.sidebar .monaco-list-row');
    await rows.filter({ hasText: 'Forest' }).waitFor({ state: 'detached' });
    await rows.filter({ hasText: 'Sa-Token' }).waitFor();
    await workbench.screenshot('findings-filtered-light');
    await workbench.command('Gitee Scout: Clear Filter of Findings');
    await workbench.row('Findings', 'Forest').waitFor();
  });

  it('are grouped by their tags', async () => {
    await workbench.command('Gitee Scout: Group Findings...');
    await workbench.quickInput.choose('Tag');

    await workbench.row('Findings', /^security/).waitFor();
    await workbench.row('Findings', /^http/).waitFor();
    await workbench.screenshot('findings-by-tag-light');
    await workbench.command('Gitee Scout: Group Findings...');
    await workbench.quickInput.choose('What it is for');
    await workbench.row('Findings', /^Java HTTP client/).waitFor();
    await workbench.screenshot('findings-by-purpose-light');
    await workbench.command('Gitee Scout: Group Findings...');
    await workbench.quickInput.choose('Status');
    await workbench.row('Findings', /^Evaluating/).waitFor();
  });

  it('say what has changed since they were saved', async () => {
    await menu('Forest', 'What Changed Since Saved?');

    await until(() => gitee.requests.length >= 2, 'two requests');
    assert.deepEqual(
      gitee.requests.map(({ path: asked }) => asked.replace(/\?.*/, '').replace(/^.*\/repos/, '')),
      ['/dromara/forest', '/dromara/forest/releases'],
    );
    await workbench.row('Findings', /^Forest.*license now MIT/).waitFor();
    await workbench.notification('Looked at 1 of 1 finding; something changed in 1.');
    await workbench.screenshot('findings-news-light');
  });

  it('come back byte for byte when their removal is undone', async () => {
    const before = await readFile(path.join(folder, 'forest.md'), 'utf8');
    await menu('Forest', 'Remove Finding');
    await workbench.row('Findings', 'Forest').waitFor({ state: 'detached' });

    await workbench.command('Gitee Scout: Undo Last Change of Findings');

    await workbench.row('Findings', 'Forest').waitFor();
    assert.equal(await readFile(path.join(folder, 'forest.md'), 'utf8'), before);
  });

  it('are underlined where a person mistypes', async () => {
    await menu('Forest', 'Open File of Finding');
    await workbench.tab('forest.md').waitFor();
    await workbench.page.locator('.view-line', { hasText: 'status: candidate' }).click();
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.type('s');

    await workbench.page.locator('.squiggly-error').first().waitFor();
    await workbench.screenshot('finding-file-light');
  });

  it('go into a report', async () => {
    await workbench.page.keyboard.press('Backspace');
    await workbench.page.keyboard.press('Control+S');
    await workbench.page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
    await workbench.row('Findings', /^Forest/).waitFor();
    await workbench.command('Gitee Scout: Create Report...');
    // The first entry, of the workspace and the findings, has the word in its name too.
    await workbench.quickInput.row('Of all places').locator('.label-name').first().click();
    await workbench.quickInput.choose('HTML');
    // The dialog takes no answer before it has listed the folder.
    await workbench.quickInput.row('README.md').waitFor();
    await workbench.page.locator('.quick-input-widget').getByText('OK', { exact: true }).click();

    const report = path.join(workbench.workspace, 'gitee-scout-report.html');
    await until(() => existsSync(report), 'the report');
    const html = await readFile(report, 'utf8');
    for (const name of ['Sa-Token', 'Forest', 'Hutool']) assert.ok(html.includes(name), name);
  });

  it('go into an evidence file, once a person has agreed to what it costs', async () => {
    await workbench.command('Gitee Scout: Create Report...');
    // The first entry, of the workspace and the findings, has the word in its name too.
    await workbench.quickInput.row('Of all places').locator('.label-name').first().click();
    await workbench.quickInput.choose('Evidence File');
    await workbench.quickInput.row('README.md').waitFor();
    await workbench.page.locator('.quick-input-widget').getByText('OK', { exact: true }).click();
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText(/Evidence on 3 projects costs up to 30 requests to Gitee/).waitFor();
    await workbench.screenshot('findings-evidence-light');
    await dialog.locator('.monaco-button', { hasText: 'Gather' }).click();

    const file = path.join(workbench.workspace, 'gitee-scout-evidence.md');
    await until(() => existsSync(file), 'the evidence file');
    const text = await readFile(file, 'utf8');
    for (const name of ['Sa-Token', 'Forest', 'Hutool']) assert.match(text, new RegExp(`^## Evidence: ${name}$`, 'm'));
    assert.ok(gitee.requests.length <= 32, `${gitee.requests.length} requests`);
  });
});

/** Waits until something holds, for at most twenty seconds. */
async function until(holds: () => boolean, what: string): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    if (holds()) return;
    await sleep(100);
  }
  assert.fail(`waited in vain for: ${what}`);
}
