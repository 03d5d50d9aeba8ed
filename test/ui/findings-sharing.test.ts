import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { copySample } from '../support/vscode/folders.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { keepFailures, stepByStep } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

const forest = `---
version: 2
project: forest
status: candidate
name: Forest
homes:
  - gitee:dromara/forest
saved: 2026-01-01T00:00:00Z
license: MIT
history:
  - {status: candidate, date: 2026-01-01T00:00:00.000Z, by: Ada}
---

Ours.
`;

describe('findings that come from elsewhere and go to others', () => {
  stepByStep();
  const lifetime = createLifetime();
  let gitee: StandIn;
  let workbench: OpenWorkbench;
  let workspace: string;
  let colleague: string;
  let team: string;
  keepFailures(() => workbench);

  before(async () => {
    gitee = await startGitee();
    workspace = await copySample(lifetime.folder('storefront'));
    team = lifetime.folder('team');
    await mkdir(team, { recursive: true });
    await mkdir(path.join(workspace, '.gitee-scout/findings'), { recursive: true });
    await writeFile(path.join(workspace, '.gitee-scout/findings/forest.md'), forest);
    // As Excel and the PowerShell of Windows write in Europe.
    const table = '\ufeffproject;status;tags;note\r\nhutool;evaluating;java;Für später\r\n';
    await writeFile(path.join(workspace, 'stack.csv'), Buffer.from(table, 'utf16le'));
    await writeFile(
      path.join(workspace, 'bom.json'),
      JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [{ purl: 'pkg:npm/moment@2.30.1' }] }),
    );
    const company = lifetime.folder('company.git');
    await mkdir(company, { recursive: true });
    await git(company, 'init', '--quiet', '--bare', '--initial-branch=main');
    await git(workspace, 'init', '--quiet', '--initial-branch=main');
    await git(workspace, 'remote', 'add', 'origin', company);
    await share(workspace);
    colleague = path.join(lifetime.folder(), 'clone');
    await git(workspace, 'clone', '--quiet', company, colleague);
    workbench = await openWorkbench({
      workspace,
      baseUrl: gitee.apiUrl,
      settings: { 'giteeScout.findings.place': 'team' },
      machineSettings: { 'giteeScout.findings.teamFolders': [team] },
    });
  });

  after(async () => {
    await workbench?.close();
    await gitee?.close();
    lifetime.end();
  });

  const menu = (finding: string, entry: string) => workbench.chooseFromMenu('Findings', finding, entry);
  const importFrom = async (source: string) => {
    await workbench.command('Gitee Scout: Import Findings...');
    await workbench.quickInput.choose(source);
  };
  const importFile = async (name: string) => {
    await importFrom('From a File...');
    await workbench.quickInput.choose(name);
  };
  /** Answers a box by its title: the one before may still be there. */
  const answer = async (title: string, text: string) => {
    await workbench.quickInput.title.getByText(title).waitFor();
    await workbench.quickInput.type(text);
    await workbench.quickInput.accept();
  };
  const acceptChosen = async (title: RegExp) => {
    await workbench.quickInput.title.getByText(title).waitFor();
    await workbench.page.locator('.quick-input-widget').getByText('OK', { exact: true }).click();
  };
  const inTeam = (id: string) => path.join(team, `${id}.md`);
  const saved = (id: string) => until(() => existsSync(inTeam(id)), `${id} in the folder of the team`);

  it('come from the stars of a Gitee user', async () => {
    await workbench.openContainer();
    await workbench.row('Findings', 'Forest').waitFor();
    // Rows that do not fit are not drawn.
    await workbench.page.locator('.part.sidebar .pane-header', { hasText: 'Suggestions' }).click();
    await importFrom('Stars of a Gitee User...');
    await answer('Stars of a Gitee User', 'dromara');

    await workbench.quickInput.title.getByText(/Projects found: \d+\. Which should be saved\?/).waitFor();
    // All that are new are chosen at first: only one of them is wanted here.
    const widget = workbench.page.locator('.quick-input-widget');
    const none = () => widget.getByText('0 Selected').isVisible();
    for (let attempt = 0; attempt < 5 && !(await none()); attempt += 1) {
      await widget.locator('.quick-input-header > [role="checkbox"]').first().click();
      await waitFor(none, 5000);
    }
    // A fork has the name of its project too.
    await workbench.quickInput.row('dromara/sa-token').waitFor();
    await workbench.quickInput.choose('Sa-Token');
    await widget.getByText('1 Selected').waitFor();
    await workbench.screenshot('findings-import-stars-light');
    await acceptChosen(/Which should be saved/);

    await saved('sa-token');
    await workbench.row('Findings', 'Sa-Token').waitFor();
    assert.deepEqual(await readdir(team), ['sa-token.md']);
    assert.ok(gitee.requests.some(({ path: asked }) => asked.includes('/users/dromara/starred')));
  });

  it('come from a CSV with their status, tags and notes', async () => {
    await importFile('stack.csv');
    await acceptChosen(/Projects found: 1\./);

    await saved('hutool');
    const text = await readFile(inTeam('hutool'), 'utf8');
    assert.match(text, /^status: evaluating$/m);
    assert.match(text, / {2}- java\n/);
    assert.match(text, /Für später\n$/);
    await workbench.row('Findings', 'Hutool').waitFor();
  });

  it('come from addresses on the clipboard', async () => {
    const addresses = 'https://gitee.com/noear/solon\nhttps://example.com/none\n';
    await workbench.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(addresses)})`);
    await importFrom('From the Clipboard');
    await acceptChosen(/Projects found: 1\./);

    await saved('solon');
    await workbench.notification(/Not everything could be read/);
  });

  it('come from a bill of materials, of which nothing is chosen before somebody does', async () => {
    await importFile('bom.json');
    await workbench.quickInput.title.getByText(/Suggestions for 1 component:/).waitFor();
    await workbench.quickInput.choose('Day.js');
    await workbench.page.locator('.quick-input-widget').getByText('1 Selected').waitFor();
    await workbench.screenshot('findings-import-sbom-light');
    await acceptChosen(/Suggestions for/);

    await saved('dayjs');
    assert.match(await readFile(inTeam('dayjs'), 'utf8'), /replaces:\n {2}- pkg:npm\/moment@2\.30\.1\n/);
    assert.deepEqual((await readdir(team)).sort(), ['dayjs.md', 'hutool.md', 'sa-token.md', 'solon.md']);
  });

  it('get tags and a day on which to look again', async () => {
    await menu('Hutool', 'Edit Tags of Finding...');
    await answer('Tags of Hutool', 'java, tools');
    await until(async () => / {2}- tools\n/.test(await readFile(inTeam('hutool'), 'utf8')), 'the tag');

    await menu('Hutool', 'Remind to Review...');
    await answer('Review Hutool again on', '2026-02-30');
    await workbench.page.locator('.quick-input-widget .quick-input-message', { hasText: 'is expected' }).waitFor();
    await answer('Review Hutool again on', '2026-02-01');

    await workbench.row('Findings', /^Hutool.*review was due on Feb 1, 2026/).waitFor();
    assert.match(await readFile(inTeam('hutool'), 'utf8'), /^review: ['"]?2026-02-01['"]?$/m);
    await workbench.screenshot('findings-review-light');
  });

  it('are copied and moved to another place by commands, and moved back by undo', async () => {
    const own = path.join(workspace, '.gitee-scout/findings');
    const before = await readFile(inTeam('hutool'), 'utf8');
    await menu('Hutool', 'Copy Finding to...');
    await workbench.quickInput.choose('storefront');
    await until(() => existsSync(path.join(own, 'hutool.md')), 'the copy');
    assert.equal(await readFile(path.join(own, 'hutool.md'), 'utf8'), before);
    assert.ok(existsSync(inTeam('hutool')));
    // Two rows with one name below one heading say where each lies.
    await workbench.row('Findings', /^Hutool.*storefront/).waitFor();
    await workbench.row('Findings', /^Hutool.*team/).waitFor();
    await workbench.screenshot('findings-two-places-light');

    await menu('Sa-Token', 'Move Finding to...');
    await workbench.quickInput.choose('storefront');
    await until(() => existsSync(path.join(own, 'sa-token.md')) && !existsSync(inTeam('sa-token')), 'the move');

    await workbench.command('Gitee Scout: Undo Last Change of Findings');
    await until(() => !existsSync(path.join(own, 'sa-token.md')) && existsSync(inTeam('sa-token')), 'the move back');
  });

  it('are moved by dragging them onto a place', async () => {
    const own = path.join(workspace, '.gitee-scout/findings/solon.md');
    const before = await readFile(inTeam('solon'), 'utf8');
    await workbench.command('Gitee Scout: Group Findings...');
    await workbench.quickInput.choose('Place');
    const place = workbench.row('Findings', /^storefront/);
    await place.waitFor();

    for (let attempt = 0; attempt < 5 && !existsSync(own); attempt += 1) {
      await workbench.row('Findings', /^Solon/).dragTo(place);
      await waitFor(() => existsSync(own), 5000);
    }

    await until(() => existsSync(own) && !existsSync(inTeam('solon')), 'the dragged file');
    assert.equal(await readFile(own, 'utf8'), before);
    await workbench.screenshot('findings-places-light');
    await workbench.command('Gitee Scout: Group Findings...');
    await workbench.quickInput.choose('Status');
    await workbench.row('Findings', /^Candidate/).waitFor();
  });

  it('come back when their removal is undone with the button of the message', async () => {
    const before = await readFile(inTeam('dayjs'), 'utf8');
    await menu('Day.js', 'Remove Finding');
    await until(() => !existsSync(inTeam('dayjs')), 'the removal');

    const message = await workbench.notification('Day.js is no longer among the findings.');
    await workbench.screenshot('findings-undo-light');
    await message.getByText('Undo', { exact: true }).click();

    await until(() => existsSync(inTeam('dayjs')), 'the file');
    assert.equal(await readFile(inTeam('dayjs'), 'utf8'), before);
    await workbench.row('Findings', 'Day.js').waitFor();
  });

  it('that two people changed are shown as a conflict, left alone, and are there again once somebody chose', async () => {
    const file = '.gitee-scout/findings/forest.md';
    const theirs = forest
      .replace('status: candidate\nname', 'status: adopted\nname')
      .replace('Ada}\n', 'Ada}\n  - {status: adopted, date: 2026-02-01T00:00:00.000Z, by: Bob}\n');
    await writeFile(path.join(colleague, file), theirs);
    await share(colleague);
    await menu('Forest', 'Change Status of Finding...');
    await workbench.quickInput.choose('Rejected');
    await until(async () => /^status: rejected$/m.test(await readFile(path.join(workspace, file), 'utf8')), 'status');
    await git(workspace, 'add', file);
    await git(workspace, 'commit', '--quiet', '--message', 'reject');

    await assert.rejects(git(workspace, 'pull', '--quiet', '--no-rebase', 'origin', 'main'));

    const row = workbench.row('Findings', 'forest.md');
    await row.waitFor();
    assert.match((await row.textContent()) ?? '', /both sides of a conflict/);
    const conflict = await readFile(path.join(workspace, file), 'utf8');
    assert.match(conflict, /^<{7}/m);
    await row.click();
    await workbench.tab('forest.md').waitFor();
    await workbench.editor.line('>>>>>>>').waitFor();
    await workbench.screenshot('findings-conflict-light');
    assert.equal(await readFile(path.join(workspace, file), 'utf8'), conflict);

    await git(workspace, 'checkout', '--quiet', '--theirs', file);
    await workbench.row('Findings', /^Forest/).waitFor();
    assert.equal(await readFile(path.join(workspace, file), 'utf8'), theirs);
  });
});

async function git(folder: string, ...words: readonly string[]): Promise<void> {
  await promisify(execFile)('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.test', ...words], {
    cwd: folder,
  });
}

/** Commits everything and brings it to the others. */
async function share(folder: string): Promise<void> {
  await git(folder, 'add', '--all');
  await git(folder, 'commit', '--quiet', '--message', 'share');
  await git(folder, 'push', '--quiet', 'origin', 'HEAD:main');
}

/** Waits until something holds, for at most half a minute. */
async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  if (!(await waitFor(holds, 30_000))) assert.fail(`waited in vain for: ${what}`);
}

async function waitFor(holds: () => boolean | Promise<boolean>, longest: number): Promise<boolean> {
  for (const end = Date.now() + longest; Date.now() < end; ) {
    if (await holds()) return true;
    await sleep(100);
  }
  return holds();
}
