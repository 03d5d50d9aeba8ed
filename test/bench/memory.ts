/**
 * What stays in the extension host's memory after an hour's use. Part of `npm run bench`; alone: `node test/bench/memory.ts
 * [SNAPSHOTS]`, after a build; SNAPSHOTS is the start of the names of two heap snapshots, of the first and of the last
 * quarter.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startGitee } from '../support/gitee/server.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { measuredExtension } from '../support/vscode/measured-extension.ts';
import { openWorkbench } from '../support/workbench/open-workbench.ts';
import type { Figure } from './figure.ts';

/** Rounds of use: one for each three quarters of a minute of an hour. */
const rounds = 80;
const quarters = 4;

/** What is there after a quarter of the use, collected. */
interface Quarter {
  /** MB. */
  readonly heap: number;
  /** Timers, workers and connections that keep the host busy. */
  readonly resources: number;
  /** Documents that are open without an editor count, too. */
  readonly documents: number;
  readonly tabs: number;
}

/** The actions of an hour without its pauses: typing, undoing, hovering, the light bulb, pages, comparisons, scans. */
export async function memoryOfAnHour(snapshots?: string): Promise<readonly Figure[]> {
  const lifetime = createLifetime();
  const report = path.join(lifetime.folder(), 'report.json');
  const extension = lifetime.folder('used');
  await measuredExtension(extension, entry(report, snapshots));
  const gitee = await startGitee({ limit: 5000 });
  const workbench = await openWorkbench({ baseUrl: gitee.apiUrl, extension });
  try {
    await workbench.openFile('package.json');
    await workbench.editor.annotationBehind('"moment"');
    await writeFile(`${report}.begin`, '');
    const quarters = await written(report);
    const [first, last] = [quarters[1], quarters.at(-1)];
    if (!first || !last) throw new Error('the use was not measured');
    return [
      ...quarters.map(({ heap }, quarter): Figure => {
        return { what: `heap of the extension host after ${quarter * 15} minutes of use`, value: heap, unit: 'MB' };
      }),
      { what: 'growth of the heap in the last three quarters', value: last.heap - first.heap, unit: 'MB' },
      { what: 'growth of timers, workers, connections', value: last.resources - first.resources, unit: 'pieces' },
      { what: 'growth of open documents and tabs', value: open(last) - open(first), unit: 'pieces' },
    ];
  } finally {
    await workbench.close();
    await gitee.close();
    lifetime.end();
  }
}

function open({ documents, tabs }: Quarter): number {
  return documents + tabs;
}

async function written(file: string): Promise<readonly Quarter[]> {
  for (let turn = 0; turn < 3_000; turn += 1) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.endsWith('\n')) {
      const { quarters, error }: { quarters?: readonly Quarter[]; error?: string } = JSON.parse(text);
      if (quarters) return quarters;
      throw new Error(error);
    }
    await sleep(100);
  }
  throw new Error('the use did not end');
}

/** Uses the extension as a person does, by commands, and looks after each quarter at what is left. */
function entry(report: string, snapshots: string | undefined): string {
  return `const fs = require('node:fs');
const vscode = require('vscode');
const v8 = require('node:v8');
const extension = require('./extension.cjs');
v8.setFlagsFromString('--expose-gc');
const collect = require('node:vm').runInNewContext('gc');
const snapshots = ${JSON.stringify(snapshots)};
const pause = ms => new Promise(resolve => setTimeout(resolve, ms));
const run = async () => {
  const quarters = [];
  const look = async () => {
    // Longer than everything that the extension puts off.
    await pause(1500);
    for (let turn = 0; turn < 5; turn += 1) { collect(); await pause(20); }
    if (snapshots && [1, ${quarters}].includes(quarters.length)) v8.writeHeapSnapshot(snapshots + '-' + quarters.length + '.heapsnapshot');
    quarters.push({
      heap: process.memoryUsage().heapUsed / 1e6,
      resources: process.getActiveResourcesInfo().length,
      documents: vscode.workspace.textDocuments.length,
      tabs: vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length,
    });
  };
  const command = (...args) => vscode.commands.executeCommand(...args);
  const files = (await vscode.workspace.findFiles('**/{package.json,pom.xml,pyproject.toml,compose.yaml}'))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const projects = ['dayjs', 'hutool', 'echarts', 'tidb', 'dubbo'];
  await command('giteeScout.suggestions.focus');
  for (let round = 0; round < ${rounds}; round += 1) {
    if (round % ${rounds / quarters} === 0) await look();
    const document = await vscode.workspace.openTextDocument(files[round % files.length]);
    const editor = await vscode.window.showTextDocument(document);
    const at = Math.max(0, document.getText().search(/moment|redis|requests|junit|spring/));
    const place = document.positionAt(at + 1);
    for (const letter of 'xyz') {
      await editor.edit(edit => edit.insert(place, letter));
      await pause(10);
    }
    await command('vscode.executeHoverProvider', document.uri, place);
    for (let letter = 0; letter < 3; letter += 1) await command('undo');
    await pause(10);
    await command('vscode.executeHoverProvider', document.uri, place);
    await command('vscode.executeCodeActionProvider', document.uri, new vscode.Range(place, place));
    if (round % 6 === 0) await command('giteeScout.refreshSuggestions');
    if (round % 20 === 7) {
      await command('giteeScout.compare', { purl: 'pkg:npm/moment', projects: ['dayjs'] });
      await pause(200);
    }
    if (round % 4 === 0) {
      const project = projects[(round / 4) % projects.length];
      await command('giteeScout.openProject', { reference: { project }, name: project });
      await pause(200);
      if (round % 8 === 0) {
        await command('giteeScout.openProject', { reference: { project: projects[round % 3] }, name: 'Another' });
        await pause(100);
      }
    }
    await command('workbench.action.files.revert');
    await command('workbench.action.closeAllEditors');
  }
  await look();
  return quarters;
};
const write = answer => fs.writeFileSync(${JSON.stringify(report)}, JSON.stringify(answer) + '\\n');
exports.activate = context => {
  const begin = setInterval(() => {
    if (!fs.existsSync(${JSON.stringify(`${report}.begin`)})) return;
    clearInterval(begin);
    run().then(quarters => write({ quarters }), error => write({ error: String(error.stack) }));
  }, 100);
  return extension.activate(context);
};
exports.deactivate = () => extension.deactivate?.();
`;
}

if (process.argv[1] === import.meta.filename) {
  for (const { what, value, unit } of await memoryOfAnHour(process.argv[2]))
    console.log(`${what} ${value.toFixed(2)} ${unit}`);
}
