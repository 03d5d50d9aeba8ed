import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeModel, tinyShape } from '../support/engines/bergamot-model.ts';
import { type StandInServer, sendJson, startServer } from '../support/engines/http-server.ts';
import { type ForwardProxy, startProxy } from '../support/gitee/proxy.ts';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { keepFailures, stepByStep } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench, type Theme } from '../support/workbench/open-workbench.ts';

const themes: readonly Theme[] = ['light', 'dark'];

/** Neither the mirror nor Mozilla can be had: the one has no files, and the way to the other leads nowhere. */
for (const theme of themes) {
  describe(`an on-device model that cannot be downloaded, in a ${theme} theme`, () => {
    stepByStep();
    const lifetime = createLifetime();
    let gitee: StandIn;
    let mirror: StandInServer;
    let proxy: ForwardProxy;
    let workbench: OpenWorkbench;
    let files = '';
    keepFailures(() => workbench);

    before(async () => {
      files = path.join(lifetime.folder(), 'model');
      await mkdir(files);
      const { model, vocabulary } = makeModel(tinyShape);
      await writeFile(path.join(files, 'model.zhen.bin'), model);
      await writeFile(path.join(files, 'vocab.zhen.spm'), vocabulary);
      gitee = await startGitee();
      mirror = await startServer(
        () => undefined,
        ({ response }) => sendJson(response, 404, { error: 'Not here' }),
      );
      proxy = await startProxy({ target: '127.0.0.1:9' });
      workbench = await openWorkbench({
        theme,
        baseUrl: gitee.apiUrl,
        settings: { 'http.proxy': proxy.url, 'http.noProxy': ['127.0.0.1'] },
        machineSettings: {
          'giteeScout.translation.modelMirrors': [`${mirror.url}/models`],
          'http.proxy': proxy.url,
          'http.noProxy': ['127.0.0.1'],
        },
        environment: { HTTPS_PROXY: proxy.url, HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' },
      });
    });

    after(async () => {
      await workbench?.close();
      await Promise.all([gitee?.close(), mirror?.close(), proxy?.close()]);
      lifetime.end();
    });

    const page = () => workbench.webview();
    const dialog = () => workbench.page.locator('.monaco-dialog-box');
    const alert = () => page().getByRole('alert').filter({ hasText: 'could not be downloaded' });

    it('is asked of the mirror first, then of Mozilla through the proxy, and the page says what can be done', async () => {
      await workbench.command('Gitee Scout: Search Gitee');
      await workbench.quickInput.type('snakerflow');
      await workbench.quickInput.row(/snakerflow/i).waitFor();
      await workbench.quickInput.idle();
      await workbench.quickInput.row(/snakerflow/i).click();
      await page().getByRole('button', { name: 'Translate with Bergamot on this device' }).click();
      await dialog().getByText('MPL-2.0 (https://www.mozilla.org/MPL/2.0/)').waitFor();
      await dialog().getByRole('button', { name: 'Download', exact: true }).click();

      await alert().getByText('Try again, set a mirror, or install it from a file.').waitFor();
      await workbench.command('View: Close Editors in Other Groups');
      await workbench.screenshot(`model-failed-${theme}`);
      assert.ok(mirror.requests.some(({ path: place }) => place === '/models/model.zhen.intgemm.alphas.bin.gz'));
      assert.ok(
        proxy.tunnels.some(place => place.startsWith('storage.googleapis.com')),
        `asked through the proxy: ${proxy.tunnels.join(', ')}`,
      );
    });

    it('is tried again without another question', async () => {
      const before = mirror.requests.length;
      await page().getByRole('group', { name: 'Translation' }).getByRole('button', { name: 'Try again' }).click();
      // The page may be drawn anew before: what counts is that the mirror was asked.
      for (let turn = 0; turn < 300 && mirror.requests.length === before; turn += 1) await sleep(100);
      assert.ok(mirror.requests.length > before);
      await page().locator('[role=alert]', { hasText: 'could not be downloaded' }).waitFor();

      assert.equal(await dialog().count(), 0);
    });

    it('leads to the setting for mirrors', async () => {
      await page().getByRole('button', { name: 'Set a mirror' }).click();

      // Also in a remote window, where it is a setting of that machine.
      await workbench.page.locator('.settings-editor').getByText('Model Mirrors').first().waitFor();
      await workbench.picture(`model-mirror-${theme}`);
      await workbench.tab(/snakerflow/i).click();
    });

    it('comes from a file, and the README is translated at once', async () => {
      await page().getByRole('button', { name: 'Install from file' }).click();
      await workbench.quickInput.row('package.json').waitFor();
      await workbench.quickInput.type(`${files}/`);
      await workbench.quickInput.row('model.zhen.bin').waitFor();
      await workbench.page.locator('.quick-input-widget').getByText('Install', { exact: true }).click();
      await dialog().getByRole('button', { name: 'Use Them All the Same' }).click();

      await page().getByText('Machine translation').waitFor({ timeout: 60_000 });
      await page().getByRole('button', { name: 'Correct a sentence' }).waitFor({ timeout: 60_000 });
    });

    it('is removed by a command, and then asked for again with its license', async () => {
      await workbench.command('Gitee Scout: Remove Translation Models from This Device');
      await (await workbench.notification('The translation models were removed')).waitFor();
      await workbench.command('Gitee Scout: Download Translation Model for This Device...');

      await dialog().getByText('MPL-2.0 (https://www.mozilla.org/MPL/2.0/)').waitFor();
      await workbench.picture(`model-again-${theme}`);
      await dialog().getByRole('button', { name: 'Cancel' }).click();
    });
  });
}
