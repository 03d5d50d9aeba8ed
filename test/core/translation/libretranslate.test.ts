import assert from 'node:assert/strict';
import * as z from 'zod';
import { createLibreTranslate } from '../../../src/core/translation/index.ts';
import { type StandInServer, sendJson, startServer } from '../../support/engines/http-server.ts';
import { startLibreTranslate } from '../../support/engines/libretranslate.ts';
import { collect } from './hosts.ts';

const Sent = z.object({ source: z.string(), target: z.string(), api_key: z.string().optional() });

describe('LibreTranslate', () => {
  let server: StandInServer | undefined;
  afterEach(() => server?.close());

  const translate = (from: string, to: string, key?: string) => {
    const engine = createLibreTranslate({ url: server?.url ?? '', key, wait: async () => undefined });
    return collect(engine.translate({ segments: ['一个句子'], format: 'text', from, to }));
  };
  const pair = () => server?.requests.flatMap(({ path, body }) => (path === '/translate' ? [Sent.parse(body)] : []))[0];

  const codes = [
    ['zh', 'zh', 'zh'],
    ['zh-Hans', 'zh', 'zh-Hans'],
    ['zh-Hans', 'zh-CN', 'zh-Hans'],
    ['zh', 'zh-Hans', 'zh'],
    ['zt', 'zh-Hant', 'zt'],
    ['zh-Hant', 'zh-TW', 'zh-Hant'],
  ] as const;
  for (const [chinese, from, source] of codes) {
    it(`calls ${from} ${source} where the server lists ${chinese}`, async () => {
      server = await startLibreTranslate({ chinese });

      await translate(from, 'en');

      assert.deepEqual(pair(), { source, target: 'en' });
    });
  }

  it('says so when the server does not have the languages', async () => {
    server = await startLibreTranslate();

    await assert.rejects(translate('zh', 'pl'), { kind: 'unsupported', message: /from zh to pl/ });
  });

  it('believes a server without a list of languages', async () => {
    server = await startServer(
      () => undefined,
      ({ path, response }) =>
        path === '/translate' ? sendJson(response, 200, { translatedText: 'a sentence' }) : sendJson(response, 404, {}),
    );

    assert.deepEqual(await translate('zh-Hans', 'en'), [{ index: 0, text: 'a sentence' }]);
    assert.deepEqual(pair(), { source: 'zh', target: 'en' });
  });

  it('sends the key, and asks for the languages once', async () => {
    server = await startLibreTranslate({ key: 'k' });
    const engine = createLibreTranslate({ url: server.url, key: 'k' });
    const request = { segments: ['一个句子'], format: 'text', from: 'zh', to: 'en' } as const;

    await collect(engine.translate(request));
    await collect(engine.translate(request));

    assert.equal(pair()?.api_key, 'k');
    assert.equal(server.requests.filter(({ path }) => path === '/languages').length, 1);
  });

  it('asks one by one where a server gives back too few', async () => {
    server = await startLibreTranslate({ tooFew: true });
    const engine = createLibreTranslate({ url: server.url });

    const answers = await collect(
      engine.translate({ segments: ['第一句', '第二句', '第三句'], format: 'text', from: 'zh', to: 'en' }),
    );

    assert.deepEqual(
      answers.map(({ index }) => index),
      [0, 1, 2],
    );
  });
});
