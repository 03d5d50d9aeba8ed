import assert from 'node:assert/strict';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { violationsIn } from '../support/workbench/accessibility.ts';
import { keepFailures, stepByStep } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';
import { watchAnnotation } from '../support/workbench/watch-annotation.ts';

const highContrast = { 'workbench.colorTheme': 'Default High Contrast' };

/** Where a person begins a new line, what is typed there, and lines whose notes must stay as they are meanwhile. */
const halfTyped = [
  {
    file: 'package.json',
    behind: '"express"',
    keys: ['Control+Enter'],
    typed: '"luxon": "^3.5.0",',
    noted: '"luxon"',
    words: /Day\.js/,
    others: ['"axios"', '"moment"', '"vite"'],
  },
  {
    file: 'services/reports/pyproject.toml',
    behind: '"easyocr>=1.7",',
    keys: ['Control+Enter'],
    typed: '"jieba>=0.42",',
    noted: '"jieba>=0.42"',
    words: /of Chinese origin/,
    others: ['"apache-airflow', '"nltk', '"torch'],
  },
  {
    file: 'services/orders/pom.xml',
    behind: 'commons-lang3',
    keys: ['ArrowDown', 'ArrowDown', 'Control+Enter'],
    typed: '<dependency>\n<groupId>com.google.code.gson</groupId>\n<artifactId>gson</artifactId>\n</dependency>',
    noted: '<artifactId>gson<',
    words: /fastjson2/,
    others: ['<artifactId>spring-boot-starter-web', '<artifactId>poi-ooxml', '<artifactId>quartz<'],
  },
] as const;

describe('how suggestions show, in a dark theme with high contrast', () => {
  stepByStep();
  let gitee: StandIn;
  let workbench: OpenWorkbench;
  keepFailures(() => workbench);

  before(async () => {
    gitee = await startGitee();
    workbench = await openWorkbench({ theme: 'high contrast', baseUrl: gitee.apiUrl });
  });

  after(async () => {
    await workbench?.close();
    await gitee?.close();
  });

  it('follows the setting while the file is open: notes, CodeLens, nothing', async () => {
    await workbench.openFile('package.json');
    await workbench.editor.annotationBehind('"moment"');
    await workbench.screenshot('manifest-high-contrast');

    await workbench.settings({ ...highContrast, 'giteeScout.annotations': 'codeLens' });
    await workbench.editor.codeLenses().filter({ hasText: 'Day.js' }).first().waitFor();
    assert.deepEqual(await workbench.editor.annotations(), []);
    await workbench.picture('lenses-high-contrast');

    await workbench.settings({ ...highContrast, 'giteeScout.annotations': 'off' });
    await workbench.editor.codeLenses().filter({ hasText: 'Day.js' }).first().waitFor({ state: 'detached' });
    assert.deepEqual(await workbench.editor.annotations(), []);
  });

  it('comes and goes with the eye in the title bar, which is remembered when the window is loaded again', async () => {
    await workbench.settings(highContrast);
    await workbench.editor.annotationBehind('"moment"');

    await workbench.titleAction('Hide Suggestions in This File').click();
    await workbench.editor.noAnnotations();
    await workbench.reloadWindow();
    await workbench.titleAction('Show Suggestions in This File').waitFor();
    await workbench.openFile('services/reports/pyproject.toml');
    // The eye is shut for one file: when the notes of this one stand, the other would have its own.
    await workbench.editor.annotationBehind('"torch');
    await workbench.titleAction('Hide Suggestions in This File').waitFor();
    await workbench.openFile('package.json');
    await workbench.editor.line('"name": "storefront"').waitFor();
    await workbench.editor.noAnnotations();
    await workbench.picture('eye-shut-after-reload');

    await workbench.titleAction('Show Suggestions in This File').click();
    await workbench.editor.annotationBehind('"moment"');
  });

  for (const { file, behind, keys, typed, noted, words, others } of halfTyped) {
    it(`half-typed lines of ${file} take nothing away and move nothing; a new dependency gets its note`, async () => {
      await workbench.openFile(file);
      await workbench.editor.annotationBehind(others[0]);
      await workbench.editor.clickBehind(behind);
      for (const key of keys) await workbench.page.keyboard.press(key);
      const watched = await Promise.all(others.map(text => watchAnnotation(workbench.page, text)));

      // One key after the other, as a person: VS Code closes brackets and quotes, and suggests.
      for (const character of typed) await workbench.page.keyboard.press(character === '\n' ? 'Enter' : character);
      await workbench.editor.annotationBehind(noted, words);

      await workbench.editor.annotationBehind(behind);
      await workbench.picture(`half-typed-${file.replaceAll(/[./]/g, '-')}`);
      for (const [index, end] of watched.entries()) {
        const { frames, missing, changed } = await end();
        assert.ok(frames > 0);
        assert.deepEqual({ missing, changed }, { missing: 0, changed: 0 }, others[index]);
      }
    });
  }

  it('hover, tree, search and page can be read', async () => {
    await workbench.openFile('package.json');
    const hover = await workbench.editor.hover('moment', 'Open page');
    await workbench.picture('hover-high-contrast');
    await hover.getByText('Open page', { exact: true }).first().click();
    await workbench.webview().getByText('The familiar chained API of Moment.js').waitFor();
    await workbench.webview().getByText(/^Fits/).first().waitFor();
    await workbench.moveMouseAway();
    await workbench.command('View: Close Editors in Other Groups');
    await workbench.openContainer();
    await workbench.row('Suggestions', 'admin').waitFor();
    await workbench.picture('page-high-contrast');
    assert.deepEqual(await violationsIn(workbench, []), []);

    await workbench.command('Gitee Scout: Search Gitee');
    await workbench.quickInput.type('workflow engine');
    await workbench.quickInput.row(/snakerflow/i).waitFor();
    await workbench.quickInput.idle();
    await workbench.picture('search-high-contrast');
    await workbench.quickInput.cancel();
  });
});
