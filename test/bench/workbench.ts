import { startGitee } from '../support/gitee/server.ts';
import { openWorkbench } from '../support/workbench/open-workbench.ts';
import { type Figure, median } from './figure.ts';

const repeats = 10;

/** What a person waits for, measured in the window: from the key or click until it is drawn. */
export async function workbenchTimes(): Promise<readonly Figure[]> {
  const gitee = await startGitee({ limit: 5000 });
  const workbench = await openWorkbench({ baseUrl: gitee.apiUrl });
  const { page, editor } = workbench;
  try {
    await workbench.openFile('package.json');
    await editor.annotationBehind('"moment"');
    const typing: number[] = [];
    for (let round = 0; round < repeats; round += 1) {
      // One letter makes the name another one, and back.
      await editor.clickBehind('"moment');
      await page.keyboard.press('x');
      await editor.noAnnotationBehind('"momentx"');
      const start = performance.now();
      await page.keyboard.press('Backspace');
      await editor.annotationBehind('"moment"');
      typing.push(performance.now() - start);
    }

    const opening: number[] = [];
    await workbench.openContainer();
    for (let round = 0; round <= repeats; round += 1) {
      const hover = await editor.hover('moment', 'Open page');
      const start = performance.now();
      await hover.getByText('Open page', { exact: true }).first().click();
      await workbench.webview().getByText('The familiar chained API of Moment.js').waitFor();
      opening.push(performance.now() - start);
      await workbench.command('View: Close Editor');
    }
    const [first = Number.NaN, ...again] = opening;
    return [
      { what: 'note behind a line, from the key that completes a name', value: median(typing), unit: 'ms' },
      { what: 'page with README, first time (stand-in for Gitee on this machine)', value: first, unit: 'ms' },
      { what: `page with README from the cache, median of ${repeats}`, value: median(again), unit: 'ms' },
    ];
  } finally {
    await workbench.close();
    await gitee.close();
  }
}
