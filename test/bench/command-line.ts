/**
 * The command line beside Renovate's (`--platform=local --dry-run=extract`), in turns in the same run: their start, and
 * reading the same folder. Run: `node test/bench/command-line.ts`, after a build. Writes RESULTS-command-line.md.
 */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../support/vscode/folders.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { median, percentile } from './figure.ts';
import { installRenovate, renovateVersion } from './install-renovate.ts';
import { manifests, writeManifests } from './scan.ts';

const run = promisify(execFile);
const startRounds = 9;
const scanRounds = 5;

/** Wall time and processor time (user and system, of all its threads) of one process, ms. */
interface Cost {
  readonly wall: number;
  readonly processor: number;
}

const renovate = path.join(installRenovate(), 'node_modules/renovate/dist/renovate.js');
const ours = path.join(root, 'dist/cli.js');
const lifetime = createLifetime();
const folder = lifetime.folder();
const cache = lifetime.folder();
await writeManifests(folder);
// Renovate takes the files that Git knows.
for (const parameters of [
  ['init', '--quiet'],
  ['add', '--all'],
  ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', 'commit', '--quiet', '--message', 'all'],
])
  await run('git', parameters, { cwd: folder });

const start = { bare: empty(), ours: empty(), renovate: empty() };
for (let round = 0; round < startRounds; round += 1) {
  start.bare.push((await cost(['--eval', '0'])).spent);
  start.ours.push((await cost([ours, '--help'])).spent);
  start.renovate.push((await cost([renovate, '--help'])).spent);
}
const scan = { ours: empty(), renovate: empty() };
const seen = { ours: '', renovate: '' };
for (let round = 0; round < scanRounds; round += 1) {
  const own = await cost([ours, 'scan', folder, '--json', '--no-suggestions']);
  const peer = await cost([
    renovate,
    '--platform=local',
    '--dry-run=extract',
    '--onboarding=false',
    '--require-config=optional',
  ]);
  scan.ours.push(own.spent);
  scan.renovate.push(peer.spent);
  seen.ours = countOf(own.out);
  seen.renovate =
    /"total": \{"fileCount": (\d+), "depCount": (\d+)\}/.exec(peer.out)?.slice(1).join(' and ') ?? 'nothing';
}
const suggesting = empty();
for (let round = 0; round < scanRounds; round += 1)
  suggesting.push((await cost([ours, 'scan', folder, '--json'])).spent);
lifetime.end();

const rows: readonly (readonly [string, readonly Cost[], string])[] = [
  ['Node.js alone (`node --eval 0`)', start.bare, ''],
  ['`gitee-scout --help`', start.ours, ratio(start.renovate, start.ours)],
  ['`renovate --help`', start.renovate, ''],
  [`\`gitee-scout scan --no-suggestions\` of ${manifests} manifests`, scan.ours, ratio(scan.renovate, scan.ours)],
  ['`renovate --dry-run=extract` of the same folder', scan.renovate, ''],
  ['`gitee-scout scan`, with suggestions', suggesting, ratio(scan.renovate, suggesting)],
];
const text = `# The command line beside Renovate

${new Date().toISOString().slice(0, 10)}, ${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores, ${os.platform()}, Node ${process.versions.node}, Renovate ${renovateVersion}, load average ${os.loadavg()[0]?.toFixed(1)}
(above ${os.cpus().length}: other work was going on; then the processor time, of all threads, says more than the clock, and the ratio more than both).
Each process starts anew, in turns, ${startRounds} rounds of starts and ${scanRounds} of scans. Files and dependencies that each reports for the
folder: ours ${seen.ours}, Renovate ${seen.renovate}. Renovate does more before and after: it looks for a configuration, and asks Git.
Repeat with \`node test/bench/command-line.ts\` after a build.

| what | by the clock, median (least to most) | processor time, median | Renovate takes, by processor time |
| --- | --- | --- | --- |
${rows.map(([what, costs, times]) => `| ${what} | ${spread(costs.map(({ wall }) => wall))} | ${ms(median(costs.map(({ processor }) => processor)))} | ${times} |`).join('\n')}
`;
process.stdout.write(text);
await writeFile(path.join(root, 'test/bench/RESULTS-command-line.md'), text);

function empty(): Cost[] {
  return [];
}

/** Runs Node.js; the shell's own clock tells what the process cost, its children included. */
async function cost(parameters: readonly string[]): Promise<{ readonly spent: Cost; readonly out: string }> {
  const command = 'TIMEFORMAT="%R %U %S"; time "$0" "$@"';
  const { stdout, stderr } = await run('bash', ['-c', command, process.execPath, ...parameters], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: cache, XDG_CACHE_HOME: cache, RENOVATE_BASE_DIR: cache, LOG_LEVEL: 'info' },
    maxBuffer: 2 ** 29,
  });
  const [wall = Number.NaN, user = Number.NaN, system = Number.NaN] = (stderr.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(seconds => Number(seconds) * 1000);
  return { spent: { wall, processor: user + system }, out: stdout };
}

function countOf(json: string): string {
  const report: { readonly manifests: readonly { readonly dependencies: readonly unknown[] }[] } = JSON.parse(json);
  const dependencies = report.manifests.reduce((sum, manifest) => sum + manifest.dependencies.length, 0);
  return `${report.manifests.length} and ${dependencies}`;
}

function ratio(theirs: readonly Cost[], own: readonly Cost[]): string {
  const of = (costs: readonly Cost[]) => median(costs.map(({ processor }) => processor));
  return `${(of(theirs) / of(own)).toFixed(1)} times as long`;
}

function ms(value: number): string {
  return `${value.toLocaleString('en-US', { maximumFractionDigits: 0 })} ms`;
}

function spread(values: readonly number[]): string {
  return `${ms(median(values))} (${ms(Math.min(...values))} to ${ms(percentile(values, 100))})`;
}
