import type { Log } from '../../ports.ts';
import { say } from '../../sentences/index.ts';
import type { Numbered } from '../batches.ts';
import { canceled, onThisDevice, type TranslationEngine, TranslationError } from '../engine.ts';
import { baseOf } from '../languages.ts';
import type { BergamotAssets } from './assets.ts';
import type { WorkerModel } from './messages.ts';
import type { ModelStore } from './model-store.ts';
import { requestsOf } from './requests.ts';
import { type Answer, startWorker, type Translating } from './worker-thread.ts';

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
/** Requests that are on their way at once: the next is there when one is done, and little is lost when canceled. */
const ahead = 2;
/** After so many sentences in a row that made the engine break off it is not the sentences. */
const mostBroken = 3;

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
  /** Sentences are tried one by one by one request at a time: else one would break off the other's. */
  let mending: Promise<unknown> = Promise.resolve();

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

  /** Asks the thread; one in which the engine broke off is ended, and the next request starts another. */
  async function ask(texts: readonly string[], html: boolean): Promise<Answer> {
    const current = await running();
    const answer = await current.translate(texts, html);
    if (answer.kind === 'translated') return answer;
    log.warn(`on-device translation broke off and is started again: ${answer.message}`);
    if ((await worker?.catch(() => undefined)) === current) worker = undefined;
    await current.end();
    return answer;
  }
  /** An answer for each sentence, `undefined` for those at which the engine broke off. */
  async function translateAll(texts: readonly string[], html: boolean): Promise<Answers> {
    const answer = await ask(texts, html);
    if (answer.kind === 'translated') return answer.texts;
    if (answer.guilty && texts.length === 1) return [undefined];
    const mended = mending.then(() => translateEach(texts, html));
    mending = mended.catch(() => undefined);
    return mended;
  }
  /** Finds the sentence at which the engine breaks off. One that only waited behind another is tried again. */
  async function translateEach(texts: readonly string[], html: boolean): Promise<Answers> {
    const answers: (string | undefined)[] = [];
    for (const text of texts) {
      const last = answers.slice(-mostBroken);
      const isHopeless = last.length === mostBroken && last.every(each => each === undefined);
      let answer = isHopeless ? undefined : await ask([text], html);
      if (answer?.kind === 'broken' && !answer.guilty) answer = await ask([text], html);
      answers.push(answer?.kind === 'translated' ? answer.texts[0] : undefined);
    }
    return answers;
  }
  /** The answers, request after request; the next ones are on their way while the first is awaited. */
  async function* answersOf(segments: readonly string[], html: boolean) {
    const queue = [...requestsOf(segments)];
    const waiting: { readonly batch: readonly Numbered[]; readonly answers: Promise<Answers> }[] = [];
    const next = () => {
      const batch = queue.shift();
      if (!batch) return;
      const answers = translateAll(
        batch.map(({ text }) => text),
        html,
      );
      // A failure is seen when its turn comes; until then it must not count as forgotten.
      answers.catch(() => undefined);
      waiting.push({ batch, answers });
    };
    for (let index = 0; index < ahead; index += 1) next();
    for (let first = waiting.shift(); first; first = waiting.shift()) {
      const answers = await first.answers;
      next();
      for (const [position, { index }] of first.batch.entries()) yield { index, text: answers[position] };
    }
  }

  return {
    id: 'bergamot',
    label: 'On this device (Bergamot)',
    destination: onThisDevice,
    version: stores.map(({ model }) => model.id).join('+'),
    async *translate({ segments, format, from, to, signal }) {
      if (baseOf(from) !== baseOf(languages.from) || baseOf(to) !== baseOf(languages.to)) {
        throw new TranslationError(
          'unsupported',
          say('The model on this device does not translate from {0} to {1}.', from, to),
        );
      }
      busy += 1;
      clearTimeout(idle);
      try {
        let broken = 0;
        for await (const { index, text } of answersOf(segments, format === 'html')) {
          if (signal?.aborted) throw canceled();
          broken = text === undefined ? broken + 1 : 0;
          if (broken > mostBroken)
            throw new TranslationError(
              'not-ready',
              say('The engine on this device breaks off again and again. There may be too little memory.'),
            );
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

type Answers = readonly (string | undefined)[];

async function filesOf(store: Pick<ModelStore, 'files'>): Promise<WorkerModel> {
  const { model, vocabulary, targetVocabulary, lexicon } = await store.files();
  if (model === undefined || vocabulary === undefined)
    throw new TranslationError('not-ready', say('The translation model is not complete.'));
  return { model, vocabulary, targetVocabulary, lexicon };
}
