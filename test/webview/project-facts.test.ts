import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import type { PageState } from '../../src/webview/protocol.ts';
import { startBrowser } from '../support/vscode/browser.ts';
import { openPage } from './open-page.ts';
import { chineseState, fullState, offlineState } from './sample-state.ts';

describe('facts of a project on its page', () => {
  let browser: Browser;

  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());

  it('names similar projects with a reason, each a way to its page', async () => {
    const { page, sent } = await openPage(browser, fullState);
    const section = page.locator('#similar');

    assert.match(await text(page, '#similar'), /fastjson2.*Hutool does, among other things/);
    await section.getByRole('button', { name: 'fastjson2', exact: true }).click();
    assert.deepEqual(sent.at(-1), { kind: 'open-project', project: 'fastjson2', beside: false });
    await section.getByRole('button', { name: 'fastjson2', exact: true }).click({ modifiers: ['Control'] });
    assert.deepEqual(sent.at(-1), { kind: 'open-project', project: 'fastjson2', beside: true });
    await section.getByRole('button', { name: 'fastjson2', exact: true }).click({ button: 'middle' });
    assert.deepEqual(sent.at(-1), { kind: 'open-project', project: 'fastjson2', beside: true });
    await section.getByRole('button', { name: 'Open the page of fastjson2 beside this one' }).click();
    assert.deepEqual(sent.at(-1), { kind: 'open-project', project: 'fastjson2', beside: true });
    await page.close();
  });

  it('offers to add a package to a manifest where one could take it, and says where it is used', async () => {
    const { page, sent } = await openPage(browser, fullState);

    await page.getByRole('button', { name: 'Add cn.hutool/hutool-all to a manifest…' }).click();

    assert.deepEqual(sent.at(-1), { kind: 'add-package', purl: 'pkg:maven/cn.hutool/hutool-all' });
    assert.equal(await page.getByRole('button', { name: 'Add cn.hutool/hutool-core to a manifest…' }).count(), 0);
    assert.match(await text(page, '#use'), /Used in tools\/pom\.xml/);
    await page.close();
  });

  it('lists releases, the newest first, with dates and links', async () => {
    const { page } = await openPage(browser, fullState);

    const tags = await page.locator('#releases li .line > :first-child').allTextContents();

    assert.deepEqual(tags, ['5.8.41', '6.0.0-M22', '5.8.40', '5.8.39']);
    assert.match(await text(page, '#releases'), /Oct [12], 2026/);
    assert.match(await text(page, '#releases'), /6\.0\.0-M22prerelease/);
    const address = await page.getByRole('link', { name: '5.8.41' }).getAttribute('href');
    assert.equal(address, 'https://gitee.com/chinabugotech/hutool/releases/tag/5.8.41');
    await page.getByText('Earlier releases (1)').click();
    await page.getByRole('link', { name: '5.8.39' }).waitFor();
    await page.close();
  });

  it('names the contributors with most commits and folds the others away', async () => {
    const { page } = await openPage(browser, fullState);

    assert.match(await text(page, '#contributors'), /LoolyCommits: 3,120李明Commits: 41/);
    assert.match(await text(page, '#header'), /Contributors: 6/);
    assert.equal(await page.getByText('six', { exact: true }).isVisible(), false);
    await page.locator('#contributors').getByText('More (1)').click();
    await page.getByText('six', { exact: true }).waitFor();
    await page.close();
  });

  it('says why the contributors are missing and offers to ask for them', async () => {
    const { page, sent } = await openPage(browser, chineseState);

    assert.match(await text(page, '#contributors'), /Only a few requests are left/);
    await page.getByRole('button', { name: 'Ask for the contributors' }).click();

    assert.deepEqual(sent.at(-1), { kind: 'show-contributors' });
    await page.close();
  });

  it('shows neither releases nor contributors where nobody answered, besides the message above', async () => {
    const { page } = await openPage(browser, offlineState);

    assert.equal(await page.locator('#releases').isVisible(), false);
    assert.equal(await page.locator('#contributors').isVisible(), false);
    await page.close();
  });

  it('names the documentation’s languages with both sources', async () => {
    const { page } = await openPage(browser, fullState);
    const fact = page.locator('.fact', { hasText: 'Documentation in' });

    assert.match((await fact.textContent()) ?? '', /Documentation in Chinese, English/);
    const title = (await fact.getAttribute('title')) ?? '';
    assert.match(title, /The catalog: Chinese, English\. Source: Catalog of Gitee Scout, read /);
    assert.match(title, /README files: README-EN\.md \(English\), README\.md \(Chinese\)\. Source: gitee\.com, read /);
    await page.close();
  });

  it('says of which home a mirror is, and where a project moved to', async () => {
    const { facts } = fullState.page;
    assert.ok(facts.kind === 'found');
    const homes = [
      { host: 'gitee', path: 'mirrors/hutool', kind: 'official-mirror' },
      { host: 'gitee', path: 'old/hutool', kind: 'moved' },
      { host: 'github', path: 'chinabugotech/hutool', kind: 'primary' },
    ] as const;
    const state: PageState = {
      ...fullState,
      page: { ...fullState.page, facts: { ...facts, value: { ...facts.value, homes } } },
    };

    const { page } = await openPage(browser, state);

    const list = await text(page, '.homes');
    assert.match(list, /official mirror of GitHub/);
    assert.match(list, /moved to GitHub chinabugotech\/hutool/);
    await page.close();
  });

  it('gives source and age of every fact on hover', async () => {
    const { page } = await openPage(browser, fullState);

    const without = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          '#header :is(h1, .eyebrow, .summary, .fact, .homes a), #releases li, #contributors ul, #similar li, .license-name',
        ),
      ]
        .filter(each => !/Source: .+, read|agreed with the catalog|asked yet/.test(each.getAttribute('title') ?? ''))
        .map(each => each.textContent),
    );

    assert.deepEqual(without, []);
    await page.close();
  });
});

async function text(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).textContent()) ?? '';
}
