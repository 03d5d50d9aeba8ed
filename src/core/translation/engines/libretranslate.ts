import * as z from 'zod';
import { isTraditionalChinese } from '../../readme/index.ts';
import { say } from '../../sentences/index.ts';
import { batchesOf, type Numbered } from '../batches.ts';
import { type TranslationEngine, TranslationError, type TranslationRequest } from '../engine.ts';
import { createHttp, type HttpOptions } from '../http.ts';

export interface LibreTranslateOptions extends HttpOptions {
  /** Root of the server, such as `http://127.0.0.1:5000`. */
  readonly url: string;
  readonly key?: string | undefined;
}

const Languages = z.array(z.object({ code: z.string(), targets: z.array(z.string()).optional() }));
const Answer = z.object({ translatedText: z.union([z.string(), z.array(z.string())]) });

/** Servers limit a request's characters (`--char-limit`); public ones to a few thousand. */
const limits = { segments: 16, characters: 1800 } as const;

/** A LibreTranslate server (https://docs.libretranslate.com): an engine that people run for themselves. */
export function createLibreTranslate({ url, key, ...options }: LibreTranslateOptions): TranslationEngine {
  const root = url.replace(/\/+$/, '');
  const http = createHttp(options);
  const label = 'LibreTranslate';
  let languages: Promise<z.infer<typeof Languages>> | undefined;

  /** Asked once; a server without the list is believed to know the plain tags. */
  const listed = (signal: AbortSignal | undefined) => {
    languages ??= http.json({ url: `${root}/languages`, label, signal }).then(
      answer => Languages.safeParse(answer).data ?? [],
      (cause: unknown) => {
        languages = undefined;
        if (cause instanceof TranslationError && cause.kind === 'bad-answer') return [];
        throw cause;
      },
    );
    return languages;
  };

  async function ask(texts: readonly string[], request: TranslationRequest, pair: Pair): Promise<readonly string[]> {
    const body = {
      // One text as a string: older servers know no lists.
      q: texts.length === 1 ? texts[0] : texts,
      source: pair.from,
      target: pair.to,
      format: request.format,
      ...(key ? { api_key: key } : {}),
    };
    const answer = Answer.safeParse(await http.json({ url: `${root}/translate`, label, body, signal: request.signal }));
    if (!answer.success)
      throw new TranslationError(
        'bad-answer',
        say('{0} answered in a form that it should not have. Check its address.', label),
      );
    const { translatedText } = answer.data;
    return typeof translatedText === 'string' ? [translatedText] : translatedText;
  }

  let takesLists = true;

  /** Older servers take one text at a time: they refuse a list, or answer it with one text. */
  async function askTogether(batch: readonly Numbered[], request: TranslationRequest, pair: Pair) {
    if (!takesLists) return undefined;
    try {
      const texts = await ask(
        batch.map(({ text }) => text),
        request,
        pair,
      );
      return texts.length === batch.length ? texts : undefined;
    } catch (cause) {
      if (batch.length > 1 && cause instanceof TranslationError && cause.kind === 'bad-answer') {
        takesLists = false;
        return undefined;
      }
      throw cause;
    }
  }

  return {
    id: 'libretranslate',
    label,
    destination: new URL(root).host,
    version: '1',
    async *translate(request) {
      const pair = pairOf(await listed(request.signal), request);
      for (const batch of batchesOf(request.segments, limits)) {
        const texts = await askTogether(batch, request, pair);
        for (const [position, { index, text }] of batch.entries()) {
          const translated = texts ? texts[position] : (await ask([text], request, pair))[0];
          if (translated !== undefined) yield { index, text: translated };
        }
      }
    },
  };
}

interface Pair {
  readonly from: string;
  readonly to: string;
}

/** Servers call Chinese `zh`, newer ones `zh-Hans`, older ones the traditional script `zt`. */
function pairOf(languages: z.infer<typeof Languages>, { from, to }: TranslationRequest): Pair {
  if (languages.length === 0) return { from: from.split('-')[0] ?? from, to: to.split('-')[0] ?? to };
  const source = languages.find(
    ({ code }) =>
      code ===
      bestCode(
        from,
        languages.map(({ code }) => code),
      ),
  );
  const target = bestCode(to, source?.targets ?? languages.map(({ code }) => code));
  if (!source || target === undefined) {
    throw new TranslationError(
      'unsupported',
      say('This LibreTranslate server does not translate from {0} to {1}.', from, to),
    );
  }
  return { from: source.code, to: target };
}

function bestCode(tag: string, codes: readonly string[]): string | undefined {
  const base = tag.split('-')[0] ?? tag;
  const chinese = isTraditionalChinese(tag) ? ['zh-Hant', 'zt', 'zh-TW', 'zh'] : ['zh', 'zh-Hans', 'zh-CN'];
  const wanted = base === 'zh' ? chinese : [tag, base];
  return (
    wanted.find(code => codes.includes(code)) ??
    (base === 'zh' ? undefined : codes.find(code => code.startsWith(`${base}-`)))
  );
}
