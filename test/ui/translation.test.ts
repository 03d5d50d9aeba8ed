import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeModel, tinyShape } from '../support/engines/bergamot-model.ts';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { keepFailures, stepByStep } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench, type Theme } from '../support/workbench/open-workbench.ts';

const themes: readonly Theme[] = ['light', 'dark'];

/** The real engine with a model of random weights: its words mean nothing, everything around them is real. */
for (const theme of themes) {
  describe(`a Chinese README on this device, in a ${theme} theme`, () => {
    stepByStep();
    const lifetime = createLifetime();
    let gitee: StandIn;
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
      // Nothing may be downloaded in a test.
      workbench = await openWorkbench({ theme, baseUrl: gitee.apiUrl });
    });

    after(async () => {
      await workbench?.close();
      await gitee?.close();
      lifetime.end();
    });

    const dialog = () => workbench.page.locator('.monaco-dialog-box');

    it('is offered with what it takes: a model, once, and nothing that leaves', async () => {
      await workbench.command('Gitee Scout: Search Gitee');
      await workbench.quickInput.type('snakerflow');
      await workbench.quickInput.row(/snakerflow/i).waitFor();
      await workbench.quickInput.idle();
      await workbench.quickInput.row(/snakerflow/i).click();

      const page = workbench.webview();
      await page.getByRole('button', { name: 'Translate with Bergamot on this device' }).waitFor();
      // The sentences of a license can be translated, too, each with the same words.
      const offer = page.getByRole('group', { name: 'Translation' });
      await offer.getByText(/stays on this device\. Once, a model of \d+ MB is downloaded, after you agree/).waitFor();
      await offer.getByText('Headings and common phrases only').waitFor();
      await workbench.screenshot(`readme-offer-${theme}`);
    });

    it('asks for consent with size, source and license', async () => {
      await workbench.webview().getByRole('button', { name: 'Translate with Bergamot on this device' }).click();

      await dialog().getByText('Translate READMEs on this device?').waitFor();
      const text = (await dialog().textContent()) ?? '';
      assert.match(text, /50 MB are downloaded from [\w.-]+/);
      assert.match(text, /MPL-2\.0 \(https:\/\/www\.mozilla\.org\/MPL\/2\.0\/\)/);
      assert.match(text, /no text leaves this device/);
      await workbench.screenshot(`translation-consent-${theme}`);
    });

    it('takes a model from files, and one that nobody knows only when told so', async () => {
      await dialog().getByRole('button', { name: 'Install from File...' }).click();
      // The dialog first shows the folder that is open; what is typed before is lost.
      await workbench.quickInput.row('package.json').waitFor();
      await workbench.quickInput.type(`${files}/`);
      await workbench.quickInput.row('model.zhen.bin').waitFor();
      await workbench.page.locator('.quick-input-widget').getByText('Install', { exact: true }).click();

      await dialog().getByText('These files are not the version that Gitee Scout knows.').waitFor();
      await dialog().getByRole('button', { name: 'Use Them All the Same' }).click();
    });

    it('translates, marked as a machine translation with engine and date', async () => {
      const page = workbench.webview();
      await page.getByText('Machine translation').waitFor({ timeout: 60_000 });
      await page.getByText(/by On this device \(Bergamot\)|by Bergamot on this device, /).waitFor();
      await page.getByRole('button', { name: 'Correct a sentence' }).waitFor({ timeout: 60_000 });

      // Code is what it was.
      await page.locator('#readme pre').first().waitFor();
      await workbench.command('Notifications: Clear All Notifications');
      await workbench.command('View: Close Editors in Other Groups');
      await workbench.screenshot(`readme-translated-${theme}`);
    });

    it('shows the original of the sentence under the mouse', async () => {
      const page = workbench.webview();
      const paragraph = page.locator('#readme h2 + p').first();
      await paragraph.hover({ position: { x: 30, y: 10 } });

      const card = page.locator('#sentence-card');
      await card
        .getByText(/\p{Script=Han}/u)
        .first()
        .waitFor();
      await workbench.screenshot(`readme-sentence-${theme}`);
    });

    it('shows original and translation side by side', async () => {
      const page = workbench.webview();
      await page.getByRole('button', { name: 'Side by side' }).click();

      await page.locator('.row').first().waitFor();
      await workbench.screenshot(`readme-side-by-side-${theme}`);
      assert.equal(await page.locator('.cell.original').count(), await page.locator('.cell.translated').count());
    });

    it('lets a corrected sentence win', async () => {
      const page = workbench.webview();
      await page.getByRole('button', { name: 'Correct a sentence' }).click();
      await workbench.quickInput.row(/流程|引擎/).click();
      await workbench.quickInput.choose('Write a better translation');
      await workbench.quickInput.type('SnakerFlow, put right by a person');
      await workbench.quickInput.accept();

      await page.locator('.cell.translated').getByText('put right by a person').first().waitFor();
    });

    it('shows both texts again after the tab was hidden', async () => {
      await workbench.openFile('README.md');
      await workbench.page.locator('iframe.webview.ready >> visible=true').waitFor({ state: 'detached' });
      await workbench.tab(/SnakerFlow/i).click();

      const page = workbench.webview();
      await page.locator('.cell.translated').getByText('put right by a person').first().waitFor();
      await page.locator('.cell.original').first().waitFor();
    });

    it('removes the model by a command', async () => {
      await workbench.command('Gitee Scout: Remove Translation Models from This Device');

      await workbench.notification('The translation models were removed');
      await workbench.command('Notifications: Clear All Notifications');
    });

    it('shows the translation again after a reload of the window, out of memory, with no model and no question', async () => {
      await workbench.reloadWindow();
      // Which tab comes back in front is VS Code's own affair.
      await workbench.tab(/snakerflow/i).click();
      const page = workbench.webview();

      const corrected = page.locator('.cell.translated').getByText('put right by a person').first();
      await corrected.waitFor({ timeout: 60_000 });
      await page.getByText('Machine translation').waitFor();
      await workbench.screenshot(`readme-after-reload-${theme}`);
      assert.equal(await dialog().count(), 0);
      await page.getByRole('button', { name: 'English', exact: true }).click();
      await page.getByText('put right by a person').first().waitFor();
    });

    it('takes a correction back, and reports a bad sentence, without a model', async () => {
      const page = workbench.webview();
      await page.getByRole('button', { name: 'Correct a sentence' }).click();
      await workbench.quickInput.type('put right by a person');
      await workbench.quickInput.row('put right by a person').click();
      await workbench.quickInput.choose('Take my correction back');
      await page.getByText('put right by a person').first().waitFor({ state: 'detached' });
      await page.getByText('Machine translation').waitFor();

      await page.getByRole('button', { name: 'Correct a sentence' }).click();
      await workbench.quickInput.row(/流程|引擎/).click();
      await workbench.quickInput.row('The translation is bad').waitFor();
      const original = (await workbench.quickInput.box.getAttribute('placeholder')) ?? '';
      await workbench.picture(`readme-report-${theme}`);
      await workbench.quickInput.choose('The translation is bad: show the original');

      assert.match(original, /\p{Script=Han}/u);
      await page.locator('#readme').getByText(original.slice(0, 6)).first().waitFor();
      await page.getByText('1 sentence stayed in the original language.').waitFor();
    });
  });
}
