/**
 * The Findings view with 5,000 findings in a real VS Code: when it has its first rows, when all of them, and what the
 * extension host's thread bears for it. Run: `node test/bench/findings.ts`, after a build. Writes RESULTS-findings.md.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { copySample, root } from '../support/vscode/folders.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { measuredExtension } from '../support/vscode/measured-extension.ts';
import { openWorkbench } from '../support/workbench/open-workbench.ts';
import { median, percentile } from './figure.ts';

const count = 5000;
const rounds = 7;
/** A window has done its own work after so long, ms. */
const settled = 6000;

/** One answer of the view to VS Code's question for its first level, as the extension host saw it. */
const Answer = z.object({
  /** From the first question of this window to the answer, ms by the clock. */
  after: z.number(),
  /** Processor time of the thread in between, ms. */
  processor: z.number(),
  /** Longest turn of the event loop since the first question, processor time in ms. */
  turn: z.number(),
  rows: z.number(),
  findings: z.number(),
});
type Answer = z.infer<typeof Answer>;

const lifetime = createLifetime();
const workspace = await copySample(lifetime.folder('storefront'));
await writeFindings(path.join(workspace, '.gitee-scout', 'findings'));
const extension = lifetime.folder('measured');
const report = path.join(lifetime.folder(), 'answers.txt');
await measuredExtension(extension, entry(report));
const workbench = await openWorkbench({ workspace, extension });
interface Seen {
  readonly first: Answer;
  readonly last: Answer;
}
const atOnce: Seen[] = [];
const later: Seen[] = [];
try {
  for (let round = 0; round < rounds; round += 1) {
    atOnce.push(await openView(0));
    later.push(await openView(settled));
  }
  await workbench.picture('findings-5000');
} finally {
  await workbench.close();
  lifetime.end();
}

const spread = (values: readonly number[]) =>
  `${median(values).toFixed(0)} ms (${Math.min(...values).toFixed(0)} to ${percentile(values, 100).toFixed(0)})`;
const row = (what: string, value: (seen: Seen) => number) =>
  `| ${what} | ${spread(later.map(value))} | ${spread(atOnce.map(value))} |`;
const table = [
  `| median of ${rounds} windows (least to most) | opened in a window that is ready | opened while the window starts |`,
  '| --- | --- | --- |',
  row('first rows: from VS Code’s question to our answer', ({ first }) => first.after),
  row('processor time of the thread until then', ({ first }) => first.processor),
  row('all findings: from the same question', ({ last }) => last.after),
  row('processor time of the thread until all are there', ({ last }) => last.processor),
  row('longest turn of the event loop until then, processor time', ({ last }) => last.turn),
];
const text = `# The Findings view with ${count.toLocaleString('en-US')} findings

${new Date().toISOString().slice(0, 10)}, ${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores, ${os.platform()}, load average ${os.loadavg()[0]?.toFixed(1)}
(above ${os.cpus().length}: other work was going on, and times by the clock are longer than on a quiet machine). In both columns the windows are
new ones, each with its own start of the extension: loading the code counts, and so do other extensions that start with the window on the same thread. Repeat with \`node test/bench/findings.ts\` after a build.

${table.join('\n')}
`;
process.stdout.write(text);
await writeFile(path.join(root, 'test/bench/RESULTS-findings.md'), text);

/** Opens the view in a new window, `wait` ms after that has come up. */
async function openView(wait: number): Promise<Seen> {
  await writeFile(report, '');
  await workbench.command('View: Show Explorer');
  await workbench.reload();
  await workbench.page.waitForTimeout(wait);
  await workbench.openContainer();
  await workbench.row('Findings', 'Adopted').waitFor();
  const answers = await wholeAnswers();
  const [first] = answers.filter(({ rows }) => rows > 0);
  const last = answers.find(({ findings }) => findings === count);
  if (!first || !last) throw new Error('the view did not show its findings');
  return { first, last };
}

/** Waits until the view has answered with all. */
async function wholeAnswers(): Promise<readonly Answer[]> {
  for (let turn = 0; turn < 300; turn += 1) {
    const lines = (await readFile(report, 'utf8')).split('\n').filter(Boolean);
    const answers = lines.map(line => Answer.parse(JSON.parse(line)));
    if (answers.some(({ findings }) => findings === count)) return answers;
    await workbench.page.waitForTimeout(100);
  }
  throw new Error('the view never had all findings');
}

async function writeFindings(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const statuses = ['candidate', 'evaluating', 'adopted', 'rejected'];
  for (let number = 0; number < count; number += 1) {
    const status = statuses[number % statuses.length] ?? '';
    await writeFile(
      path.join(folder, `project-${number}.md`),
      `---
version: 2
project: project-${number}
status: ${status}
name: Project ${number}
replaces:
  - pkg:npm/package-${number}
homes:
  - gitee:owner/project-${number}
tags:
  - team-${number % 20}
saved: 2026-01-02T09:00:00.000Z
license: MIT
verdict: fits-with-duties
verdict-for: Apache-2.0
history:
  - {status: candidate, date: 2026-01-02T09:00:00.000Z, by: Ada Lovelace}
  - {status: ${status}, date: 2026-03-01T09:00:00.000Z, by: Ada Lovelace}
---

Used in the shop since March.
`,
    );
  }
}

/** An entry that notes each answer of the Findings view to the question for its first level. */
function entry(file: string): string {
  return `const fs = require('node:fs');
const vscode = require('vscode');
const used = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000; };
let start, turn = 0, last = used();
setInterval(() => { const now = used(); if (start) turn = Math.max(turn, now - last); last = now; }, 1);
const create = vscode.window.createTreeView;
const measured = provider => ({
  ...provider,
  getChildren: async node => {
    if (node) return provider.getChildren(node);
    start ??= { time: performance.now(), processor: used() };
    const rows = await provider.getChildren(node);
    const findings = rows.reduce((sum, row) => sum + (row.findings?.length ?? 0), 0);
    const answer = { after: performance.now() - start.time, processor: used() - start.processor, turn, rows: rows.length, findings };
    fs.appendFileSync(${JSON.stringify(file)}, JSON.stringify(answer) + '\\n');
    return rows;
  },
});
vscode.window.createTreeView = (id, options) =>
  create(id, id === 'giteeScout.findings' ? { ...options, treeDataProvider: measured(options.treeDataProvider) } : options);
const extension = require('./extension.cjs');
exports.activate = context => extension.activate(context);
exports.deactivate = () => extension.deactivate?.();
`;
}
