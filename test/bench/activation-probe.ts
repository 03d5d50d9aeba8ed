import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';

/** Runs in a fresh extension host: how long the extension takes to load and start. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('gitee-scout.gitee-scout');
  const report = process.env.GITEE_SCOUT_BENCH_REPORT;
  if (!extension || extension.isActive || !report) throw new Error('nothing to measure');
  const start = performance.now();
  await extension.activate();
  await writeFile(report, String(performance.now() - start));
}
