import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { runCli } from '../cli/run-cli.ts';
import { startBrowser } from '../support/vscode/browser.ts';
import { results, root } from '../support/vscode/folders.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const sample = path.join(root, 'test/support/sample-workspace');

describe('an HTML report in a browser', () => {
  let browser: Browser;
  let html: string;
  before(async () => {
    browser = await startBrowser();
    const policy = ['--policy', 'report-policy.yaml'];
    html = (await runCli(['report', sample, '--format', 'html', ...policy], { cwd: import.meta.dirname })).out;
  });
  after(() => browser.close());

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is free of faults that axe finds, in ${colorScheme}, and asks nobody for anything`, async () => {
      const page = await browser.newPage({ colorScheme, viewport: { width: 1200, height: 900 } });
      const requests: string[] = [];
      page.on('request', request => requests.push(request.url()));
      const errors: string[] = [];
      page.on('pageerror', error => errors.push(error.message));
      // The page's own policy forbids every script; what looks at it comes in from outside.
      await page.setContent(html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
      await page.evaluate(axe);

      const violations: readonly { readonly id: string }[] = await page.evaluate(
        async () => (await Reflect.get(globalThis, 'axe').run()).violations,
      );

      await page.screenshot({ path: path.join(results, `screenshots/report-${colorScheme}.png`) });
      await page.close();
      assert.deepEqual(violations, []);
      assert.deepEqual([requests, errors], [[], []]);
      assert.ok(html.includes('<svg'));
    });
  }

  it('prints on pages of paper, wide tables included', async () => {
    const page = await browser.newPage();
    await page.setContent(html);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 680, height: 900 });

    const pdf = await page.pdf({ format: 'A4', path: path.join(results, 'report.pdf') });
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    await page.screenshot({ path: path.join(results, 'screenshots/report-print.png') });
    await page.close();

    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    assert.ok(tooWide <= 0, `${tooWide} px too wide for the paper`);
  });
});
