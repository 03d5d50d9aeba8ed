/**
 * Measures what reading, splitting and putting back a README costs without any engine, and the on-device engine with a
 * model of random weights. Run: `node test/bench/translation.ts [--base]`; `--base` has the sizes of Mozilla's own model
 * (64 MB, needs 1 GB of memory). Prints Markdown rows for RESULTS-translation.md.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os, { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { Log } from '../../src/core/ports.ts';
import { renderMarkdown, splitMarkdown } from '../../src/core/readme/index.ts';
import {
  createDeepL,
  createLibreTranslate,
  createOpenAI,
  createTranslator,
  openTranslationMemory,
} from '../../src/core/translation/index.ts';
import { baseShape, makeModel, tinyShape } from '../support/engines/bergamot-model.ts';
import { startDeepL } from '../support/engines/deepl.ts';
import { inProcessEngine } from '../support/engines/in-process.ts';
import { startLibreTranslate } from '../support/engines/libretranslate.ts';
import { startOpenAI } from '../support/engines/openai.ts';
import { sampleReadmes } from '../support/readmes/samples.ts';

const Taken = z.object({
  characters: z.number(),
  seconds: z.number(),
  cpuSeconds: z.number(),
  firstMs: z.number(),
  peakMb: z.number(),
});

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

await measureServices();
await measureOnDevice(process.argv.includes('--base'));

/** What a README takes through each service when the service itself takes no time: the rest is ours. */
async function measureServices(): Promise<void> {
  const readme = sampleReadmes['a library'] ?? '';
  const servers = [await startLibreTranslate(), await startDeepL(), await startOpenAI()] as const;
  const [libre, deepl, chat] = servers;
  const engines = [
    createLibreTranslate({ url: libre.url }),
    createDeepL({ url: deepl.url, key: 'key:fx' }),
    createOpenAI({ url: `${chat.url}/v1`, model: 'test-model' }),
  ];
  console.log('\n| engine (a stand-in that answers at once) | characters/s | first sentence | requests |');
  console.log('| --- | --- | --- | --- |');
  for (const [index, engine] of engines.entries()) {
    const [begin, cpu] = [performance.now(), process.cpuUsage()];
    let first = 0;
    await translator().translateMarkdown(readme, {
      engine,
      onProgress: ({ done }) => {
        if (first === 0 && done > 0) first = performance.now() - begin;
      },
    });
    const seconds = (performance.now() - begin) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const row = [
      engine.label,
      Math.round(readme.length / seconds),
      `${Math.round(first)} ms`,
      servers[index]?.requests.length,
    ];
    console.log(`| ${row.join(' | ')} | (CPU ${Math.round((user + system) / 1000)} ms)`);
  }
  await Promise.all(servers.map(server => server.close()));
}

/** The same sentences and the same model of random weights: our engine, and the package's own wrapper beside it. */
async function measureOnDevice(base: boolean): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'scout-bench-'));
  try {
    const files = makeModel(base ? baseShape : tinyShape);
    await writeFile(path.join(folder, 'model.bin'), files.model);
    await writeFile(path.join(folder, 'vocab.spm'), files.vocabulary);
    const size = `${(files.model.length / 1e6).toFixed(1)} MB`;
    console.log(
      `\nOn this device, ${base ? 'base' : 'tiny'} model of random weights (${size}), load ${os.loadavg()[0]?.toFixed(1)}`,
    );
    console.log(
      '\n| who | characters/s | per CPU second | first sentence | peak memory |\n| --- | --- | --- | --- | --- |',
    );
    const script = path.join(import.meta.dirname, 'bergamot-engines.ts');
    const runs = ['even', 'mixed'].flatMap(lengths => ['own', 'wrapper', 'own', 'wrapper'].map(who => [who, lengths]));
    for (const [who = '', lengths = ''] of runs) {
      const { stdout } = await promisify(execFile)(process.execPath, [script, who, folder, lengths]);
      const { characters, seconds, cpuSeconds, firstMs, peakMb } = Taken.parse(JSON.parse(stdout));
      const speeds = [characters / seconds, characters / cpuSeconds].map(speed => speed.toFixed(speed < 100 ? 1 : 0));
      console.log(`| ${[`${who}, ${lengths} lengths`, ...speeds, `${firstMs} ms`, `${peakMb} MB`].join(' | ')} |`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
