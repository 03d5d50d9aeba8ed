/**
 * A workspace of 10,000 manifests in a real VS Code: when the first suggestions show, how long the whole takes, what the
 * extension host's thread and memory bear, what one keystroke costs. Run: `node test/bench/monorepo.ts [PROFILE]`, after a
 * build; PROFILE is a file for a CPU profile of the scan.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { large, writeMonorepo } from '../support/monorepo/generate.ts';
import { dependenciesOfEach, manifestOf } from '../support/monorepo/manifests.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { measuredExtension } from '../support/vscode/measured-extension.ts';
import { openWorkbench } from '../support/workbench/open-workbench.ts';

/** What the extension host saw since it was told to watch. */
interface Seen {
  /** Longest time between two turns of the event loop, ms: work of others on the machine included. */
  readonly wall: number;
  /** The same as processor time of the host's thread. */
  readonly processor: number;
  /** Turns of more than 16 ms of processor time. */
  readonly long: number;
  /** All processor time of the thread, ms. */
  readonly total: number;
  /** After a collection, MB. */
  readonly heap: number;
  readonly resident: number;
  /** What V8 holds for objects that are young, and for all the others, MB. */
  readonly young: number;
  readonly old: number;
}

/** Names of the manifests of this workspace. */
const names =
  '**/{package.json,pom.xml,build.gradle,requirements.txt,Cargo.toml,go.mod,*.csproj,*.props,pnpm-workspace.yaml}';
const typed =
  Array.from({ length: 100 }, (_, index) => manifestOf(index + 1000, dependenciesOfEach).path).find(file =>
    file.endsWith('package.json'),
  ) ?? '';
const lifetime = createLifetime();
const folder = lifetime.folder('monorepo');
const control = path.join(lifetime.folder(), 'control');
await writeMonorepo(folder, large);
const extension = lifetime.folder('measured');
await measuredExtension(extension, entry(control, process.argv[2]));
const workbench = await openWorkbench({ workspace: folder, extension });
try {
  const { page } = workbench;
  // Starts the extension without a scan.
  await workbench.command('Gitee Scout: Show Log');
  await page.keyboard.press('Control+J');
  await sleep(10_000);
  await ask('watch');
  await sleep(3_000);
  const idle = await seen();
  // What the editor's own search for these files costs the same thread, whoever asks for it.
  await ask('watch');
  await ask('search');
  const search = await seen();
  await sleep(20_000);
  const searched = await seen();

  await ask('watch');
  const start = performance.now();
  await workbench.openContainer();
  await workbench.view('Suggestions').locator('.monaco-list-row').first().waitFor({ timeout: 60_000 });
  const first = performance.now() - start;
  await page.getByText('Reading manifests').waitFor({ state: 'hidden', timeout: 120_000 });
  const whole = performance.now() - start;
  const scan = await seen();
  await sleep(5_000);
  const soon = await seen();
  // V8 gives back what it no longer uses some seconds later, where nobody keeps it busy.
  await sleep(15_000);
  const after = await seen();
  await workbench.picture('monorepo');

  await workbench.openFile(typed);
  await sleep(2_000);
  await page.locator('.editor-group-container.active .view-line').nth(3).click();
  await sleep(2_000);
  await ask('watch');
  await sleep(1_500);
  const still = await seen();
  await ask('watch');
  await page.keyboard.type('x');
  await sleep(1_500);
  const key = await seen();
  await sleep(40_000);
  const late = await seen();

  const rows: readonly (readonly [string, string])[] = [
    ['first suggestions in the view, from the click on its icon', `${first.toFixed(0)} ms`],
    ['whole scan, from the same click', `${whole.toFixed(0)} ms`],
    ['processor time of the extension host’s thread for it', `${scan.total.toFixed(0)} ms`],
    ['longest turn of the event loop during it, processor time', `${scan.processor.toFixed(1)} ms`],
    ['turns of more than 16 ms of processor time', `${scan.long}`],
    [
      'the editor’s own search for these files, before: longest turn, processor time',
      `${search.processor.toFixed(1)} ms`,
    ],
    ['the editor’s own search: turns of more than 16 ms', `${search.long}`],
    ['the editor’s own search: processor time of the thread', `${search.total.toFixed(0)} ms`],
    ['longest turn, by the clock', `${scan.wall.toFixed(1)} ms (idle: ${idle.wall.toFixed(1)} ms)`],
    ['heap above idle, collected', `${(after.heap - idle.heap).toFixed(0)} MB`],
    [
      'resident memory above idle after the editor’s own search',
      `${(searched.resident - idle.resident).toFixed(0)} MB`,
    ],
    ['resident memory above idle, 20 s after the scan', `${(after.resident - idle.resident).toFixed(0)} MB`],
    ['the same 5 s after the scan', `${(soon.resident - idle.resident).toFixed(0)} MB`],
    ['of it 20 s after the scan: for young objects', `${(after.young - idle.young).toFixed(0)} MB`],
    ['of it 20 s after the scan: for the others of the heap', `${(after.old - idle.old).toFixed(0)} MB`],
    ['resident memory above idle, a minute after the scan', `${(late.resident - idle.resident).toFixed(0)} MB`],
    ['one keystroke in a manifest: processor time of the thread in 1.5 s', `${key.total.toFixed(0)} ms`],
    ['the same without a keystroke, the watching included', `${still.total.toFixed(0)} ms`],
    ['one keystroke: longest turn, processor time', `${key.processor.toFixed(1)} ms`],
  ];
  console.log(
    `Load average ${os.loadavg()[0]?.toFixed(1)}, ${os.cpus().length} cores.\n\n| what | value |\n| --- | --- |`,
  );
  for (const [what, value] of rows) console.log(`| ${what} | ${value} |`);
} finally {
  await workbench.close();
  lifetime.end();
}

/** Tells the measured extension host what to do and waits until it is done, through files: it has no other door. */
async function ask(what: 'ask' | 'search' | 'watch'): Promise<void> {
  writeFileSync(`${control}.${what}`, '');
  while (existsSync(`${control}.${what}`)) await sleep(20);
}

async function seen(): Promise<Seen> {
  await ask('ask');
  const answer: Seen = JSON.parse(readFileSync(control, 'utf8'));
  return answer;
}

/**
 * An entry that watches its own thread when it is told to: a timer that is due every millisecond sees how long each turn
 * takes, until somebody asks for it. At other times it leaves the thread and its memory in peace.
 */
function entry(file: string, profile: string | undefined): string {
  const profiled = profile === undefined ? '' : profiling(path.resolve(profile));
  return `const fs = require('node:fs');
require('node:v8').setFlagsFromString('--expose-gc');
const collect = require('node:vm').runInNewContext('gc');
const used = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000; };
let wall = 0, processor = 0, long = 0, started = used(), lastUsed = used(), lastTime = performance.now();
const reset = () => { wall = 0; processor = 0; long = 0; started = lastUsed = used(); lastTime = performance.now(); };
let watching;
const watch = () => {
  const now = performance.now(), spent = used();
  const turn = spent - lastUsed;
  wall = Math.max(wall, now - lastTime);
  processor = Math.max(processor, turn);
  if (turn > 16) long += 1;
  lastUsed = spent; lastTime = now;
};
setInterval(() => {
  if (!fs.existsSync(${JSON.stringify(`${file}.watch`)})) return;
  reset();
  clearInterval(watching);
  watching = setInterval(watch, 1);
  fs.rmSync(${JSON.stringify(`${file}.watch`)});
}, 100);
setInterval(() => {
  if (!fs.existsSync(${JSON.stringify(`${file}.ask`)})) return;
  clearInterval(watching);
  const total = used() - started, answer = { wall, processor, long, total };
  collect();
  const { heapUsed, rss } = process.memoryUsage();
  const spaces = Object.fromEntries(require('node:v8').getHeapSpaceStatistics().map(space => [space.space_name, space.physical_space_size / 1e6]));
  const young = spaces.new_space + spaces.new_large_object_space;
  const old = Object.values(spaces).reduce((sum, size) => sum + size, 0) - young;
  fs.writeFileSync(${JSON.stringify(file)}, JSON.stringify({ ...answer, heap: heapUsed / 1e6, resident: rss / 1e6, young, old }));
  fs.rmSync(${JSON.stringify(`${file}.ask`)});
}, 100);
let searching = false;
setInterval(async () => {
  if (searching || !fs.existsSync(${JSON.stringify(`${file}.search`)})) return;
  searching = true;
  await require('vscode').workspace.findFiles(${JSON.stringify(names)}, '**/node_modules', 50_000);
  fs.rmSync(${JSON.stringify(`${file}.search`)});
  searching = false;
}, 100);
${profiled}
const extension = require('./extension.cjs');
exports.activate = context => extension.activate(context);
exports.deactivate = () => extension.deactivate?.();
`;
}

/** Leaves a profile of the first 45 seconds. */
function profiling(file: string): string {
  return `const session = new (require('node:inspector').Session)();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.start');
setTimeout(() => session.post('Profiler.stop', (_, { profile }) => fs.writeFileSync(${JSON.stringify(file)}, JSON.stringify(profile))), 30_000);`;
}
