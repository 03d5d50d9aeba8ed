import { say } from '../sentences/index.ts';
import { type Fault, faultOf } from './checks.ts';
import { canceled, type Term, type TranslationEngine, TranslationError } from './engine.ts';
import { readAnswer, type Segment, wordsIn } from './segment.ts';

export interface Asking {
  readonly engine: TranslationEngine;
  readonly from: string;
  readonly to: string;
  readonly terms: (texts: readonly string[]) => readonly Term[];
  readonly signal?: AbortSignal | undefined;
}

/** What a segment is known by, in one README and in the memory: marks make a text different from its plain form. */
export function segmentKey({ text }: Pick<Segment, 'text'>): string {
  return text;
}

/** Whether an answer may stand for a segment. Also for answers that were remembered: rules get better. */
export function checkAnswer(segment: Segment, answer: string, to: string, names: boolean): Fault | undefined {
  const source = wordsIn(segment, segment.text);
  if (answer.trim() === '') return 'missing';
  return (
    faultOf({ source, answer: wordsIn(segment, answer), to, names }) ??
    (readAnswer(segment, answer) ? undefined : 'damaged')
  );
}

/**
 * Asks an engine for segments, the plain ones and the marked ones apart. `accept` gets each good answer as it comes;
 * gives back what was wrong with the others. Rejects with TranslationError when the engine cannot go on.
 */
export async function askEngine(
  segments: readonly Segment[],
  { engine, from, to, terms, signal }: Asking,
  names: boolean,
  accept: (segment: Segment, answer: string) => void,
): Promise<ReadonlyMap<string, Fault>> {
  const faults = new Map<string, Fault>();
  for (const format of ['text', 'html'] as const) {
    const group = segments.filter(segment => segment.format === format);
    if (group.length === 0) continue;
    for (const segment of group) faults.set(segmentKey(segment), 'missing');
    const texts = group.map(({ text }) => text);
    try {
      const request = { segments: texts, format, from, to, terms: terms(texts), ...(signal ? { signal } : {}) };
      for await (const { index, text } of engine.translate(request)) {
        if (signal?.aborted) throw canceled();
        const segment = group[index];
        if (!segment) continue;
        const answer = text.replace(invisible, '').trim();
        const fault = checkAnswer(segment, answer, to, names);
        if (fault) faults.set(segmentKey(segment), fault);
        else {
          faults.delete(segmentKey(segment));
          accept(segment, answer);
        }
      }
    } catch (cause) {
      throw asTranslationError(cause, engine, signal);
    }
    if (signal?.aborted) throw canceled();
  }
  return faults;
}

/** Control signs, also those that turn the direction of text: no translation needs them. The joiner inside emoji may stay. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are meant
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]/g;

/** Engines of other extensions may throw anything. */
function asTranslationError(
  cause: unknown,
  { label }: TranslationEngine,
  signal: AbortSignal | undefined,
): TranslationError {
  if (signal?.aborted) return canceled();
  if (cause instanceof TranslationError) return cause;
  return new TranslationError('bad-answer', say('{0} failed. The log says more.', label), { cause });
}
