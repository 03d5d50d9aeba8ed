import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { StandInServer } from '../support/engines/http-server.ts';
import { startLibreTranslate } from '../support/engines/libretranslate.ts';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { keepFailures, stepByStep } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

/** What people say of sentences: written on the page, given to others, taken from others, shared with a team. */
describe('the translation memory, as a person uses it', () => {
  stepByStep();
  let gitee: StandIn;
  let libre: StandInServer;
  let workbench: OpenWorkbench;
  keepFailures(() => workbench);
  const corrected = 'A light engine, put right by a person';

  before(async () => {
    gitee = await startGitee();
    libre = await startLibreTranslate();
    workbench = await openWorkbench({
      baseUrl: gitee.apiUrl,
      settings: { 'giteeScout.translation.engine': 'libretranslate' },
      machineSettings: { 'giteeScout.translation.libreTranslateUrl': libre.url },
    });
  });

  after(async () => {
    await workbench?.close();
    await gitee?.close();
    await libre?.close();
  });

  const page = () => workbench.webview();
  const file = (name: string) => path.join(workbench.workspace, name);
  const translated = () => libre.requests.filter(({ path: place }) => place === '/translate').length;
  const correct = async () => {
    await page().getByRole('button', { name: 'Correct a sentence' }).click();
    await workbench.quickInput.type('轻量级流程引擎');
    await workbench.quickInput.row('轻量级流程引擎').click();
    await workbench.quickInput.row('Write a better translation').waitFor();
  };
  const answerPath = async (name: string) => {
    // The dialog first shows the folder that is open; what is typed before is lost.
    await workbench.quickInput.row('package.json').waitFor();
    await workbench.quickInput.type(file(name));
    await workbench.page.locator('.quick-input-widget').getByText('OK', { exact: true }).click();
  };
  const importFile = async (name: string) => {
    await workbench.command('Gitee Scout: Import Translation Memory...');
    await answerPath(name);
  };

  it('begins with a page that an engine translated', async () => {
    await workbench.command('Gitee Scout: Search Gitee');
    await workbench.quickInput.type('snakerflow');
    await workbench.quickInput.row(/snakerflow/i).waitFor();
    await workbench.quickInput.idle();
    await workbench.quickInput.row(/snakerflow/i).click();
    await page().getByRole('button', { name: 'Translate with LibreTranslate' }).click();

    await page().getByText('Machine translation').waitFor();
    await page().getByRole('button', { name: 'Correct a sentence' }).waitFor();
    await workbench.command('View: Close Editors in Other Groups');
  });

  it('takes better words, and writes corrections into a file', async () => {
    await correct();
    await workbench.picture('memory-correct');
    await workbench.quickInput.choose('Write a better translation');
    await workbench.quickInput.type(corrected);
    await workbench.quickInput.accept();
    await page().getByText(corrected).first().waitFor();

    await workbench.command('Gitee Scout: Export Translation Memory...');
    await workbench.quickInput.row('Corrections, into a file').waitFor();
    await workbench.screenshot('memory-export');
    await workbench.quickInput.choose('Corrections, into a file');
    await answerPath('mine.json');
    await (await workbench.notification(/The translation memory was written to .*mine\.json/)).waitFor();

    const { corrections } = JSON.parse(await readFile(file('mine.json'), 'utf8'));
    assert.equal(corrections.length, 1);
    assert.equal(corrections[0].translation, corrected);
    assert.match(corrections[0].segment, /轻量级流程引擎/);
  });

  it('takes a correction back, and shows what the engine had said, without asking it again', async () => {
    const before = translated();
    await correct();
    await workbench.quickInput.choose('Take my correction back');

    await page().getByText(corrected).first().waitFor({ state: 'detached' });
    await page().getByText('Machine translation').waitFor();
    assert.equal(translated(), before);
  });

  it('takes over what others corrected, and shows it on the open page at once', async () => {
    await importFile('mine.json');

    await page().getByText(corrected).first().waitFor();
    await (await workbench.notification(/Taken over: corrections 1, translations 0\./)).waitFor();
    await workbench.picture('memory-imported');
  });

  it('lets corrected words win over a mere report, and over a file that is none', async () => {
    const { version, corrections } = JSON.parse(await readFile(file('mine.json'), 'utf8'));
    const report = { ...corrections[0], translation: null, at: '2099-01-01T00:00:00.000Z' };
    await writeFile(file('report.json'), JSON.stringify({ version, corrections: [report] }));
    await writeFile(file('broken.json'), '{ "version": 1, "corrections": "none" }');

    await importFile('report.json');
    await (await workbench.notification(/Corrections that stayed, .*: 1\./)).waitFor();
    await importFile('broken.json');
    await (await workbench.notification('This file holds no translation memory of Gitee Scout')).waitFor();

    await page().getByText(corrected).first().waitFor();
  });

  it('reports a bad sentence: its original stays, and the page says so', async () => {
    await page().getByRole('button', { name: 'Correct a sentence' }).click();
    await workbench.quickInput.type('目前不再更新');
    await workbench.quickInput.row('目前不再更新').click();
    await workbench.quickInput.row('The translation is bad').waitFor();
    await workbench.screenshot('memory-report');
    await workbench.quickInput.choose('The translation is bad: show the original');

    await page().locator('#readme').getByText('目前不再更新').waitFor();
    await page().getByText('1 sentence stayed in the original language.').waitFor();
  });

  it('shares what was said with the team, in the workspace', async () => {
    await workbench.command('Gitee Scout: Export Translation Memory...');
    await workbench.quickInput.choose('Corrections, for everybody in this workspace');
    const note = await workbench.notification('2 corrections are new for the team');
    await workbench.picture('memory-team');
    await note.getByText('Open File').click();

    await workbench.tab('translations.json').waitFor();
    const shared = JSON.parse(await readFile(file('.gitee-scout/translations.json'), 'utf8'));
    assert.deepEqual(
      shared.corrections.map((each: { translation: unknown }) => each.translation).toSorted(),
      [corrected, null].toSorted(),
    );
  });

  it('writes everything into a file, so that others need not translate it again', async () => {
    await workbench.command('Gitee Scout: Export Translation Memory...');
    await workbench.quickInput.choose('Everything, into a file');
    await answerPath('all.json');
    await (await workbench.notification(/The translation memory was written to .*all\.json/)).waitFor();

    const all = JSON.parse(await readFile(file('all.json'), 'utf8'));
    assert.equal(all.corrections.length, 2);
    assert.ok(Object.keys(all.translations).length > 5);
  });
});
