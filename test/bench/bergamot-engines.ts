/**
 * Translates the same sentences with the same model by this product's engine (`own`) or by the package's own wrapper
 * (`wrapper`), in a process of its own, and prints what it took as JSON:
 * `node bergamot-engines.ts own|wrapper MODEL even|mixed`; `mixed` are sentences of many lengths, as READMEs have them.
 * The wrapper does not run in Node as it is published: its worker is CommonJS in a package of ES modules. A copy with
 * one more package.json mends that; everything else of it is as its makers wrote it.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import type { Log } from '../../src/core/ports.ts';
import { createBergamot, openModelFolder } from '../../src/core/translation/index.ts';
import { bergamotProgram } from '../support/engines/bergamot-program.ts';

const silent = (): void => undefined;
const log: Log = { trace: silent, debug: silent, info: silent, warn: silent, error: silent };
const [who = '', folder = '', lengths = ''] = process.argv.slice(2);
const sentences = Array.from({ length: 24 }, (_, index) =>
  `第${index}个模块负责读取配置文件，检查每个字段的类型，并把结果写入本地缓存，供其它服务使用。`.slice(
    0,
    lengths === 'mixed' ? 8 + ((index * 7) % 38) : undefined,
  ),
);

const Constructor = z.custom<{ new (...values: unknown[]): object; readonly prototype: object }>(
  value => typeof value === 'function',
);
const Wrapper = z.object({ BatchTranslator: Constructor, TranslatorBacking: Constructor });
const Translator = z.custom<{ translate(request: object): Promise<unknown>; delete(): Promise<void> }>(
  value => typeof value === 'object' && value !== null && 'translate' in value && 'delete' in value,
);

const start = performance.now();
let first = 0;
let done = 0;
const answered = () => {
  if (first === 0) first = performance.now() - start;
  done += 1;
};
const end = await (who === 'own' ? own() : wrapper());
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    sentences: done,
    characters: sentences.join('').length,
    firstMs: Math.round(first),
    seconds,
    cpuSeconds: (user + system) / 1e6,
    // Kilobytes; the most that the process ever had, its threads included.
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
await end();

async function own(): Promise<() => Promise<void>> {
  const engine = createBergamot({ store: openModelFolder({ folder }), assets: bergamotProgram, log });
  const request = { segments: sentences, format: 'text', from: 'zh', to: 'en' } as const;
  for await (const _ of engine.translate(request)) answered();
  return async () => engine.dispose?.();
}

async function wrapper(): Promise<() => Promise<void>> {
  const copy = await mkdtemp(path.join(tmpdir(), 'bergamot-wrapper-'));
  const original = path.dirname(createRequire(import.meta.url).resolve('@browsermt/bergamot-translator/package.json'));
  await cp(original, copy, { recursive: true });
  await writeFile(path.join(copy, 'worker/package.json'), '{ "type": "commonjs" }\n');
  const { BatchTranslator, TranslatorBacking } = Wrapper.parse(
    await import(pathToFileURL(path.join(copy, 'translator.js')).href),
  );
  const bytes = async (name: string) => {
    const { buffer, byteOffset, byteLength } = await readFile(path.join(folder, name));
    return buffer.slice(byteOffset, byteOffset + byteLength);
  };
  // Its registry of models lies on the internet: the same model comes from the disk.
  Object.assign(TranslatorBacking.prototype, {
    loadModelRegistery: async () => [{ from: 'zh', to: 'en', files: {} }],
    loadTranslationModel: async () => ({
      model: await bytes('model.bin'),
      vocabs: [await bytes('vocab.spm')],
      shortlist: null,
      qualityModel: null,
      config: {},
    }),
  });
  const options = { workers: 1, batchSize: 8, cacheSize: 0 };
  const translator = Translator.parse(new BatchTranslator(options, new TranslatorBacking(options)));
  await Promise.all(
    sentences.map(async text => {
      await translator.translate({ from: 'zh', to: 'en', text, html: false });
      answered();
    }),
  );
  return async () => {
    await translator.delete();
    await rm(copy, { recursive: true, force: true });
  };
}
