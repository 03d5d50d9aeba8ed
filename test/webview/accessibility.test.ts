import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { PageState } from '../../src/webview/protocol.ts';
import { startBrowser } from '../support/vscode/browser.ts';
import { results } from '../support/vscode/folders.ts';
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
import type { themes } from './themes.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

const states: Readonly<Record<string, PageState>> = {
  full: fullState,
  'of an unknown project': chineseState,
  offline: offlineState,
  loading: loadingState,
  'with its activity': activeState,
};

const everyTheme = ['dark', 'light', 'high-contrast', 'high-contrast-light'] as const satisfies (keyof typeof themes)[];

describe('accessibility of the project page', () => {
  let browser: Browser;

  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());

  for (const theme of everyTheme) {
    for (const [name, state] of Object.entries(states)) {
      it(`has no violation: ${name} page, ${theme}`, async () => {
        const { page, post } = await openPage(browser, state, { theme });
        await post({ kind: 'readme', original: readmeText, translated: null, shape: null });
        await openEverything(page);

        const violations = await check(page);

        assert.deepEqual(brief(violations), []);
        await page.close();
      });
    }
  }

  for (const theme of everyTheme) {
    it(`has no violation with a translation, a sentence's card and both texts side by side, ${theme}`, async () => {
      const { page, post } = await openPage(browser, translatedState, { theme });
      await post(translatedTexts);
      await page.getByText('First one.').hover({ position: { x: 20, y: 8 } });
      await page.locator('#sentence-card').getByText('第一句。').waitFor();
      const withCard = await check(page);
      await page.screenshot({ path: path.join(results, 'screenshots', `card-${theme}.png`) });

      await page.locator('abbr.term').focus();
      await page.locator('#sentence-card').getByText('national programme').waitFor();
      const withNote = await check(page);
      await page.getByRole('button', { name: 'Side by side' }).click();
      await page.locator('.row').first().waitFor();
      await page.getByText('First one.').hover({ position: { x: 20, y: 8 } });
      await page.locator('#sentence-card').getByText('第一句。').waitFor();
      const sideBySide = await check(page);
      await page.screenshot({ path: path.join(results, 'screenshots', `card-side-by-side-${theme}.png`) });

      assert.deepEqual([withCard, withNote, sideBySide].flatMap(brief), []);
      await page.close();
    });

    it(`has no violation where the model could not be downloaded, ${theme}`, async () => {
      const translation = { kind: 'failed', engine: 'bergamot', message: 'It could not be had.', model: true } as const;
      const { page, post } = await openPage(browser, { ...chineseState, translation }, { theme });
      await post({ kind: 'readme', original: readmeText, translated: null, shape: null });
      await page.getByRole('button', { name: 'Set a mirror' }).waitFor();
      await page.screenshot({ path: path.join(results, 'screenshots', `model-failed-${theme}.png`) });

      assert.deepEqual(brief(await check(page)), []);
      await page.close();
    });
  }

  it('is operated by keyboard from the first control to the last', async () => {
    const { page, post } = await openPage(browser, fullState);
    await post({ kind: 'readme', original: readmeText, translated: null, shape: null });
    await page.waitForSelector('#readme a');

    const visited: string[] = [];
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
      if (visited.length > 0 && name === visited[0]) break;
      visited.push(name);
    }

    const order = [
      'Save as finding',
      'server/pom.xml',
      'Sources of this verdict',
      'cn.hutool:hutool-all',
      'English',
      'installation',
    ];
    const positions = order.map(name => visited.indexOf(name));
    assert.ok(!positions.includes(-1), JSON.stringify(visited));
    assert.deepEqual(
      positions,
      positions.toSorted((one, other) => one - other),
    );
    await page.close();
  });

  it('shows where the focus is', async () => {
    const { page } = await openPage(browser, fullState);
    await page.keyboard.press('Tab');

    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return { outlineStyle, outlineWidth };
    });

    assert.deepEqual(outline, { outlineStyle: 'solid', outlineWidth: '1px' });
    await page.close();
  });

  it('moves nothing for people who asked for that', async () => {
    const { page } = await openPage(browser, loadingState);
    await page.emulateMedia({ reducedMotion: 'reduce' });

    const running = await page.evaluate(() => document.getAnimations().length);

    assert.equal(running, 0);
    await page.close();
  });

  for (const width of [320, 420, 700, 1200]) {
    it(`needs no sideways scrolling at ${width} pixels`, async () => {
      const { page, post } = await openPage(browser, chineseState, { width });
      await post({ kind: 'readme', original: readmeText, translated: null, shape: null });
      await page.waitForSelector('#readme table');

      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

      assert.ok(excess <= 0, `${excess} pixels too wide`);
      await page.close();
    });
  }
});

/** Folds and forms hide what a person reaches in the end. */
async function openEverything(page: Page): Promise<void> {
  await page.waitForSelector('#readme table');
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    for (const form of document.querySelectorAll('form')) form.hidden = false;
  });
}

function brief(violations: readonly Violation[]) {
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary]);
}

async function check(page: Page): Promise<readonly Violation[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await Reflect.get(globalThis, 'axe').run();
    return violations;
  });
}
