import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { amend, historyOf, step, visit } from '../../src/surfaces/page/history.ts';
import type { PageHistory } from '../../src/webview/protocol.ts';
import { startBrowser } from '../support/vscode/browser.ts';
import { openPage } from './open-page.ts';
import { fullState, readmeText } from './sample-state.ts';

const titles = ({ entries }: PageHistory) => entries.map(({ title }) => title);
const reference = (project: string) => ({ project });

describe('the history of a panel', () => {
  it('goes no further than its ends', () => {
    const one = historyOf(reference('a'), 'A');

    assert.equal(step(one, -1), undefined);
    assert.equal(step(one, 1), undefined);
  });

  it('keeps where the reader was on each page', () => {
    const two = visit(amend(historyOf(reference('a'), 'A'), { scroll: 300 }), reference('b'), 'B');

    const back = step(amend(two, { scroll: 20 }), -1);

    assert.deepEqual(
      back?.entries.map(({ scroll }) => scroll),
      [300, 20],
    );
    assert.equal(back?.at, 0);
  });

  it('forgets what lay ahead when another page is opened', () => {
    const two = visit(historyOf(reference('a'), 'A'), reference('b'), 'B');
    const back = step(two, -1);
    assert.ok(back);

    assert.deepEqual(titles(visit(back, reference('c'), 'C')), ['A', 'C']);
  });

  it('forgets its oldest pages', () => {
    let history = historyOf(reference('0'), '0');
    for (let index = 1; index <= 60; index += 1) history = visit(history, reference(`${index}`), `${index}`);

    assert.equal(history.entries.length, 50);
    assert.equal(titles(history).at(-1), '60');
    assert.equal(history.at, 49);
  });
});

describe('the history in the page itself', () => {
  let browser: Browser;
  const history: PageHistory = {
    entries: [
      { reference: reference('before'), title: 'Before', scroll: 7 },
      { reference: reference('hutool'), title: 'Hutool', scroll: 260 },
    ],
    at: 1,
  };

  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());

  it('begins where the reader was, tells the host where they go, and saves all of it', async () => {
    const { page, post, sent, saved } = await openPage(browser, fullState, { history });
    await post({ kind: 'readme', original: readmeText, translated: null, shape: null });
    await page.waitForFunction(() => scrollY === 260);

    await page.evaluate(() => scrollTo(0, 100));
    await page.waitForFunction(() => Reflect.get(globalThis, 'savedPage')?.entries[1].scroll === 100);

    // The place where it began may have been told before: on a slow machine the reader rested there.
    const last = () => sent.findLast(message => message.kind === 'scrolled');
    for (let turn = 0; turn < 400 && last()?.scroll !== 100; turn += 1) await page.waitForTimeout(50);
    assert.deepEqual(last(), { kind: 'scrolled', scroll: 100 });
    const kept = await saved();
    assert.equal(kept?.at, 1);
    assert.deepEqual(
      kept?.entries.map(({ title, scroll }) => [title, scroll]),
      [
        ['Before', 7],
        ['Hutool', 100],
      ],
    );
    await page.close();
  });

  it('turns with the buttons at the side of a mouse', async () => {
    const { page, sent } = await openPage(browser, fullState, { history });

    await page.evaluate(() => {
      for (const button of [3, 4]) document.body.dispatchEvent(new MouseEvent('mouseup', { button, bubbles: true }));
    });

    assert.deepEqual(
      sent.filter(({ kind }) => kind === 'go'),
      [
        { kind: 'go', by: -1 },
        { kind: 'go', by: 1 },
      ],
    );
    await page.close();
  });
});
