/**
 * `npm run bench`: prints a table and writes it, with date and machine, to `test/bench/RESULTS.md`. With names of parts
 * (`npm run bench -- host memory`) it measures and prints these only.
 */
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root } from '../support/vscode/folders.ts';
import { activationTimes } from './activation.ts';
import { type Figure, median, percentile } from './figure.ts';
import { hostTimes } from './host.ts';
import { memoryOfAnHour } from './memory.ts';
import { pageTimes } from './page.ts';
import { scanTimes } from './scan.ts';
import { bundleSizes } from './sizes.ts';
import { typingTimes } from './typing.ts';

const runs = 20;
const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  activation: startFigures,
  sizes: bundleSizes,
  scan: scanTimes,
  typing: typingTimes,
  page: pageTimes,
  host: hostTimes,
  memory: memoryOfAnHour,
};
const wanted = process.argv.slice(2);
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) figures.push(...(await measure()));
}

async function startFigures(): Promise<readonly Figure[]> {
  const activation = await activationTimes(runs);
  const processor = activation.map(({ loadProcessor, startProcessor }) => loadProcessor + startProcessor);
  return [
    {
      what: `activation (load and start) in a fresh extension host as VS Code shows it, median of ${runs}`,
      value: median(activation.map(({ shown }) => shown)),
      unit: 'ms',
    },
    {
      what: `activation, processor time of the extension host's thread, median of ${runs}`,
      value: median(processor),
      unit: 'ms',
    },
    { what: `activation, processor time, slowest of ${runs}`, value: percentile(processor, 100), unit: 'ms' },
  ];
}

const width = Math.max(...figures.map(({ what }) => what.length));
for (const { what, value, unit } of figures) process.stdout.write(`${what.padEnd(width)} ${digits(value)} ${unit}\n`);

const [processor] = os.cpus();
const load = os.loadavg()[0]?.toFixed(1) ?? '?';
const memory = Math.round(os.totalmem() / 2 ** 30);
const report = `# What was measured

${new Date().toISOString().slice(0, 10)}, ${processor?.model ?? 'unknown processor'}, ${os.cpus().length} cores, ${memory} GB, ${os.platform()}, Node ${process.versions.node}, load average ${load}
(a load above ${os.cpus().length} means that other work was going on, and times are longer than on a quiet machine). Repeat with \`npm run bench\`.

| what | value |
| --- | --- |
${figures.map(({ what, value, unit }) => `| ${what} | ${digits(value)} ${unit} |`).join('\n')}

Reading manifests, translating and identifying licenses have benchmarks of their own beside this file.
`;
if (wanted.length === 0) await writeFile(path.join(root, 'test/bench/RESULTS.md'), report);

function digits(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 1 : 0 });
}
