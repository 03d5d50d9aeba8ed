import type { Log } from '../../ports.ts';
import { canceled, onThisDevice, type TranslationEngine, TranslationError } from '../engine.ts';
import { baseOf } from '../languages.ts';
import type { BergamotAssets } from './assets.ts';
import type { WorkerModel } from './messages.ts';
import type { ModelStore } from './model-store.ts';
import { startWorker, type Translating } from './worker-thread.ts';

export interface BergamotOptions {
  readonly store: Pick<ModelStore, 'model' | 'files'>;
  /** Translates what `store` gives once more: Chinese over English to German. */
  readonly second?: Pick<ModelStore, 'model' | 'files'> | undefined;
  readonly assets: BergamotAssets;
  readonly log: Log;
  /** Ms without work after which the worker ends and gives its memory back. */
  readonly idleTime?: number | undefined;
}

const defaultIdleTime = 3 * 60_000;
/** UTF-16 units, marks included. The engine takes seconds for more, and cannot be stopped inside of a sentence. */
const longest = 900;
/** Sentences that are on their way at once: the next is there when one is done, and few are lost when canceled. */
const ahead = 2;

/**
 * Translates on this device with Mozilla's Bergamot, in a thread of its own: nothing leaves the machine. A sentence that
 * makes the engine break off is left out; the thread is started again for the next.
 */
export function createBergamot({
  store,
  second,
  assets,
  log,
  idleTime = defaultIdleTime,
}: BergamotOptions): TranslationEngine {
  const stores = second ? [store, second] : [store];
  const languages = { from: store.model.from, to: (second ?? store).model.to };
  let worker: Promise<Translating> | undefined;
  let idle: NodeJS.Timeout | undefined;
  let busy = 0;

  const running = (): Promise<Translating> => {
    worker ??= start().catch((cause: unknown) => {
      worker = undefined;
      throw cause;
    });
    return worker;
  };
  async function start(): Promise<Translating> {
    const models = await Promise.all(stores.map(filesOf));
    const [glue, wasm] = await Promise.all([assets.glue(), assets.wasm()]);
    return startWorker(assets.worker, { glue, wasm, models });
  }
  async function stop(): Promise<void> {
    clearTimeout(idle);
    const ending = worker;
    worker = undefined;
    await (await ending?.catch(() => undefined))?.end();
  }
  const rest = () => {
    clearTimeout(idle);
    if (busy > 0) return;
    idle = setTimeout(() => void stop(), idleTime);
    idle.unref();
  };

  /** `undefined` when the engine broke off at this sentence; one that only waited behind another is tried again. */
  async function translateOne(text: string, html: boolean, again = true): Promise<string | undefined> {
    const current = await running();
    const answer = await current.translate(text, html);
    if (answer.kind === 'translated') return answer.text;
    log.warn(`on-device translation broke off and is started again: ${answer.message}`);
    if ((await worker?.catch(() => undefined)) === current) worker = undefined;
    await current.end();
    return again && !answer.guilty ? translateOne(text, html, false) : undefined;
  }

  return {
    id: 'bergamot',
    label: 'On this device (Bergamot)',
    destination: onThisDevice,
    version: stores.map(({ model }) => model.id).join('+'),
    async *translate({ segments, format, from, to, signal }) {
      if (baseOf(from) !== baseOf(languages.from) || baseOf(to) !== baseOf(languages.to)) {
        throw new TranslationError('unsupported', `The model on this device does not translate from ${from} to ${to}.`);
      }
      busy += 1;
      clearTimeout(idle);
      try {
        const queue = segments.map((text, index) => ({ text, index })).filter(({ text }) => text.length <= longest);
        const waiting: Promise<{ readonly index: number; readonly text: string | undefined }>[] = [];
        let broken = 0;
        const next = () => {
          const item = queue.shift();
          if (!item) return;
          const answer = translateOne(item.text, format === 'html').then(text => ({ index: item.index, text }));
          // A failure is seen when its turn comes; until then it must not count as forgotten.
          answer.catch(() => undefined);
          waiting.push(answer);
        };
        for (let index = 0; index < ahead; index += 1) next();
        for (let first = waiting.shift(); first; first = waiting.shift()) {
          const { index, text } = await first;
          if (signal?.aborted) throw canceled();
          broken = text === undefined ? broken + 1 : 0;
          if (broken > 3)
            throw new TranslationError(
              'not-ready',
              'The engine on this device breaks off again and again. There may be too little memory.',
            );
          next();
          if (text !== undefined) yield { index, text };
        }
      } finally {
        busy -= 1;
        rest();
      }
    },
    dispose: stop,
  };
}

async function filesOf(store: Pick<ModelStore, 'files'>): Promise<WorkerModel> {
  const { model, vocabulary, targetVocabulary, lexicon } = await store.files();
  if (model === undefined || vocabulary === undefined)
    throw new TranslationError('not-ready', 'The translation model is not complete.');
  return { model, vocabulary, targetVocabulary, lexicon };
}
