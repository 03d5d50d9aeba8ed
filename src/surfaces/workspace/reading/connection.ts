import { Worker } from 'node:worker_threads';
import type { CompactManifest } from './compact-manifest.ts';
import type { Answer, NumberedAnswer, NumberedQuestion, Question } from './messages.ts';
import { createUnpacker } from './packed.ts';

/** For one question, ms. A thread that takes longer is stuck. */
const longestWait = 60_000;

/**
 * Enough for the largest files that may be read; what is young is little, because of what is read little stays. Left to
 * itself the engine would keep several times as much of it.
 */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 8 };

/** The thread ended before it answered. */
export class ThreadEndedError extends Error {
  override readonly name = 'ThreadEndedError';
}

type ReadAnswer = Extract<Answer, { kind: 'read' }>;

/** An answer with its manifests as they are used here. */
export type Unpacked =
  | Exclude<Answer, ReadAnswer>
  | (Omit<ReadAnswer, 'manifests'> & { readonly manifests: readonly (CompactManifest | undefined)[] });

/** To one thread, from its start to its end. */
export interface Connection {
  readonly alive: boolean;
  /** Rejects with a `ThreadEndedError`. */
  ask(question: Question): Promise<Unpacked>;
  end(why: string): Promise<void>;
}

/** Starts the thread. */
export function connect(script: string): Connection {
  const worker = new Worker(script, { resourceLimits });
  const waiting = new Map<number, { resolve(answer: Unpacked): void; reject(error: Error): void }>();
  const unpack = createUnpacker();
  let last = 0;
  let ended: string | undefined;
  const over = (why: string) => {
    ended ??= why;
    for (const { reject } of waiting.values()) reject(new ThreadEndedError(ended));
    waiting.clear();
  };
  worker.on('message', ({ id, answer }: NumberedAnswer) => {
    // Unpacked also when nobody waits any more: the next answer builds on it.
    const unpacked = answer.kind === 'read' ? { ...answer, manifests: unpack(answer.manifests) } : answer;
    waiting.get(id)?.resolve(unpacked);
    waiting.delete(id);
  });
  worker.on('error', error => over(error.message));
  worker.on('exit', () => over('it ended by itself'));
  worker.unref();
  const end = async (why: string) => {
    over(why);
    await worker.terminate();
  };
  return {
    get alive() {
      return ended === undefined;
    },
    ask: question =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(new ThreadEndedError(ended));
        last += 1;
        const timer = setTimeout(() => void end('it took too long'), longestWait);
        waiting.set(last, {
          resolve: answer => {
            clearTimeout(timer);
            resolve(answer);
          },
          reject: error => {
            clearTimeout(timer);
            reject(error);
          },
        });
        const message: NumberedQuestion = { id: last, question };
        worker.postMessage(message);
      }),
    end,
  };
}
