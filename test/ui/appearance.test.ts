import assert from 'node:assert/strict';
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
] as const;

describe('how suggestions show, in a dark theme with high contrast', () => {
  stepByStep();
  let workbench: OpenWorkbench;
  keepFailures(() => workbench);

  before(async () => {
    workbench = await openWorkbench({ theme: 'high contrast' });
  });

  after(() => workbench?.close());

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
});
