import assert from 'node:assert/strict';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { violationsIn } from '../support/workbench/accessibility.ts';
import { compareMoment } from '../support/workbench/compare-moment.ts';
import { keepFailures, stepByStep } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';
import { standInNpm } from '../support/workbench/stand-in-npm.ts';

/** What the stand-in for npm says; sizes and dates are made up, and differ. */
const packages = {
  moment: {
    version: '2.30.1',
    license: 'MIT',
    'dist.unpackedSize': 4_350_000,
    dependencies: {},
    'time.modified': '2024-01-02T10:00:00.000Z',
  },
  dayjs: {
    version: '1.11.19',
    license: 'MIT',
    'dist.unpackedSize': 680_000,
    dependencies: { one: '^1.0.0', two: '^2.0.0' },
    'time.modified': '2025-10-30T10:00:00.000Z',
  },
};

async function open(workbench: OpenWorkbench): Promise<void> {
  await compareMoment(workbench, /Size, unpacked/);
  await workbench.command('View: Close Editors in Other Groups');
  await workbench.webview().getByRole('rowheader', { name: /Stars/ }).waitFor();
}

describe('the comparison of a dependency with what could take its place', () => {
  stepByStep();
  const lifetime = createLifetime();
  let gitee: StandIn;
  let workbench: OpenWorkbench;
  keepFailures(() => workbench);
  const cells = (row: RegExp) =>
    workbench
      .webview()
      .locator('tr', { has: workbench.page.getByText(row) })
      .locator('td');

  before(async () => {
    gitee = await startGitee();
    const environment = await standInNpm(lifetime.folder('bin'), packages);
    workbench = await openWorkbench({ theme: 'light', environment, baseUrl: gitee.apiUrl });
  });

  after(async () => {
    await workbench?.close();
    await gitee?.close();
    lifetime.end();
  });

  it('shows size, dependencies, version and last release as the package manager says them', async () => {
    await open(workbench);

    assert.deepEqual(await cells(/^Size, unpacked/).allTextContents(), ['4.4 MB', '680 kB']);
    assert.deepEqual(await cells(/^Dependencies/).allTextContents(), ['0', '2']);
    assert.deepEqual(await cells(/^Newest version/).allTextContents(), ['2.30.1', '1.11.19']);
    assert.deepEqual(await cells(/^Last release/).allTextContents(), ['Jan 2, 2024', 'Oct 30, 2025']);
    assert.match(
      (await cells(/^Size, unpacked/)
        .first()
        .getAttribute('title')) ?? '',
      /npm view, read on/,
    );
    await workbench.picture('comparison-npm-light');
  });

  it('marks what differs in words, and has the activity as a table', async () => {
    const size = workbench.webview().getByRole('rowheader', { name: /Size, unpacked/ });

    assert.match((await size.textContent()) ?? '', /differs/);
    await workbench.webview().locator('svg.chart').first().waitFor();
    const figures = workbench.webview().getByRole('table', { name: /Commits of Day\.js by month/ });
    assert.ok((await figures.getByRole('row').count()) > 2);
  });

  it('is exported as Markdown with the same facts and their sources', async () => {
    await workbench.webview().getByRole('link', { name: 'Export as Markdown' }).click();

    await workbench.editor.line('| Size, unpacked').waitFor();
    const text = await workbench.page.locator('.editor-group-container.active .view-lines').innerText();
    const plain = text.replaceAll('\u00a0', ' ');
    assert.match(plain, /\| Size, unpacked \(differs\) \| 4\.4 MB \| 680 kB \|/);
    await workbench.picture('comparison-npm-markdown');
  });
});

describe('the comparison in a window of its own', () => {
  const lifetime = createLifetime();
  let gitee: StandIn;
  let current: OpenWorkbench | undefined;
  keepFailures(() => current);
  before(async () => {
    gitee = await startGitee();
  });
  afterEach(() => current?.close());
  after(async () => {
    await gitee?.close();
    lifetime.end();
  });

  it('comes back when the window is loaded again', async () => {
    const environment = await standInNpm(lifetime.folder('bin'), packages);
    current = await openWorkbench({ environment, baseUrl: gitee.apiUrl });
    await open(current);
    await current.reloadWindow();

    const row = current.webview().locator('tr', { has: current.page.getByText(/^Size, unpacked/) });
    await row.waitFor();
    assert.deepEqual(await row.locator('td').allTextContents(), ['4.4 MB', '680 kB']);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`has no fault that axe finds in ${theme}`, async () => {
      const environment = await standInNpm(lifetime.folder('bin'), packages);
      current = await openWorkbench({ theme, environment, baseUrl: gitee.apiUrl });
      await open(current);

      const violations = await violationsIn(current, ['page.css', 'comparison.css']);

      await current.picture(`comparison-npm-${theme}`);
      assert.deepEqual(violations, []);
    });
  }
});
