import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import { say } from '../../sentences/index.ts';
import { TranslationError } from '../engine.ts';
import type { WorkerRequest, WorkerStart } from './messages.ts';

const Message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('translated'), id: z.number(), texts: z.array(z.string()) }),
  z.object({ kind: z.literal('fatal'), id: z.number().optional(), message: z.string() }),
]);

/** For one request, in ms; the slowest sentence that was measured took 13 s. */
const longestWait = 60_000;

export type Answer =
  /** An answer for each sentence. */
  | { readonly kind: 'translated'; readonly texts: readonly string[] }
  | {
      readonly kind: 'broken';
      readonly message: string /** Whether it was this request that did it. */;
      readonly guilty: boolean;
    };

/** A running worker. */
export interface Translating {
  /** Never rejects; `broken` when the worker ended before it answered. */
  translate(texts: readonly string[], html: boolean): Promise<Answer>;
  end(): Promise<void>;
}

/** Starts the worker; resolves when the model is loaded. Rejects with TranslationError `not-ready`. */
export function startWorker(file: string | URL, start: WorkerStart): Promise<Translating> {
  // The memory of the engine is its own; this bounds only what the script around it uses.
  const worker = new Worker(file, {
    workerData: start,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    stdout: true,
    stderr: true,
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  let broken: string | undefined;
  const breakOff = (message: string, guilty?: number) => {
    broken ??= message;
    for (const [id, answer] of [...waiting])
      answer({ kind: 'broken', message, guilty: guilty === undefined || id === guilty });
  };

  const translating: Translating = {
    translate: (texts, html) =>
      new Promise(resolve => {
        if (broken !== undefined) {
          resolve({ kind: 'broken', message: broken, guilty: false });
          return;
        }
        last += 1;
        const request: WorkerRequest = { id: last, texts, html };
        const timer = setTimeout(() => {
          breakOff('it took too long', request.id);
          void worker.terminate();
        }, longestWait);
        // While there is work the process must not end; afterwards the worker must not keep it.
        worker.ref();
        waiting.set(request.id, answer => {
          clearTimeout(timer);
          waiting.delete(request.id);
          if (waiting.size === 0) worker.unref();
          resolve(answer);
        });
        worker.postMessage(request);
      }),
    end: async () => {
      await worker.terminate();
    },
  };

  return new Promise((resolve, reject) => {
    const refuse = (message: string) =>
      reject(new TranslationError('not-ready', say('The engine on this device does not start: {0}', message)));
    worker.on('message', (value: unknown) => {
      const message = Message.parse(value);
      if (message.kind === 'ready') {
        worker.unref();
        resolve(translating);
      } else if (message.kind === 'fatal') {
        breakOff(message.message, message.id);
        refuse(message.message);
      } else waiting.get(message.id)?.({ kind: 'translated', texts: message.texts });
    });
    worker.on('error', cause => {
      breakOff(cause.message);
      refuse(cause.message);
    });
    worker.on('exit', () => {
      breakOff('the worker ended');
      refuse('the worker ended');
    });
  });
}
