import assert from 'node:assert/strict';
import {
  createDeepL,
  createLibreTranslate,
  createOpenAI,
  createTranslator,
  type HttpOptions,
  openTranslationMemory,
  type TranslationEngine,
  TranslationError,
} from '../../../src/core/translation/index.ts';
import { keepsTheContract } from '../../support/engines/contract.ts';
import { startDeepL } from '../../support/engines/deepl.ts';
import type { StandInServer, Trouble } from '../../support/engines/http-server.ts';
import { startLibreTranslate } from '../../support/engines/libretranslate.ts';
import { allMangles, type Mangle } from '../../support/engines/mangle.ts';
import { startOpenAI } from '../../support/engines/openai.ts';
import { inventoryOf } from '../../support/readmes/inventory.ts';
import { sampleReadmes } from '../../support/readmes/samples.ts';
import { clock, silentLog } from './hosts.ts';

interface Setup {
  readonly mangle?: Mangle;
  readonly trouble?: () => Trouble | undefined;
  /** Ms of silence that are borne. */
  readonly timeout?: number;
}

interface Running {
  readonly server: StandInServer;
  readonly engine: TranslationEngine;
}

const noPause: HttpOptions = { wait: async () => undefined };

/** Every engine that speaks to a server, each with its stand-in. All have to pass the same tests. */
const engines: Readonly<Record<string, (setup: Setup) => Promise<Running>>> = {
  async LibreTranslate(setup) {
    const server = await startLibreTranslate(setup);
    return {
      server,
      engine: createLibreTranslate({ url: server.url, key: 'the-secret-key', ...noPause, timeout: setup.timeout }),
    };
  },
  async 'an old LibreTranslate'(setup) {
    const server = await startLibreTranslate({ ...setup, single: true });
    return { server, engine: createLibreTranslate({ url: `${server.url}/`, ...noPause, timeout: setup.timeout }) };
  },
  async 'an OpenAI-compatible endpoint'(setup) {
    const server = await startOpenAI({ ...setup, key: 'the-secret-key' });
    return {
      server,
      engine: createOpenAI({
        url: `${server.url}/v1/`,
        model: 'test-model',
        key: 'the-secret-key',
        ...noPause,
        timeout: setup.timeout,
      }),
    };
  },
  async 'Hunyuan-MT'(setup) {
    const server = await startOpenAI({ ...setup, model: 'hunyuan-mt-7b' });
    return {
      server,
      engine: createOpenAI({ url: `${server.url}/v1`, model: 'hunyuan-mt-7b', ...noPause, timeout: setup.timeout }),
    };
  },
  async DeepL(setup) {
    const server = await startDeepL({ ...setup, key: 'the-secret-key:fx' });
    return {
      server,
      engine: createDeepL({ url: server.url, key: 'the-secret-key:fx', ...noPause, timeout: setup.timeout }),
    };
  },
};

async function collect(
  engine: TranslationEngine,
  segments: readonly string[],
  format: 'text' | 'html' = 'text',
  signal?: AbortSignal,
) {
  const found = new Map<number, string>();
  const request = { segments, format, from: 'zh', to: 'en', ...(signal ? { signal } : {}) };
  for await (const { index, text } of engine.translate(request)) found.set(index, text);
  return found;
}

const failure = async (promise: Promise<unknown>) => {
  const cause = await promise.then(
    () => assert.fail('nothing failed'),
    (error: unknown) => error,
  );
  assert.ok(cause instanceof TranslationError, String(cause));
  assert.doesNotMatch(`${cause.message} ${String(cause.stack)}`, /the-secret-key/);
  return cause;
};

for (const [name, start] of Object.entries(engines)) {
  describe(`translating with ${name}`, () => {
    const running: StandInServer[] = [];
    const run = async (setup: Setup = {}) => {
      const started = await start(setup);
      running.push(started.server);
      return started;
    };
    const translator = () =>
      createTranslator({ memory: openTranslationMemory({ clock, log: silentLog }), clock, log: silentLog });

    keepsTheContract(async () => (await run()).engine);

    afterEach(async () => {
      await Promise.all(running.splice(0).map(server => server.close()));
    });

    it('gives an answer for every segment, each once', async () => {
      const { engine } = await run();
      const segments = Array.from({ length: 60 }, (_, index) => `第${index}个句子，说明如何使用。`);

      const answers = await collect(engine, segments);

      assert.deepEqual(
        [...answers.keys()].sort((one, other) => one - other),
        segments.map((_, index) => index),
      );
      assert.ok([...answers.values()].every(text => /[a-z]/.test(text) && !/\p{Script=Han}/u.test(text)));
    });

    it('takes marks and signs that mean something in HTML there and back', async () => {
      const { engine } = await run();

      const marked = await collect(engine, ['使用<img id="1"/>和<b id="2">重要 &lt;的&gt; &amp;</b>'], 'html');
      const plain = await collect(engine, ['如果 a < b && c > d 那么 </s> & &lt;'], 'text');

      assert.match(marked.get(0) ?? '', /<img id="1"\/>.*<b id="2">.*&lt;.*&gt; &amp;.*<\/b>/);
      assert.match(plain.get(0) ?? '', /a < b && c > d .*<\/s> & &lt;/);
    });

    it('sends nothing for no segments', async () => {
      const { engine, server } = await run();

      assert.equal((await collect(engine, [])).size, 0);
      assert.ok(server.requests.every(({ method }) => method === 'GET'));
    });

    it('says where the text goes', async () => {
      const { engine, server } = await run();

      assert.equal(engine.destination, new URL(server.url).host);
      assert.ok(engine.label.length > 0 && engine.version.length > 0);
    });

    const troubles = [
      ['401', 'refused'],
      ['403', 'refused'],
      ['456', 'quota'],
      ['429', 'limited'],
      ['500', 'unreachable'],
      ['503', 'unreachable'],
      ['html', 'bad-answer'],
      ['not json', 'bad-answer'],
      ['wrong shape', 'bad-answer'],
      ['hang', 'unreachable'],
      ['drop', 'unreachable'],
      ['redirect', 'unreachable'],
    ] as const;
    for (const [trouble, kind] of troubles) {
      it(`fails as ${kind} on ${trouble}, without the key in any sentence`, async () => {
        const { engine } = await run({ trouble: () => trouble, ...(trouble === 'hang' ? { timeout: 50 } : {}) });

        const cause = await failure(collect(engine, ['这是一个句子。']));

        assert.equal(cause.kind, kind);
        assert.match(cause.message, /\. .*\.$/);
      });
    }

    it('tries again what passes', async () => {
      const troublesAtFirst: (Trouble | undefined)[] = ['429', '503'];
      const { engine } = await run({ trouble: () => troublesAtFirst.shift() });

      assert.equal((await collect(engine, ['这是一个句子。'])).size, 1);
    });

    it('does not read an endless answer to its end', async () => {
      const { engine } = await run({ trouble: () => 'endless' });

      const cause = await failure(collect(engine, ['这是一个句子。']));

      assert.equal(cause.kind, 'bad-answer');
    });

    it('stops when canceled, before and while it waits', async () => {
      const { engine, server } = await run({ trouble: () => 'hang' });
      const controller = new AbortController();
      const waiting = failure(collect(engine, ['这是一个句子。'], 'text', controller.signal));

      while (server.requests.length === 0) await new Promise(resolve => setImmediate(resolve));
      controller.abort();

      assert.equal((await waiting).kind, 'canceled');
      assert.equal((await failure(collect(engine, ['这是一个句子。'], 'text', AbortSignal.abort()))).kind, 'canceled');
    });

    it('translates a README whole', async () => {
      const { engine } = await run();
      const readme = sampleReadmes['a library'] ?? '';

      const result = await translator().translateMarkdown(readme, { engine });

      assert.deepEqual(result.untranslated, []);
      assert.deepEqual(inventoryOf(result.markdown), inventoryOf(readme));
      // What is left is in code, addresses and the name of a link's target.
      assert.match(result.markdown, /^# 🚀 [a-z]/i);
    });

    for (const mangle of allMangles) {
      it(`keeps a README whole when what comes back is mangled: ${mangle}`, async () => {
        const { engine } = await run({ mangle });
        const readme = sampleReadmes['mixed languages'] ?? '';

        const result = await translator().translateMarkdown(readme, { engine });

        assert.deepEqual(inventoryOf(result.markdown), inventoryOf(readme));
      });
    }
  });
}
