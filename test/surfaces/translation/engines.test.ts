import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TranslationEngine } from '../../../src/core/translation/index.ts';
import { createEngineRegistry } from '../../../src/surfaces/translation/engine-registry.ts';
import type { GiteeScoutApi } from '../../../src/surfaces/translation/extension-api.ts';
import { createExternalEngines } from '../../../src/surfaces/translation/external-engines.ts';
import { createLanguageModelEngine, languageModel } from '../../../src/surfaces/translation/language-model-engine.ts';
import { keepsTheContract } from '../../support/engines/contract.ts';

interface Neighbor {
  readonly manner: { now: 'translate' | 'refuse' | 'fail' };
  readonly scout: GiteeScoutApi;
}

async function neighbor(): Promise<Neighbor> {
  const extension = vscode.extensions.getExtension<Neighbor>('gitee-scout-tests.neighbor');
  assert.ok(extension, 'the neighbor is not installed');
  return extension.activate();
}

async function collect(engine: TranslationEngine, segments: readonly string[]) {
  const answers: [number, string][] = [];
  for await (const { index, text } of engine.translate({ segments, format: 'text', from: 'zh', to: 'en' }))
    answers.push([index, text]);
  return answers.sort(([one], [other]) => one - other);
}

const anEngine = {
  id: 'mine',
  label: 'Mine',
  destination: 'this device',
  version: '1',
  async *translate() {
    yield { index: 0, text: 'x' };
  },
};

describe('engines that other extensions bring', () => {
  it('are offered before their extension has started, and translate once it has', async () => {
    const registry = createEngineRegistry();
    const external = createExternalEngines(registry, 200);
    assert.deepEqual(
      external.list().map(({ id, label, destination }) => `${id} ${label} ${destination}`),
      [
        'extension:neighbor Neighbor Translator this device',
        'extension:neighbor-other Other Place announced.example',
        'extension:neighbor-absent Never Registered this device',
      ],
    );
    // The neighbor registers with the real extension; here with this registry.
    registry.register({ ...anEngine, id: 'neighbor' });

    const engine = await external.engine('extension:neighbor');

    assert.equal(engine?.id, 'extension:neighbor');
    external.dispose();
    registry.dispose();
  });

  it('come through the door of the running extension, with what is broken in their answers left out', async () => {
    const { scout } = await neighbor();
    assert.equal(scout.version, 1);
    const seen: string[] = [];
    const registration = scout.registerTranslationEngine({ ...anEngine, id: 'from-a-test' });
    assert.throws(() => scout.registerTranslationEngine({ ...anEngine, id: 'from-a-test' }), TypeError);
    registration.dispose();
    scout.registerTranslationEngine({ ...anEngine, id: 'from-a-test' }).dispose();

    const registry = createEngineRegistry();
    const external = createExternalEngines(registry, 50);
    registry.register({
      ...anEngine,
      async *translate({ segments }: { segments: readonly string[] }) {
        seen.push(...segments);
        yield { index: 1, text: 'two' };
        yield { index: 7, text: 'beyond the end' };
        yield 'no segment';
        yield { index: 0, text: 'one' };
      },
    });
    const engine = await external.engine('extension:mine');

    assert.ok(engine);
    assert.deepEqual(await collect(engine, ['一', '二']), [
      [0, 'one'],
      [1, 'two'],
    ]);
    assert.deepEqual(seen, ['一', '二']);
    external.dispose();
  });

  it('are refused when they would send the text elsewhere than they announced', async () => {
    const registry = createEngineRegistry();
    const external = createExternalEngines(registry, 50);
    registry.register({ ...anEngine, id: 'neighbor-other', destination: 'elsewhere.example' });

    await assert.rejects(external.engine('extension:neighbor-other'), /elsewhere\.example.*announced\.example/);
    external.dispose();
  });

  it('are no engine when their extension never registers them', async () => {
    const external = createExternalEngines(createEngineRegistry(), 50);

    assert.equal(await external.engine('extension:neighbor-absent'), undefined);
    external.dispose();
  });

  describe('and that is registered', () => {
    const registry = createEngineRegistry();
    const external = createExternalEngines(registry, 50);
    registry.register(anEngine);
    after(() => vscode.Disposable.from(external, registry).dispose());
    keepsTheContract(async () => (await external.engine('extension:mine')) ?? assert.fail());
  });

  for (const [name, bad] of [
    ['nothing', undefined],
    ['an id with a colon', { ...anEngine, id: 'extension:mine' }],
    ['no destination', { ...anEngine, destination: ' ' }],
    ['no way to translate', { ...anEngine, translate: 1 }],
    ['an endless label', { ...anEngine, label: 'x'.repeat(200) }],
  ] as const) {
    it(`are not made of ${name}`, () => assert.throws(() => createEngineRegistry().register(bad), TypeError));
  }
});

describe('a language model of VS Code as an engine', () => {
  let there: Neighbor;

  before(async () => {
    there = await neighbor();
  });
  afterEach(() => {
    there.manner.now = 'translate';
  });

  const engine = async () => {
    const model = await languageModel('neighbor/parrot');
    assert.ok(model, 'VS Code has no language model');
    return createLanguageModelEngine(model);
  };

  keepsTheContract(engine);

  it('translates through a model that another extension provides', async () => {
    const made = await engine();

    assert.match(made.label, /Parrot/);
    assert.equal(made.destination, 'neighbor');
    assert.deepEqual(await collect(made, ['你好', '世界和平']), [
      [0, 'words 2'],
      [1, 'words 4'],
    ]);
  });

  it('gives nothing when the model refuses', async () => {
    there.manner.now = 'refuse';

    assert.deepEqual(await collect(await engine(), ['你好', '世界']), []);
  });

  it('says why when the model fails', async () => {
    there.manner.now = 'fail';

    await assert.rejects(collect(await engine(), ['你好']), {
      name: 'TranslationError',
      message: /language model|Parrot/,
    });
  });
});
