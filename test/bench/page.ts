import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startGitee } from '../support/gitee/server.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { measuredExtension } from '../support/vscode/measured-extension.ts';
import { openWorkbench } from '../support/workbench/open-workbench.ts';
import { type Figure, median } from './figure.ts';

const repeats = 10;

/**
 * From the key that runs a command to what it shows, in the window: the page of a project, and in turns with it a webview
 * that holds one word, which is what VS Code itself takes.
 */
export async function pageTimes(): Promise<readonly Figure[]> {
  const lifetime = createLifetime();
  const extension = lifetime.folder('measured');
  await measuredExtension(extension, entryWithEmptyWebview);
  const file = path.join(extension, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.contributes.commands.push(
    { command: 'measured.empty', title: 'Measured: Empty' },
    { command: 'measured.page', title: 'Measured: Page' },
  );
  await writeFile(file, JSON.stringify(manifest));
  const gitee = await startGitee({ limit: 5000 });
  const workbench = await openWorkbench({ baseUrl: gitee.apiUrl, extension });
  const timed = async (command: string, words: string) => {
    await workbench.quickInput.open('F1');
    await workbench.quickInput.type(`>${command}`);
    await workbench.quickInput.row(command).waitFor();
    const start = performance.now();
    await workbench.quickInput.accept();
    await workbench.webview().getByText(words).first().waitFor();
    const taken = performance.now() - start;
    await workbench.command('View: Close Editor');
    return taken;
  };
  try {
    await workbench.openFile('package.json');
    await workbench.editor.annotationBehind('"moment"');
    const first = await timed('Measured: Page', readmeWords);
    const empty: number[] = [];
    const header: number[] = [];
    const readme: number[] = [];
    for (let round = 0; round < repeats; round += 1) {
      empty.push(await timed('Measured: Empty', 'empty'));
      header.push(await timed('Measured: Page', headerWords));
      readme.push(await timed('Measured: Page', readmeWords));
    }
    const base = median(empty);
    return [
      { what: 'page with README, first time (stand-in for Gitee on this machine)', value: first, unit: 'ms' },
      { what: `a webview with one word (VS Code itself), median of ${repeats}`, value: base, unit: 'ms' },
      { what: `page's header from the cache, median of ${repeats}`, value: median(header), unit: 'ms' },
      { what: `page with README from the cache, median of ${repeats}`, value: median(readme), unit: 'ms' },
      { what: 'of it ours: page with README from the cache less a webview', value: median(readme) - base, unit: 'ms' },
    ];
  } finally {
    await workbench.close();
    await gitee.close();
    lifetime.end();
  }
}

const headerWords = 'Parses, checks, calculates';
const readmeWords = 'The familiar chained API of Moment.js';

const entryWithEmptyWebview = `const vscode = require('vscode');
const extension = require('./extension.cjs');
exports.activate = context => {
  context.subscriptions.push(
    vscode.commands.registerCommand('measured.empty', () => {
      const panel = vscode.window.createWebviewPanel('measured.empty', 'empty', vscode.ViewColumn.Beside, { enableScripts: true });
      panel.webview.html = '<!DOCTYPE html><html><body>empty</body></html>';
    }),
    vscode.commands.registerCommand('measured.page', () =>
      vscode.commands.executeCommand('giteeScout.openProject', { project: 'dayjs', name: 'Day.js' })),
  );
  return extension.activate(context);
};
`;
