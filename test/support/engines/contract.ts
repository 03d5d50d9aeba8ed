import assert from 'node:assert/strict';
import { type TranslationEngine, TranslationError } from '../../../src/core/translation/index.ts';

/** What every engine owes to the translator, whoever brings it. `make` is asked once for each test. */
export function keepsTheContract(make: () => Promise<TranslationEngine>): void {
  describe('keeps to what every engine owes', () => {
    const languages = { from: 'zh', to: 'en' } as const;
    const sentences = ['第一句。', '第二句：好。', '第一句。', '好', '第三句，很长很长很长很长很长很长。'];
    const marked = ['使用<img id="1"/>安装<b id="2">重要 &lt;a&gt;</b>', '好 &amp; 坏'];
    let engine: TranslationEngine;

    beforeEach(async () => {
      engine = await make();
    });
    afterEach(async () => {
      // Twice: whoever closes a window may have ended it before.
      await engine.dispose?.();
      await engine.dispose?.();
    });

    const answers = async (segments: readonly string[], format: 'text' | 'html', signal?: AbortSignal) => {
      const found: { readonly index: number; readonly text: string }[] = [];
      const request = { segments, format, ...languages, ...(signal ? { signal } : {}) };
      for await (const answer of engine.translate(request)) found.push(answer);
      return found;
    };

    it('says who it is, where the text goes, and which version speaks', () => {
      for (const word of [engine.id, engine.label, engine.destination, engine.version])
        assert.notEqual(word.trim(), '');
    });

    for (const [format, segments] of [
      ['text', sentences],
      ['html', marked],
    ] as const) {
      it(`answers each segment at most once, under its own number: ${format}`, async () => {
        const found = await answers(segments, format);

        const numbers = found.map(({ index }) => index);
        assert.equal(new Set(numbers).size, numbers.length);
        assert.ok(numbers.every(number => number >= 0 && number < segments.length));
        assert.ok(found.every(({ text }) => typeof text === 'string'));
      });
    }

    it('does nothing for nothing', async () => {
      assert.deepEqual(await answers([], 'text'), []);
    });

    it('gives nothing to whoever canceled, and works again afterwards', async () => {
      const canceled = AbortSignal.abort();

      const found = await answers(sentences, 'text', canceled).catch((error: unknown) => {
        assert.ok(error instanceof TranslationError && error.kind === 'canceled', String(error));
        return [];
      });

      assert.deepEqual(found, []);
      await answers(['好'], 'text');
    });

    it('serves two who ask at the same time', async () => {
      const [one, other] = await Promise.all([answers(sentences, 'text'), answers(['好'], 'text')]);

      assert.ok(one.length <= sentences.length && other.length <= 1);
    });
  });
}
