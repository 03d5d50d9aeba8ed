/**
 * Measures what reading, splitting and putting back a README costs without any engine, and the on-device engine with a
 * model of random weights. Run: `node test/bench/translation.ts [--base]`; `--base` has the sizes of Mozilla's own model
 * (64 MB, needs 1 GB of memory). Prints Markdown rows for RESULTS-translation.md.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Log } from '../../src/core/ports.ts';
import { renderMarkdown, splitMarkdown } from '../../src/core/readme/index.ts';
import {
  createBergamot,
  createTranslator,
  openModelFolder,
  openTranslationMemory,
} from '../../src/core/translation/index.ts';
import { baseShape, makeModel, tinyShape } from '../support/engines/bergamot-model.ts';
import { bergamotProgram } from '../support/engines/bergamot-program.ts';
import { inProcessEngine } from '../support/engines/in-process.ts';
import { sampleReadmes } from '../support/readmes/samples.ts';

const silent = (): void => undefined;
const log: Log = { trace: silent, debug: silent, info: silent, warn: silent, error: silent };
const clock = { now: () => Date.now() };
const sample = Object.entries(sampleReadmes)
  .filter(([name]) => name !== 'odd shapes')
  .map(([, text]) => text)
  .join('\n\n');
const large = Array.from({ length: Math.ceil(100_000 / sample.length) }, (_, index) =>
  sample.replaceAll('。', `${index}。`),
)
  .join('\n\n')
  .slice(0, 100_000);

/** CPU and wall time in ms: the machine may have other work. */
async function measure(name: string, work: () => Promise<unknown> | unknown): Promise<void> {
  await work();
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  console.log(`| ${name} | ${Math.round((user + system) / 1000)} ms | ${Math.round(performance.now() - wall)} ms |`);
}

const translator = () => createTranslator({ memory: openTranslationMemory({ clock, log }), clock, log });

console.log(`README of ${large.length} UTF-16 units, second run\n\n| step | CPU | wall |\n| --- | --- | --- |`);
await measure('split into passages', () => splitMarkdown(large));
await measure('render', () =>
  renderMarkdown(large, { base: { host: 'gitee', path: 'a/b', ref: 'm' }, allowRemoteImages: false }),
);
await measure('translate, engine that costs nothing: split, cut, check, put back, compare', () =>
  translator().translateMarkdown(large, { engine: inProcessEngine() }),
);
const memory = openTranslationMemory({ clock, log });
await measure('translate again, all remembered', () =>
  createTranslator({ memory, clock, log }).translateMarkdown(large, { engine: inProcessEngine() }),
);

const folder = await mkdtemp(path.join(tmpdir(), 'scout-bench-'));
const base = process.argv.includes('--base');
const files = makeModel(base ? baseShape : tinyShape);
await writeFile(path.join(folder, 'model.bin'), files.model);
await writeFile(path.join(folder, 'vocab.spm'), files.vocabulary);
const engine = createBergamot({ store: openModelFolder({ folder }), assets: bergamotProgram, log });
const readme = sampleReadmes['a library'] ?? '';
let first = 0;
const start = performance.now();
const result = await translator().translateMarkdown(base ? readme : readme.repeat(3), {
  engine,
  onProgress: ({ done }) => {
    if (first === 0 && done > 20) first = performance.now() - start;
  },
});
const seconds = (performance.now() - start) / 1000;
console.log(
  `\nOn this device, ${base ? 'base' : 'tiny'} model of random weights (${Math.round(files.model.length / 1e6)} MB):`,
);
console.log(
  `${result.segments} sentences in ${seconds.toFixed(1)} s, first after ${(first / 1000).toFixed(2)} s, ${Math.round(process.memoryUsage.rss() / 1e6)} MB resident`,
);
await engine.dispose?.();
await rm(folder, { recursive: true, force: true });
