import { Worker } from 'node:worker_threads';
import type { FindingSink } from '../../../core/findings/index.ts';
import type { Answer, LocalPlace, Portion, Question } from './messages.ts';

/** Without a question for so long the thread ends and gives its memory back, ms. */
const idleTime = 60_000;
/** Left to itself the engine would keep more of what is young than it has use for. */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

/** A thread that reads findings; it starts with the first question and again after its end. */
export interface FindingsThread {
  /** Hands over what is in the places, portion by portion. Rejects when the thread breaks off before it has read all. */
  read(places: readonly LocalPlace[], sink: FindingSink): Promise<void>;
  /** Nothing is handed over any more. */
  end(): Promise<void>;
}

interface Waiting {
  readonly sink: FindingSink;
  resolve(): void;
  reject(error: Error): void;
}

/** @param script path of what the build makes of `worker.ts` */
export function createFindingsThread(script: string): FindingsThread {
  let current: Worker | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const waiting = new Map<number, Waiting>();
  const over = (worker: Worker, why: string) => {
    if (current !== worker) return;
    current = undefined;
    for (const { reject } of waiting.values()) reject(new Error(`The thread that reads findings ended: ${why}`));
    waiting.clear();
  };
  const end = async () => {
    clearTimeout(idle);
    const ending = current;
    current = undefined;
    // Whoever still waits is going as well.
    waiting.clear();
    await ending?.terminate();
  };
  const start = () => {
    const worker = new Worker(script, { resourceLimits });
    worker.on('message', ({ id, portion, last: isLast, failed }: Answer) => {
      const asked = waiting.get(id);
      if (!asked) return;
      const { findings, unread }: Portion = JSON.parse(portion);
      for (const saved of findings) asked.sink.found(saved);
      for (const file of unread) asked.sink.left(file);
      if (!isLast) return;
      waiting.delete(id);
      if (waiting.size === 0) {
        idle = setTimeout(() => void end(), idleTime);
        idle.unref();
      }
      if (failed === undefined) asked.resolve();
      else asked.reject(new Error(failed));
    });
    worker.on('error', error => over(worker, error.message));
    worker.on('exit', () => over(worker, 'by itself'));
    worker.unref();
    return worker;
  };
  return {
    read: (places, sink) =>
      new Promise((resolve, reject) => {
        clearTimeout(idle);
        last += 1;
        waiting.set(last, { sink, resolve, reject });
        current ??= start();
        const question: Question = { id: last, places };
        current.postMessage(question);
      }),
    end,
  };
}
