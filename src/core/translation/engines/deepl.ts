import * as z from 'zod';
import { say } from '../../sentences/index.ts';
import { batchesOf } from '../batches.ts';
import { type TranslationEngine, TranslationError } from '../engine.ts';
import { createHttp, type HttpOptions } from '../http.ts';

export interface DeepLOptions extends HttpOptions {
  readonly key: string;
  /** Root of the API; by default the free or the paid one, as the key says. */
  readonly url?: string | undefined;
}

const Answer = z.object({ translations: z.array(z.object({ text: z.string() })) });

/** DeepL takes 50 texts and 128 KiB in a request (https://developers.deepl.com/docs/api-reference/translate). */
const limits = { segments: 40, characters: 8000 } as const;

/** Targets that DeepL wants with a region or script. */
const targets: Readonly<Record<string, string>> = {
  en: 'EN-US',
  pt: 'PT-PT',
  zh: 'ZH-HANS',
  'pt-br': 'PT-BR',
  'en-gb': 'EN-GB',
};

/** DeepL's API, free (keys that end with `:fx`) and paid. */
export function createDeepL({ key, url, ...options }: DeepLOptions): TranslationEngine {
  const root = (url ?? (key.endsWith(':fx') ? 'https://api-free.deepl.com' : 'https://api.deepl.com')).replace(
    /\/+$/,
    '',
  );
  const http = createHttp(options);
  return {
    id: 'deepl',
    label: 'DeepL',
    destination: new URL(root).host,
    version: '1',
    async *translate({ segments, format, from, to, signal }) {
      const languages = { source_lang: from.split('-')[0]?.toUpperCase(), target_lang: targetOf(to) };
      const tags =
        format === 'html'
          ? { tag_handling: 'xml', tag_handling_version: 'v2', ignore_tags: ['code'], outline_detection: false }
          : {};
      for (const batch of batchesOf(segments, limits)) {
        const body = { text: batch.map(({ text }) => text), ...languages, ...tags, split_sentences: 'nonewlines' };
        const headers = { authorization: `DeepL-Auth-Key ${key}` };
        const answer = Answer.safeParse(
          await http.json({ url: `${root}/v2/translate`, label: 'DeepL', headers, body, signal }),
        );
        if (!answer.success)
          throw new TranslationError(
            'bad-answer',
            say('DeepL answered in a form that it should not have. Try again later.'),
          );
        const { translations } = answer.data;
        // With too few answers nobody knows which is which.
        if (translations.length !== batch.length) continue;
        for (const [position, { index }] of batch.entries()) {
          const text = translations[position]?.text;
          if (text !== undefined) yield { index, text };
        }
      }
    },
  };
}

function targetOf(tag: string): string {
  const key = tag.toLowerCase();
  return targets[key] ?? (tag.split('-')[0] ?? tag).toUpperCase();
}
