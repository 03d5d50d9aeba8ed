import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { copySample } from '../support/vscode/folders.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { keepFailures, stepByStep } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';
import { standInNpm } from '../support/workbench/stand-in-npm.ts';

describe('the page of a project in a workspace of several folders', () => {
  stepByStep();
  const lifetime = createLifetime();
  let gitee: StandIn;
  let workbench: OpenWorkbench;
  let folder: string;
  keepFailures(() => workbench);
  const page = () => workbench.webview();

  before(async () => {
    gitee = await startGitee();
    folder = lifetime.folder('several');
    await copySample(path.join(folder, 'shop'));
    // Two folders of one name: VS Code tells them apart by their places only.
    const other = path.join(folder, 'other/shop');
    await cp(path.join(folder, 'shop/admin'), other, { recursive: true });
    const manifest = path.join(other, 'package.json');
    await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('@storefront/admin', 'elsewhere'));
    const workspace = path.join(folder, 'several.code-workspace');
    await writeFile(workspace, JSON.stringify({ folders: [{ path: 'shop' }, { path: 'other/shop' }] }));
    const environment = await standInNpm(path.join(folder, 'bin'), { dayjs: { version: '1.11.19' } });
    workbench = await openWorkbench({ workspace, environment, baseUrl: gitee.apiUrl });
  });

  after(async () => {
    await workbench?.close();
    await gitee?.close();
    lifetime.end();
  });

  it('lists the dependencies that the project would replace, of all folders', async () => {
    await workbench.openContainer();
    await workbench.row('Suggestions', 'several/shop/package.json').waitFor();
    await workbench.row('Suggestions', 'several/shop/admin/package.json').waitFor();
    await workbench.row('Suggestions', 'other/shop/package.json').waitFor();
    await workbench.picture('several-folders-of-one-name');
    await workbench.command('Developer: Open URL');
    await workbench.quickInput.type('vscode://gitee-scout.gitee-scout/project/dayjs');
    await workbench.quickInput.accept();
    await workbench.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Open' }).click();

    await page().locator('#workspace').getByText('Could replace').first().waitFor();
    const places = page().locator('#workspace .places li');
    await places.nth(2).waitFor();
    const texts = await places.allTextContents();
    assert.equal(texts.length, 3, texts.join(' | '));
    assert.ok(texts.every(text => text.includes('package.json') && text.includes('^2.30.1')));
    await workbench.picture('page-several-folders');
  });

  it('shows each of them in the manifest where it stands, also of folders with the same name', async () => {
    for (const [place, name] of [
      ['several/shop/package.json', 'storefront'],
      ['several/shop/admin/package.json', '@storefront/admin'],
      ['other/shop/package.json', 'elsewhere'],
    ] as const) {
      await page().locator('#workspace .places').getByRole('button', { name: place }).click();
      await workbench.editor.line(`"name": "${name}"`).waitFor();
      await workbench.command('View: Close Editor');
    }
  });

  it('adds the package to the manifest that is chosen, in the version that npm says', async () => {
    await page().getByRole('button', { name: 'Add dayjs to a manifest…' }).click();
    await workbench.quickInput.rows().nth(2).waitFor();
    await workbench.picture('page-add-choose');
    await workbench.quickInput.row('admin/package.json').click();

    await workbench.page.locator('.bulk-edit-panel .edit-checkbox').first().click();
    await workbench.page.getByRole('button', { name: 'Apply' }).click();

    const file = path.join(folder, 'shop/admin/package.json');
    let dependencies: Readonly<Record<string, string>> = {};
    for (let attempt = 0; attempt < 150 && !dependencies.dayjs; attempt += 1) {
      await workbench.page.waitForTimeout(200);
      const text = await readFile(file, 'utf8');
      dependencies = JSON.parse(text === '' ? '{}' : text).dependencies ?? {};
    }
    assert.equal(dependencies.dayjs, '^1.11.19');
    assert.equal(dependencies.moment, '^2.30.1');
  });

  it('says then where the package is used', async () => {
    await workbench.tab('Day.js').click();

    await page()
      .locator('#use')
      .getByText(/^Used in .*admin\/package\.json/)
      .waitFor();
    await workbench.picture('page-used');
  });
});
