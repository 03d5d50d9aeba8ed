import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import type { PageMessage, PageState } from '../../src/webview/protocol.ts';
import { startBrowser } from '../support/vscode/browser.ts';
import { openPage } from './open-page.ts';
import {
  activeState,
  chineseState,
  fullState,
  loadingState,
  offlineState,
  readmeText,
  translatedState,
  translatedTexts,
} from './sample-state.ts';

describe('the project page', () => {
  let browser: Browser;

  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());

  it('shows the facts of the catalog before any message has come', async () => {
    const { page } = await openPage(browser, loadingState);

    assert.match(await text(page, 'h1'), /Hutool/);
    assert.match(await text(page, '#header'), /Chinabugotech/);
    assert.match(await text(page, '#use'), /cn\.hutool:hutool-all/);
    await page.close();
  });

  it('says whether anybody has asked a registry about the project', async () => {
    const { facts } = loadingState.page;
    assert.ok(facts.kind === 'found');
    const asked: PageState = {
      ...loadingState,
      page: { ...loadingState.page, facts: { ...facts, value: { ...facts.value, verified: '2026-11-25' } } },
    };

    const { page: before } = await openPage(browser, loadingState);
    const { page: after } = await openPage(browser, asked);

    assert.match(await text(before, '#header'), /not verified/);
    assert.match(await text(after, '#header'), /verified Nov 25, 2026/);
    await before.close();
    await after.close();
  });

  it('says the verdict in words, with reason, duties and evidence', async () => {
    const { page, sent } = await openPage(browser, fullState);

    const license = await text(page, '#license');

    assert.match(license, /MulanPSL-2\.0/);
    assert.match(license, /Fits, with duties/);
    assert.match(license, /Give every recipient a copy/);
    assert.match(license, /Against your company’s policy/);
    assert.match(license, /It was Apache-2\.0 when it was saved/);
    await page.getByRole('checkbox', { name: 'Give every recipient a copy of the license.' }).check();
    await page.getByRole('button', { name: 'Evidence file…' }).click();
    assert.deepEqual(sent.at(-1), { kind: 'open-evidence' });
    await page.getByText('Data behind the verdict').click();
    assert.match(await text(page, '#license'), /OSADL compatibility matrix \(2024-11-04\)/);
    assert.match(license, /Not legal advice/);
    assert.match(license, /Judged against your project’s license Apache-2\.0/);
    await page.close();
  });

  it('offers to translate a Chinese quote, and shows the translation beside the original', async () => {
    const quoteEngine = { id: 'libretranslate', label: 'LibreTranslate', destination: 'example.org', partial: false };
    const withQuotes = (quotes: PageState['license']['quotes']): PageState => ({
      ...chineseState,
      license: { ...chineseState.license, quoteEngine, quotes },
    });
    const quote = '本项目禁止商用。';
    const first = await openPage(browser, withQuotes([]));
    await first.page.getByText(/what each place says/).click();
    const evidence = first.page.locator('.evidence');
    await evidence.getByText('The text is sent to example.org.').waitFor();
    await evidence.getByRole('button', { name: 'Translate with LibreTranslate' }).click();
    assert.deepEqual(first.sent.at(-1), { kind: 'translate-quote', quote });
    await first.page.close();

    const text = 'This project may not be used commercially. <b>';
    const second = await openPage(browser, withQuotes([{ kind: 'done', quote, text, engine: 'libretranslate' }]));
    await second.page.getByText(/what each place says/).click();
    const quotes = await second.page.locator('.evidence blockquote').allInnerTexts();
    assert.deepEqual(quotes.slice(-2), [quote, text]);
    await second.page.getByText('Machine translation. Only the original counts.').waitFor();
    assert.equal(await second.page.locator('.evidence').getByRole('button').count(), 0);
    await second.page.close();
  });

  it('asks for the own license instead of giving a verdict without it', async () => {
    const { page, sent } = await openPage(browser, chineseState);

    assert.match(await text(page, '#license'), /No verdict yet/);
    await page.getByText(/what each place says/).click();
    assert.match(await text(page, '#license'), /本项目禁止商用。\s*Roughly: no commercial use/);
    assert.match(await text(page, '#license'), /Version of the file: 0123456789ab/);
    await page.getByRole('button', { name: 'Set your license' }).click();

    assert.deepEqual(sent.at(-1), { kind: 'set-own-license' });
    await page.close();
  });

  it('says what is missing without network and offers to try again', async () => {
    const { page, sent } = await openPage(browser, offlineState);

    assert.match(await text(page, '#troubles'), /You are offline\. Missing here: repository, README, and releases\./);
    await page.getByRole('button', { name: 'Try again' }).click();

    assert.deepEqual(sent.at(-1), { kind: 'retry' });
    await page.close();
  });

  it('says how old stale data is, and where demonstration data comes from', async () => {
    const { page } = await openPage(browser, chineseState);

    assert.match(await text(page, '#readme-bar'), /As of .+ ago\. Gitee did not answer/);
    assert.match(await text(page, '#banner'), /Demonstration data.+127\.0\.0\.1:4000/);
    await page.close();
  });

  it('says where the text goes before it is translated, and shows progress that can be canceled', async () => {
    const { page, sent, post } = await openPage(browser, chineseState);

    assert.match(await text(page, '.engines'), /The text is sent to translate\.example\.org/);
    assert.match(await text(page, '.engines'), /The text stays on this device/);
    await page.getByRole('button', { name: 'Translate with LibreTranslate' }).click();
    assert.deepEqual(sent.at(-1), { kind: 'translate', engine: 'libretranslate', codeComments: false });

    const translation = { kind: 'running', engine: 'libretranslate', done: 3, total: 12 } as const;
    await post({ kind: 'state', state: { ...chineseState, translation } });
    await page.getByRole('progressbar').waitFor();
    assert.match(await text(page, '#readme-bar'), /3 of 12/);
    await page.getByRole('button', { name: 'Cancel' }).click();
    assert.deepEqual(sent.at(-1), { kind: 'cancel-translation' });
    await page.close();
  });

  it('offers to set up an engine, and marks what the glossary alone could do', async () => {
    const { page, sent, post } = await openPage(browser, chineseState);
    const glossary = { id: 'glossary', label: 'Built-in glossary', destination: '', partial: true };
    const state = { ...chineseState, engines: [glossary] };
    await post({ kind: 'state', state });

    await page.getByRole('button', { name: 'Headings and common phrases only' }).click();
    assert.deepEqual(sent.at(-1), { kind: 'translate', engine: 'glossary', codeComments: false });
    const translatedAt = '2026-11-24T08:00:00.000Z';
    await post({
      kind: 'state',
      state: {
        ...state,
        translation: {
          kind: 'done',
          engine: 'glossary',
          engineVersion: '1',
          translatedAt,
          untranslated: 9,
          missing: 9,
          sentences: 0,
          codeComments: false,
        },
      },
    });
    await post({ kind: 'readme', original: readmeText, translated: readmeText, shape: null });
    await page.getByText('Partly translated').waitFor();
    assert.equal(await page.getByRole('button', { name: /missing sentences/ }).count(), 0);
    await page.getByRole('button', { name: 'Set up translation' }).click();

    assert.deepEqual(sent.at(-1), { kind: 'configure-translation' });
    assert.equal(await page.getByRole('button', { name: 'Headings and common phrases only' }).count(), 0);
    await page.close();
  });

  it('marks a machine translation and switches to the original', async () => {
    const { page, sent, post } = await openPage(browser, chineseState);
    const translatedAt = '2026-11-24T08:00:00.000Z';
    const translation = {
      kind: 'done',
      engine: 'libretranslate',
      engineVersion: 'argos',
      translatedAt,
      untranslated: 2,
      missing: 1,
      sentences: 3,
      codeComments: false,
    } as const;
    await post({ kind: 'state', state: { ...chineseState, translation } });
    await post({
      kind: 'readme',
      original: { html: '<p>你好</p>', language: 'zh', blockedHosts: [] },
      translated: { html: '<p>Hello</p>', language: 'en', blockedHosts: [] },
      shape: null,
    });

    await page.getByText('Machine translation').waitFor();
    assert.equal(await text(page, '#readme'), 'Hello');
    assert.match(await text(page, '#readme-bar'), /by LibreTranslate, Nov 24, 2026/);
    assert.match(await text(page, '#readme-bar'), /2 sentences stayed/);
    await page.getByRole('button', { name: 'Translate 1 missing sentence' }).click();
    assert.deepEqual(sent.at(-1), { kind: 'translate', engine: 'libretranslate', codeComments: false });
    await page.getByRole('button', { name: 'Original (Chinese)' }).click();
    assert.equal(await text(page, '#readme'), '你好');
    assert.equal(await page.getAttribute('#readme', 'lang'), 'zh');
    await page.close();
  });

  it('offers other ways to bring a model that could not be downloaded', async () => {
    const { page, sent, post } = await openPage(browser, chineseState);
    const message = 'The file model.bin could not be downloaded. Try again, set a mirror, or install it from a file.';
    const translation = { kind: 'failed', engine: 'bergamot', message, model: true } as const;
    await post({ kind: 'state', state: { ...chineseState, translation } });

    await page.getByRole('alert').getByText(message).waitFor();
    await page.getByRole('group', { name: 'Translation' }).getByRole('button', { name: 'Try again' }).click();
    assert.deepEqual(sent.at(-1), { kind: 'translate', engine: 'bergamot', codeComments: false });
    await page.getByRole('button', { name: 'Install from file' }).click();
    assert.deepEqual(sent.at(-1), { kind: 'bring-model', from: 'file', engine: 'bergamot' });
    await page.getByRole('button', { name: 'Set a mirror' }).click();
    assert.deepEqual(sent.at(-1), { kind: 'bring-model', from: 'mirror', engine: 'bergamot' });

    await post({ kind: 'state', state: { ...chineseState, translation: { ...translation, model: false } } });
    await page.getByRole('button', { name: 'Set a mirror' }).waitFor({ state: 'detached' });
    await page.close();
  });

  describe('with a translation', () => {
    const state = translatedState;
    const texts = translatedTexts;

    async function open(width = 1200) {
      const opened = await openPage(browser, state, { width });
      await opened.post(texts);
      await opened.page.getByText('First one.').waitFor();
      return opened;
    }

    it('shows the original of the sentence under the mouse, and the way to correct it', async () => {
      const { page, sent } = await open();

      await page.getByText('Install Xinchuang').hover({ position: { x: 90, y: 8 } });
      const card = page.locator('#sentence-card');
      await card.getByText('使用npm安装信创。').or(card.getByText('第一句。')).waitFor();
      await page.getByText('now.').hover({ position: { x: 230, y: 8 } });
      await card.getByText('使用npm安装信创。').waitFor();
      assert.match(await card.innerText(), /Corrected by a person/);
      await card.getByRole('button', { name: 'Correct' }).click();

      assert.deepEqual(sent.at(-1), { kind: 'correct', sentence: 2 });
      assert.equal(await card.isVisible(), false);
      await page.close();
    });

    it('marks what stayed in the original language, and only in the translation', async () => {
      const { page } = await open();
      // The lists of highlights and ranges are of the browser.
      const marked = async () =>
        String(
          await page.evaluate(
            "[...(CSS.highlights.get('gitee-scout-left') ?? [])].map(range => range.toString() + (range.startContainer.parentElement.closest('.cell.original') ? ' original' : '')).join(' | ')",
          ),
        );

      assert.equal(await marked(), '填充 2 | 填充 4');
      await page.getByRole('button', { name: 'Side by side' }).click();
      await page.locator('.row').first().waitFor();
      assert.equal(await marked(), '填充 2 | 填充 4');
      await page.getByRole('button', { name: 'Original (Chinese)' }).click();
      await page.locator('.row').first().waitFor({ state: 'detached' });
      assert.equal(await marked(), '');
      await page.close();
    });

    it('explains a term by keyboard too', async () => {
      const { page } = await open();

      await page.locator('abbr.term').focus();

      await page.locator('#sentence-card').getByText('national programme').waitFor();
      assert.equal(await page.locator('abbr.term').count(), 1);
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('#sentence-card').isVisible(), false);
      await page.close();
    });

    it('shows both texts side by side, block beside block, in one scroll', async () => {
      const { page } = await open();

      await page.getByRole('button', { name: 'Side by side' }).click();
      await page.locator('.row').first().waitFor();

      const tops = await page
        .locator('.row')
        .evaluateAll(rows =>
          rows.map(row => [...row.querySelectorAll('.cell > *')].map(cell => cell.getBoundingClientRect().top)),
        );
      assert.equal(tops.length, 43);
      assert.ok(tops.every(([one = 0, other = 1]) => Math.abs(one - other) < 1));
      assert.equal(await page.locator('#readme [id="user-content-a"]').count(), 1);
      assert.equal(await page.locator('.cell.original').first().getAttribute('lang'), 'zh-Hans');
      assert.match(await text(page, '#readme-bar'), /Machine translation/);
      await page.getByRole('button', { name: 'Original (Chinese)' }).click();
      assert.equal(await page.locator('.row').count(), 0);
      await page.close();
    });

    it('keeps the line that is being read in its place while more is translated, and touches nothing else', async () => {
      const { page, post } = await openPage(browser, state);
      await post({ ...texts, translated: { ...texts.original } });
      await page.getByText('填充 30').waitFor();
      await page.evaluate(() => {
        document.querySelector('[data-block="33"]')?.scrollIntoView({ block: 'start' });
        document.querySelector('[data-block="34"]')?.setAttribute('id', 'mine');
      });
      const top = () => page.evaluate(() => document.querySelector('[data-block="33"]')?.getBoundingClientRect().top);
      const before = await top();
      const longer = texts.original.html
        .replace('填充 5', 'A much longer paragraph. '.repeat(80))
        .replace('填充 6', 'x');

      await post({ ...texts, translated: { ...texts.original, html: longer } });
      await page.getByText('A much longer').waitFor({ state: 'attached' });

      assert.ok(Math.abs(((await top()) ?? 0) - (before ?? 1)) < 1.5);
      // Only what changed was made anew; this one differs by what the test did to it, so it is, too.
      assert.equal(await page.locator('[data-block="35"]').count(), 1);
      await page.close();
    });

    it('keeps what it takes to show the translation again, and the chosen text, over a life of its own', async () => {
      const { page, saved } = await open();
      const kept = {
        path: 'README.md',
        engine: 'bergamot',
        engineVersion: 'zh-en-2.0',
        translatedAt: '2026-11-24T08:00:00.000Z',
        codeComments: false,
      };
      await page.getByRole('button', { name: 'Side by side' }).click();
      const before = await saved();
      await page.close();

      const again = await openPage(browser, chineseState, { saved: before });
      await again.post({ ...texts, translated: null });
      await again.page.getByText('第一句。').waitFor();
      const meanwhile = await again.saved();
      await again.post({ kind: 'state', state });
      await again.post(texts);
      await again.page.locator('.row').first().waitFor();

      for (const each of [before, meanwhile, await again.saved()]) {
        assert.deepEqual(each?.entries[0]?.translation, kept);
        assert.equal(each?.entries[0]?.view, 'both');
      }
      await again.post({ kind: 'state', state: chineseState });
      await again.page
        .getByRole('button', { name: /^Translate with/ })
        .first()
        .waitFor();
      assert.equal((await again.saved())?.entries[0]?.translation, undefined);
      await again.page.close();
    });

    it('comes back at the place where it was read', async () => {
      const { page, saved } = await open();
      await page.evaluate(() => window.scrollTo(0, 900));
      await page.waitForFunction(() => Reflect.get(globalThis, 'savedPage')?.entries[0].scroll === 900);
      const before = await saved();
      await page.close();

      const again = await openPage(browser, chineseState, { saved: before });
      await again.post({ ...texts, translated: null });
      await again.post({ kind: 'state', state });
      const longer = texts.translated.html.replace('Title', 'A longer title '.repeat(60));
      await again.post({ ...texts, translated: { ...texts.translated, html: longer } });
      await again.page.getByText('A longer title').waitFor({ state: 'attached' });

      assert.equal(await again.page.evaluate(() => Math.round(window.scrollY)), 900);
      await again.page.close();
    });

    it('offers to copy, to correct, and to translate comments in code', async () => {
      const { page, sent } = await open();

      await page.getByRole('button', { name: 'Copy translation' }).click();
      assert.deepEqual(sent.at(-1), { kind: 'copy', what: 'translation' });
      await page.getByRole('button', { name: 'Correct a sentence' }).click();
      assert.deepEqual(sent.at(-1), { kind: 'correct', sentence: null });
      await page.getByRole('button', { name: 'Translate 3 comments in code too' }).click();
      assert.deepEqual(sent.at(-1), { kind: 'translate', engine: 'bergamot', codeComments: true });
      await page.close();
    });
  });

  it('says what happens at the first use of an engine', async () => {
    const { page, post } = await openPage(browser, chineseState);
    const first = 'Once, a model of 50 MB is downloaded, after you agree.';
    const engines = [{ id: 'bergamot', label: 'Bergamot on this device', destination: '', partial: false, first }];

    await post({ kind: 'state', state: { ...chineseState, engines } });

    await page.getByText(`The text stays on this device. ${first}`).waitFor();
    await page.close();
  });

  it('offers both versions where the project’s own is behind', async () => {
    const { page, sent, post } = await openPage(browser, fullState);
    const { readme } = fullState.page;
    assert.ok(readme.kind === 'found');
    const value = {
      ...readme.value,
      remark: 'This version may be out of date: it has 3 of the 9 sections of README.md.',
    };
    const engines = chineseState.engines;
    await post({
      kind: 'state',
      state: { ...fullState, engines, page: { ...fullState.page, readme: { ...readme, value } } },
    });

    await page.getByText('may be out of date').waitFor();
    await page.getByRole('button', { name: 'Read README.md' }).click();
    assert.deepEqual(sent.at(-1), { kind: 'read-version', path: 'README.md' });
    await page.getByRole('button', { name: 'Translate README.md with LibreTranslate' }).click();
    assert.deepEqual(sent.at(-1), { kind: 'translate-version', path: 'README.md', engine: 'libretranslate' });
    await page.close();
  });

  it('offers to translate the Chinese parts of an English README, and nothing where there are none', async () => {
    const { page, post } = await openPage(browser, { ...fullState, engines: chineseState.engines });
    const shape = { chinese: 7, pieces: 20, comments: 0, pictures: 1 };

    await post({ kind: 'readme', original: readmeText, translated: null, shape });
    await page.getByText('7 passages are in Chinese. Read them in English:').waitFor();
    await post({ kind: 'readme', original: readmeText, translated: null, shape: { ...shape, chinese: 1 } });

    await page.getByText('7 passages').waitFor({ state: 'detached' });
    await page.close();
  });

  it('says so when a README is nothing but pictures', async () => {
    const { page, post } = await openPage(browser, chineseState);

    await post({
      kind: 'readme',
      original: { html: '<p><span class="blocked-image">a.png</span></p>', language: 'und', blockedHosts: ['a.b'] },
      translated: null,
      shape: { chinese: 0, pieces: 0, comments: 0, pictures: 3 },
    });

    await page.getByText('consists of pictures').waitFor();
    assert.equal(await page.getByRole('button', { name: /^Translate/ }).count(), 0);
    await page.close();
  });

  it('allows images of each host on its own', async () => {
    const { page, sent, post } = await openPage(browser, fullState);
    await post({ kind: 'readme', original: readmeText, translated: null, shape: null });

    await page.getByText('Always from one host').click();
    await page.getByRole('button', { name: 'Always from foruda.gitee.com' }).click();

    assert.deepEqual(sent.at(-1), { kind: 'allow-images', host: 'foruda.gitee.com', remember: true });
    await page.close();
  });

  it('saves a finding with status and note', async () => {
    const { page, sent } = await openPage(browser, fullState);

    await page.getByRole('button', { name: 'Save as finding' }).click();
    await page.getByLabel('Status').selectOption('evaluating');
    await page.getByLabel('Note').fill('Try it in the import job.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();

    assert.deepEqual(sent.at(-1), { kind: 'save-finding', status: 'evaluating', note: 'Try it in the import job.' });
    await page.close();
  });

  it('draws the activity for eyes and as a table', async () => {
    const { page } = await openPage(browser, activeState);

    const section = page.locator('#activity');
    assert.match(await text(page, '#activity'), /431 commits in the last 12 months; 17 authors/);
    assert.equal(await section.locator('rect').count(), 5);
    await section.getByText('Newest hundred commits by month').click();
    assert.match(await text(page, '#activity table'), /Sep 2026\s+8/);
    await page.close();
  });

  const controls: readonly (readonly [name: string, message: PageMessage])[] = [
    ['Open on Gitee', { kind: 'open-home', host: 'gitee', path: 'chinabugotech/hutool' }],
    ['Copy clone command', { kind: 'copy', what: 'clone-command' }],
    ['Copy link', { kind: 'copy', what: 'link' }],
    ['Ask again', { kind: 'refresh' }],
    ['Copy cn.hutool:hutool-all', { kind: 'copy-coordinate', purl: 'pkg:maven/cn.hutool/hutool-all' }],
    [
      'server/pom.xml',
      { kind: 'reveal-dependency', purl: 'pkg:maven/com.google.guava/guava', uri: 'file:///work/server/pom.xml' },
    ],
    ['Chinese', { kind: 'read-version', path: 'README.md' }],
    ['Show the last 12 months', { kind: 'show-activity' }],
    ['Load images', { kind: 'allow-images', host: null, remember: false }],
    ['Copy Markdown', { kind: 'copy', what: 'markdown' }],
  ];
  for (const [name, message] of controls) {
    it(`tells the host: ${name}`, async () => {
      const { page, sent, post } = await openPage(browser, fullState);
      await post({ kind: 'readme', original: readmeText, translated: null, shape: null });

      await page.getByRole('button', { name, exact: true }).click();

      assert.deepEqual(sent.at(-1), message);
      await page.close();
    });
  }

  it('keeps the focus and what is typed while parts come in', async () => {
    const { page, post } = await openPage(browser, loadingState);
    await page.getByRole('button', { name: 'Save as finding' }).click();
    await page.getByLabel('Note').fill('half a sent');

    await post({ kind: 'state', state: fullState });
    await page.getByText('29.4K').waitFor();

    assert.equal(await page.getByLabel('Note').inputValue(), 'half a sent');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'finding-note');
    await page.close();
  });

  it('goes to headings by links inside the README', async () => {
    const { page, post } = await openPage(browser, fullState);
    await post({ kind: 'readme', original: readmeText, translated: null, shape: null });

    await page.getByRole('link', { name: 'installation' }).click();

    assert.equal(await page.evaluate(() => document.activeElement?.id), 'user-content-install');
    await page.close();
  });

  it('ignores messages that are none of its host', async () => {
    const { page } = await openPage(browser, fullState);

    await page.evaluate(() => {
      for (const message of [null, 1, 'x', {}, { kind: 'state' }, { kind: 'state', state: {} }, { kind: 'readme' }]) {
        postMessage(message, '*');
      }
    });

    assert.match(await text(page, 'h1'), /Hutool/);
    await page.close();
  });
});

describe('a README with an attack in it, past every sanitizer', () => {
  let browser: Browser;

  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());

  const attacks = [
    ['a script', '<script>attacked()</script>'],
    ['a script from elsewhere', '<script src="https://evil.example/a.js"></script>'],
    ['an event handler', '<img src="x" onerror="attacked()">'],
    ['an event handler of SVG', '<svg onload="attacked()"><animate onbegin="attacked()"/></svg>'],
    ['a script in a style', '<style>@import url("https://evil.example/a.css");</style>'],
    ['a frame', '<iframe src="https://evil.example/" srcdoc="<script>parent.attacked()</script>"></iframe>'],
    ['an object', '<object data="https://evil.example/a"></object><embed src="https://evil.example/b">'],
    ['a form', '<form action="https://evil.example/"><button id="go">go</button></form>'],
    ['a base', '<base href="https://evil.example/"><img src="a.png">'],
    ['a refresh', '<meta http-equiv="refresh" content="0; url=https://evil.example/">'],
    ['a tracking pixel', '<img src="https://evil.example/pixel.png">'],
    [
      'a background',
      '<table background="https://evil.example/a.png"><tr><td style="background:url(https://evil.example/b.png)">x</table>',
    ],
    ['a video', '<video src="https://evil.example/a.mp4" autoplay poster="https://evil.example/a.png"></video>'],
    [
      'a preload',
      '<link rel="preload" as="image" href="https://evil.example/a.png"><link rel="dns-prefetch" href="//evil.example">',
    ],
  ] as const;
  for (const [name, html] of attacks) {
    it(`runs and loads nothing: ${name}`, async () => {
      const { page, post, requests } = await openPage(browser, fullState, { imageHosts: ['foruda.gitee.com'] });
      let attacked = false;
      await page.exposeFunction('attacked', () => {
        attacked = true;
      });

      await post({
        kind: 'readme',
        original: { ...readmeText, html: `${html}<p id="end">end</p>` },
        translated: null,
        shape: null,
      });
      await page.waitForSelector('#end');
      await page.evaluate(() => document.getElementById('go')?.click());
      await page.waitForTimeout(50);

      assert.equal(attacked, false);
      assert.deepEqual(requests, []);
      assert.match(await text(page, 'h1'), /Hutool/);
      await page.close();
    });
  }

  for (const href of [
    'javascript:attacked()',
    'command:workbench.action.quit',
    'vscode://attack/',
    'data:text/html,x',
  ]) {
    it(`follows no link to ${href}`, async () => {
      const { page, post, sent } = await openPage(browser, fullState);
      let attacked = false;
      await page.exposeFunction('attacked', () => {
        attacked = true;
      });
      const before = page.url();
      await post({
        kind: 'readme',
        original: { ...readmeText, html: `<a href="${href}">link</a>` },
        translated: null,
        shape: null,
      });

      await page.locator('#readme').getByText('link').click();
      await page.waitForTimeout(50);

      assert.equal(attacked, false);
      assert.equal(page.url(), before);
      assert.deepEqual(
        sent.filter(({ kind }) => kind !== 'ready'),
        [],
      );
      await page.close();
    });
  }
});

async function text(page: Page, selector: string): Promise<string> {
  // What a person reads counts, not what is hidden.
  return (await page.locator(selector).first().innerText()).trim();
}
