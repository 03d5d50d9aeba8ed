import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Log } from '../../../../src/core/ports.ts';
import {
  type BergamotOptions,
  createBergamot,
  createTranslator,
  openModelFolder,
  openTranslationMemory,
  type TranslationEngine,
} from '../../../../src/core/translation/index.ts';
import { makeModel, tinyShape } from '../../../support/engines/bergamot-model.ts';
import { bergamotProgram } from '../../../support/engines/bergamot-program.ts';
import { keepsTheContract } from '../../../support/engines/contract.ts';
import { inventoryOf } from '../../../support/readmes/inventory.ts';
import { sampleReadmes } from '../../../support/readmes/samples.ts';
import { clock, collect, silentLog } from '../hosts.ts';

const model = {
  id: 'zh-en-sample',
  label: 'random',
  from: 'zh',
  to: 'en',
  license: { spdx: 'CC0-1.0', url: '' },
  files: [],
};

/** The real engine with a model of the real form and random weights. */
describe('translating on this device', function () {
  this.timeout(120_000);
  let folder = '';
  const engines: TranslationEngine[] = [];

  before(async () => {
    // A space and Chinese in the path: the package's own loader fails on them.
    folder = await mkdtemp(path.join(tmpdir(), 'scout 模型 '));
    const files = makeModel(tinyShape);
    await writeFile(path.join(folder, 'model.bin'), files.model);
    await writeFile(path.join(folder, 'vocab.spm'), files.vocabulary);
  });
  after(() => rm(folder, { recursive: true, force: true }));
  afterEach(() => Promise.all(engines.splice(0).map(engine => engine.dispose?.())));

  function start(change: Partial<BergamotOptions> = {}): TranslationEngine {
    const files = async () => ({
      model: path.join(folder, 'model.bin'),
      vocabulary: path.join(folder, 'vocab.spm'),
      lexicon: undefined,
    });
    const engine = createBergamot({ store: { model, files }, assets: bergamotProgram, log: silentLog, ...change });
    engines.push(engine);
    return engine;
  }

  const request = (segments: readonly string[], format: 'text' | 'html' = 'html') =>
    ({ segments, format, from: 'zh', to: 'en' }) as const;

  keepsTheContract(async () => start());

  it('gives an answer for every sentence, in their order', async () => {
    const answers = await collect(start().translate(request(['第一句。', '第二句。', '第三句。'])));

    assert.deepEqual(
      answers.map(({ index }) => index),
      [0, 1, 2],
    );
    assert.ok(answers.every(({ text }) => text.length > 0));
  });

  it('keeps our marks inside of one sentence, each once', async () => {
    const [answer] = await collect(
      start().translate(request(['使用<img id="1"/>安装<b id="2">重要 &lt;a&gt;</b>的<img id="3"/>，然后'])),
    );

    const ids = [...(answer?.text ?? '').matchAll(/<(?:img|b) id="(\d)"/g)].map(([, id]) => id).sort();
    assert.deepEqual(ids, ['1', '2', '3']);
  });

  it('bears what is unlucky: nothing, spaces, emoji, half a surrogate pair', async () => {
    const answers = await collect(start().translate(request(['', ' ', '🚀🚀', '好\ud83d', '\u200b', '好'], 'text')));

    assert.equal(answers.length, 6);
  });

  it('leaves out what is endless', async () => {
    const answers = await collect(start().translate(request(['好'.repeat(5000), '好'])));

    assert.deepEqual(
      answers.map(({ index }) => index),
      [1],
    );
  });

  it('starts again when the program breaks off, and leaves out only the sentence that did it', async () => {
    const warnings: string[] = [];
    const log: Log = { ...silentLog, warn: message => warnings.push(message) };

    const answers = await collect(start({ log }).translate(request(['第一句', '<b>坏的', '第三句', '第四句'])));

    assert.deepEqual(
      answers.map(({ index }) => index),
      [0, 2, 3],
    );
    assert.ok(warnings.some(message => /started again/.test(message)));
  });

  it('loses no other of the sentences that went together', async () => {
    const sentences = Array.from({ length: 15 }, (_, index) => (index === 9 ? '坏的</p>' : `第${index}句`));

    const answers = await collect(start().translate(request(sentences)));

    assert.deepEqual(
      answers.map(({ index }) => index).sort((one, other) => one - other),
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14],
    );
  });

  it('gives up when it breaks off again and again', async () => {
    const broken = Array.from({ length: 8 }, () => '<b>坏的');

    await assert.rejects(collect(start().translate(request(broken))), {
      kind: 'not-ready',
      message: /again and again/,
    });
  });

  it('stops between sentences when canceled, and works again afterwards', async () => {
    const engine = start();
    const controller = new AbortController();
    const seen: number[] = [];
    const many = request(Array.from({ length: 200 }, (_, index) => `第${index}句`));

    await assert.rejects(
      async () => {
        for await (const { index } of engine.translate({ ...many, signal: controller.signal })) {
          seen.push(index);
          if (index === 2) controller.abort();
        }
      },
      { kind: 'canceled' },
    );

    assert.deepEqual(seen, [0, 1, 2]);
    assert.equal((await collect(engine.translate(request(['好'])))).length, 1);
  });

  it('ends its thread when it is idle, and starts it again when needed', async () => {
    let starts = 0;
    const assets = {
      ...bergamotProgram,
      glue: () => {
        starts += 1;
        return bergamotProgram.glue();
      },
    };
    const engine = start({ assets, idleTime: 1 });

    await collect(engine.translate(request(['好'])));
    await new Promise(resolve => setTimeout(resolve, 50));
    await collect(engine.translate(request(['好'])));

    assert.equal(starts, 2);
  });

  it('refuses languages that its model does not have', async () => {
    await assert.rejects(collect(start().translate({ ...request(['好']), to: 'de' })), { kind: 'unsupported' });
  });

  it('goes over English to other languages, with every mark, and says so in its version', async () => {
    const files = async () => ({
      model: path.join(folder, 'model.bin'),
      vocabulary: path.join(folder, 'vocab.spm'),
      lexicon: undefined,
    });
    const engine = start({ second: { model: { ...model, id: 'en-de-sample', from: 'en', to: 'de' }, files } });

    const [answer] = await collect(
      engine.translate({ ...request(['使用<img id="1"/>安装<b id="2">重要</b>的<img id="3"/>，然后']), to: 'de' }),
    );

    assert.equal(engine.version, 'zh-en-sample+en-de-sample');
    const ids = [...(answer?.text ?? '').matchAll(/<(?:img|b) id="(\d)"/g)].map(([, id]) => id).sort();
    assert.deepEqual(ids, ['1', '2', '3']);
    await assert.rejects(collect(engine.translate(request(['好']))), { kind: 'unsupported' });
  });

  it('takes a model with a vocabulary for each language, as that for Traditional Chinese', async () => {
    const separate = makeModel({ ...tinyShape, separate: true });
    const place = path.join(folder, 'hant');
    await mkdir(place);
    await writeFile(path.join(place, 'model.zhen.bin'), separate.model);
    await writeFile(path.join(place, 'srcvocab.zhen.spm'), separate.vocabulary);
    const store = openModelFolder({ folder: place, from: 'zh-Hant' });
    const traditional = { ...request(['使用<img id="1"/>的，現在']), from: 'zh-Hant' };
    const [shared] = await collect(start({ store }).translate(traditional));

    await writeFile(path.join(place, 'trgvocab.zhen.spm'), separate.targetVocabulary);
    const [answer] = await collect(start({ store }).translate(traditional));

    assert.doesNotMatch(shared?.text ?? '', /°/);
    assert.match(answer?.text ?? '', /°/);
    assert.match(answer?.text ?? '', /<img id="1"/);
  });

  it('says so when the model is damaged or the program does not start', async () => {
    const damaged = path.join(folder, 'damaged.bin');
    await writeFile(damaged, Buffer.alloc(1000, 7));
    const files = async () => ({ model: damaged, vocabulary: path.join(folder, 'vocab.spm'), lexicon: undefined });

    await assert.rejects(collect(start({ store: { model, files } }).translate(request(['好']))), {
      kind: 'not-ready',
    });
    const assets = { ...bergamotProgram, wasm: async () => new Uint8Array(10) };
    await assert.rejects(collect(start({ assets }).translate(request(['好']))), { kind: 'not-ready' });
  });

  it('keeps a README whole, though its words mean nothing', async () => {
    const readme = sampleReadmes['mixed languages'] ?? '';
    const translator = createTranslator({
      memory: openTranslationMemory({ clock, log: silentLog }),
      clock,
      log: silentLog,
    });

    const { markdown } = await translator.translateMarkdown(readme, { engine: start() });

    assert.deepEqual(inventoryOf(markdown), inventoryOf(readme));
  });
});
