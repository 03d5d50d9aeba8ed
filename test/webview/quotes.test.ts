import assert from 'node:assert/strict';
import { createQuotes } from '../../src/surfaces/page/quotes.ts';
import type { Translation, TranslationRequest } from '../../src/surfaces/translations.ts';
import { silent } from '../core/projects/setting.ts';
import { wholeTranslation } from './whole-translation.ts';

const quote = '本项目禁止商用。';

/** Quotes with an engine that answers as a test wants, and what was asked of it. */
function play(answer: (text: string) => Promise<Translation>) {
  const asked: TranslationRequest[] = [];
  const translate = (markdown: string, request: TranslationRequest) => {
    asked.push(request);
    return answer(markdown);
  };
  let changes = 0;
  const quotes = createQuotes({ translations: { translate }, log: silent }, () => {
    changes += 1;
  });
  return { quotes, asked, changes: () => changes };
}

describe('quotes in the evidence of a license', () => {
  it('are translated once, from Chinese, by the engine that was offered', async () => {
    const { quotes, asked, changes } = play(() => Promise.resolve(wholeTranslation('No commercial use.')));

    await Promise.all([quotes.translate(quote, 'echo', 'de'), quotes.translate(quote, 'echo', 'de')]);
    await quotes.translate(quote, 'echo', 'de');

    assert.deepEqual(quotes.all(), [{ kind: 'done', quote, text: 'No commercial use.', engine: 'echo' }]);
    assert.deepEqual(
      asked.map(({ engine, from, to }) => [engine, from, to]),
      [['echo', 'zh', 'de']],
    );
    assert.equal(changes(), 2);
  });

  it('say why a translation failed, and can be asked for again', async () => {
    let fails = true;
    const { quotes } = play(() =>
      fails ? Promise.reject(new Error('Nobody answered.')) : Promise.resolve(wholeTranslation('No commercial use.')),
    );

    await quotes.translate(quote, 'echo', 'en');
    assert.deepEqual(quotes.all(), [{ kind: 'failed', quote, message: 'Nobody answered.' }]);
    fails = false;
    await quotes.translate(quote, 'echo', 'en');

    assert.equal(quotes.all()[0]?.kind, 'done');
  });

  it('stay as they were when the person does not want it after all', async () => {
    const { quotes } = play(() => Promise.reject(Object.assign(new Error('Canceled.'), { kind: 'canceled' })));

    await quotes.translate(quote, 'echo', 'en');

    assert.deepEqual(quotes.all(), []);
  });

  it('are given up when the page closes', async () => {
    const { quotes, asked } = play(() => Promise.resolve(wholeTranslation('')));

    await quotes.translate(quote, 'echo', 'en');
    quotes.dispose();

    assert.equal(asked[0]?.signal.aborted, true);
  });
});
