import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createLifetime, type Lifetime } from '../support/vscode/lifetime.ts';
import { keepFailures } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

describe('a workspace of several folders', () => {
  let lifetime: Lifetime;
  let workbench: OpenWorkbench;
  keepFailures(() => workbench);

  before(async () => {
    lifetime = createLifetime();
    const top = lifetime.folder('several');
    const write = async (file: string, content: unknown) => {
      await mkdir(path.dirname(path.join(top, file)), { recursive: true });
      await writeFile(path.join(top, file), typeof content === 'string' ? content : JSON.stringify(content));
    };
    const withMoment = { dependencies: { moment: '^2.29.4' } };
    await write('shop/package.json', withMoment);
    await write('service/package.json', withMoment);
    await write('service/tools/package.json', withMoment);
    await write('quiet/package.json', withMoment);
    await write('quiet/.vscode/settings.json', { 'giteeScout.ignoredPackages': ['pkg:npm/moment'] });
    await write('several.code-workspace', {
      folders: [{ path: 'shop' }, { path: 'service', name: 'Back End' }, { path: 'service/tools' }, { path: 'quiet' }],
    });
    workbench = await openWorkbench({ workspace: path.join(top, 'several.code-workspace') });
    await workbench.openContainer();
  });

  after(async () => {
    await workbench?.close();
    lifetime?.end();
  });

  const shown = async () => {
    const rows = await workbench.view('Suggestions').locator('.monaco-list-row').allTextContents();
    return rows.map(row => row.trim()).filter(row => row.includes('package.json'));
  };

  it('names the folder of each manifest, and a folder inside another one once', async () => {
    await workbench.row('Suggestions', 'shop/package.json').waitFor();
    await workbench.row('Suggestions', 'Back End/package.json').waitFor();
    await workbench.row('Suggestions', 'tools/package.json').waitFor();

    await workbench.picture('several-folders');
    assert.equal((await shown()).filter(row => row.includes('tools/package.json')).length, 1);
  });

  it('follows the settings of each folder', async () => {
    assert.deepEqual(
      (await shown()).filter(row => row.includes('quiet')),
      [],
    );
  });

  it('forgets a folder that is taken out of the workspace', async () => {
    await workbench.command('Workspaces: Remove Folder from Workspace...');
    await workbench.quickInput.type('tools');
    await workbench.quickInput.accept();

    await workbench.row('Suggestions', 'Back End/tools/package.json').waitFor();
    assert.deepEqual(
      (await shown()).filter(row => row.startsWith('tools/')),
      [],
    );
    await workbench.row('Suggestions', 'shop/package.json').waitFor();
  });
});
