import * as z from 'zod';
import { say } from '../../sentences/index.ts';
import { batchesOf, type Numbered } from '../batches.ts';
import {
  type TranslatedSegment,
  type TranslationEngine,
  TranslationError,
  type TranslationRequest,
} from '../engine.ts';
import { createHttp, type HttpOptions } from '../http.ts';
import { escapeMarkup, unescapeMarkup } from '../segment.ts';
import { isRefusal, numberedSegments, plainAnswer, withoutThinking } from './openai-answer.ts';
import { promptFamily, promptVersion } from './openai-prompt.ts';

export interface OpenAIOptions extends HttpOptions {
  /** Base of the endpoint up to the version: `http://127.0.0.1:11434/v1`, `https://api.deepseek.com/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key?: string | undefined;
}

const Part = z.object({
  choices: z.array(
    z.object({
      delta: z.object({ content: z.string().nullish() }).nullish(),
      message: z.object({ content: z.string().nullish() }).nullish(),
    }),
  ),
});
const Trouble = z.object({ error: z.unknown() });

/** Any endpoint that speaks OpenAI's chat completions: Ollama, vLLM, LM Studio, DeepSeek, Qwen, Hunyuan-MT, ... */
export function createOpenAI({ url: base, model, key, ...options }: OpenAIOptions): TranslationEngine {
  const url = `${base.replace(/\/+$/, '').replace(/\/chat\/completions$/, '')}/chat/completions`;
  const http = createHttp(options);
  const family = promptFamily(model);
  const label = `${model} (OpenAI-compatible)`;

  /** The answer so far, each time that more of it has come. A stream that breaks off just ends. */
  async function* answers(batch: readonly Numbered[], request: TranslationRequest): AsyncGenerator<string> {
    const body = { model, messages: family.messages(batch, request), ...family.parameters, stream: true };
    const headers = {
      accept: 'text/event-stream, application/json',
      ...(key ? { authorization: `Bearer ${key}` } : {}),
    };
    let answer = '';
    try {
      for await (const more of contents(http.lines({ url, label, headers, body, signal: request.signal }))) {
        answer += more;
        // A model that does not come to an end is not waited for.
        if (answer.length > longestAnswer(batch, answer)) break;
        // Only a tag can finish a segment.
        if (more.includes('>')) yield answer;
      }
    } catch (cause) {
      // What arrived before the line broke is good; the rest is asked for again.
      if (answer === '' || !(cause instanceof TranslationError) || cause.kind === 'canceled') throw cause;
    }
    yield answer;
  }

  async function* batchAnswers(
    batch: readonly Numbered[],
    request: TranslationRequest,
  ): AsyncGenerator<TranslatedSegment> {
    const open = new Map(batch.map(({ index }) => [index + 1, index]));
    let last = '';
    for await (const answer of answers(batch, request)) {
      last = withoutThinking(answer);
      if (!family.numbered) continue;
      for (const { id, text } of numberedSegments(last)) {
        const index = open.get(id);
        if (index === undefined) continue;
        open.delete(id);
        if (text !== '' && !isRefusal(text)) yield { index, text };
      }
    }
    const [only] = batch;
    if (only && batch.length === 1 && open.size > 0) {
      // A small model may forget the wrapper around a single segment.
      const text = plainAnswer(last.replace(/<\/?s(?: id=["']?\d+["']?)?\s*>/g, ''));
      if (text !== undefined) yield { index: only.index, text };
    }
  }

  return {
    id: 'openai',
    label,
    destination: new URL(url).host,
    version: `${model}/${promptVersion}`,
    async *translate(request) {
      // Plain text is escaped too, so that nothing in it can end its element.
      const escaped =
        request.format === 'html' ? request : { ...request, segments: request.segments.map(escapeMarkup) };
      const restore = (segment: TranslatedSegment) =>
        request.format === 'html' ? segment : { ...segment, text: unescapeMarkup(segment.text) };
      for (const batch of batchesOf(escaped.segments, family.limits)) {
        const done = new Set<number>();
        for await (const segment of batchAnswers(batch, escaped)) {
          done.add(segment.index);
          yield restore(segment);
        }
        if (batch.length === 1) continue;
        for (const missing of batch.filter(({ index }) => !done.has(index))) {
          for await (const segment of batchAnswers([missing], escaped)) yield restore(segment);
        }
      }
    },
  };
}

/** UTF-16 units; models that think aloud need some room. */
function longestAnswer(batch: readonly Numbered[], answer: string): number {
  const room = /^\s*<(?:think|reason)/i.test(answer) ? 40_000 : 2000;
  return batch.reduce((sum, { text }) => sum + text.length, 0) * 8 + room;
}

/** The pieces of an answer out of server-sent events; some servers do not stream, whatever they are asked. */
async function* contents(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let plain = '';
  let events = 0;
  for await (const line of lines) {
    if (line.startsWith('data:')) {
      events += 1;
      yield contentOf(line.slice('data:'.length).trim(), 'delta');
    } else if (events === 0 && line !== '' && !line.startsWith(':') && !line.startsWith('event:')) plain += `${line}\n`;
  }
  if (events === 0) yield contentOf(plain, 'message');
}

function contentOf(data: string, where: 'delta' | 'message'): string {
  if (data === '[DONE]' || data === '') return '';
  const value = parsed(data);
  if (value === undefined) {
    // A cut line at the end of a broken stream; as a whole answer it is no answer.
    if (where === 'delta') return '';
    throw new TranslationError(
      'bad-answer',
      say('The endpoint did not answer with JSON. Check its address: it usually ends with /v1.'),
    );
  }
  if (Trouble.safeParse(value).success && !Part.safeParse(value).success) {
    throw new TranslationError('bad-answer', say('The endpoint answered with an error. Check the name of the model.'));
  }
  const part = Part.safeParse(value);
  if (!part.success) {
    if (where === 'delta') return '';
    throw new TranslationError(
      'bad-answer',
      say('The endpoint answered in a form that it should not have. Check its address: it usually ends with /v1.'),
    );
  }
  const choice = part.data.choices[0];
  return choice?.[where]?.content ?? choice?.message?.content ?? '';
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
