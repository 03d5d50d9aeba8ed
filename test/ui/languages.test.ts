import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { z } from 'zod';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { root } from '../support/vscode/folders.ts';
import { keepFailures, stepByStep } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

const Texts = z.record(z.string(), z.string());

async function textsOf(file: string): Promise<Readonly<Record<string, string>>> {
  return Texts.parse(JSON.parse(await readFile(path.join(root, file), 'utf8')));
}

for (const language of ['de', 'zh-cn']) {
  describe(`the interface in ${language}`, () => {
    stepByStep();
    let gitee: StandIn;
    let workbench: OpenWorkbench;
    let texts: Readonly<Record<string, string>>;
    let manifest: Readonly<Record<string, string>>;
    keepFailures(() => workbench);

    before(async () => {
      texts = await textsOf(`media/l10n/bundle.l10n.${language}.json`);
      manifest = await textsOf(`package.nls.${language}.json`);
      gitee = await startGitee();
      workbench = await openWorkbench({ language, baseUrl: gitee.apiUrl });
    });

    after(async () => {
      await workbench?.close();
      await gitee?.close();
    });

    const say = (text: string) => texts[text] ?? '';
    /** English texts of ours that stand somewhere as they are, though there is a translation. */
    const untranslated = async (place: Locator) => {
      const shown = (await place.allInnerTexts()).flatMap(text => text.split('\n')).map(line => line.trim());
      return shown.filter(line => line.length > 3 && (texts[line] ?? line) !== line);
    };

    it('names the views and what stands behind lines', async () => {
      await workbench.openFile('package.json');
      await workbench.editor.annotationBehind('"moment"');
      const notes = await workbench.editor.annotations();
      await workbench.openContainer();
      const { page } = workbench;
      for (const key of ['view.suggestions', 'view.results', 'view.findings']) {
        await page
          .locator('.part.sidebar h3.title', { hasText: manifest[key] ?? '' })
          .first()
          .waitFor();
      }
      await page
        .locator('.part.sidebar .monaco-list-row', { hasText: /^package\.json/ })
        .first()
        .click();
      await page.locator('.part.sidebar .monaco-list-row', { hasText: 'moment' }).first().waitFor();
      await workbench.picture(`manifest-${language}`);

      assert.ok(notes.some(({ text }) => text.includes(say('of Chinese origin'))));
      assert.deepEqual(await untranslated(page.locator('.part.sidebar')), []);
    });

    it('explains and offers in the hover', async () => {
      const hover = await workbench.editor.hover('moment', say('Open page'));
      await workbench.picture(`hover-${language}`);

      assert.deepEqual(await untranslated(hover), []);
      const text = await hover.innerText();
      for (const words of [say('does the same job'), say('Both are {0}.').split('{0}')[0] ?? '']) {
        assert.ok(words !== '' && text.includes(words), `${words} in ${text}`);
      }
      await hover.getByText(say('Open page'), { exact: true }).first().click();
    });

    it('tells of a project on its page', async () => {
      const frame: FrameLocator = workbench.webview();
      await frame.getByRole('button', { name: say('Save as finding') }).waitFor();
      await frame.locator('#header').getByRole('heading', { name: 'Day.js' }).waitFor();
      await workbench.moveMouseAway();
      await workbench.command('View: Close Editors in Other Groups');
      await workbench.picture(`page-${language}`);

      assert.deepEqual(await untranslated(frame.locator('body')), []);
    });

    it('searches', async () => {
      const title = manifest['command.search'] ?? '';
      assert.notEqual(title, '');
      await workbench.command(`Gitee Scout: ${title}`);
      await workbench.quickInput.type('workflow engine');
      await workbench.quickInput.row(/Warm-?Flow/i).waitFor();
      await workbench.quickInput.idle();
      await workbench.picture(`search-${language}`);

      assert.deepEqual(await untranslated(workbench.page.locator('.quick-input-widget')), []);
      await workbench.quickInput.cancel();
    });
  });
}
