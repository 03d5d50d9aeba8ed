import type { Log } from '../../../core/ports.ts';
import { type Connection, connect, ThreadEndedError, type Unpacked } from './connection.ts';
import type { Job } from './job.ts';
import type { Question, Reading, Source } from './messages.ts';

/** Without a question for so long the thread ends and gives its memory back, ms. */
const idleTime = 5 * 60_000;

/** A thread that does the job; it starts with the first question and again after its end. */
export interface ReadingThread extends Job {
  /** Ends it, and starts another one at once: what a long scan left in its memory is given back. */
  renew(): Promise<void>;
  end(): Promise<void>;
}

/** @param script path of what the build makes of `worker.ts` */
export function createReadingThread(script: string, log: Log): ReadingThread {
  let current: Connection | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  const end = async () => {
    clearTimeout(idle);
    const ending = current;
    current = undefined;
    await ending?.end('it was ended');
  };
  const ask = async (question: Question): Promise<Unpacked> => {
    if (!current?.alive) current = connect(script);
    clearTimeout(idle);
    idle = setTimeout(() => void end(), idleTime);
    idle.unref();
    const answer = await current.ask(question);
    if (answer.kind === 'failed') throw new Error(answer.message);
    return answer;
  };
  const formats: Job['formats'] = async () => {
    const answer = await ask({ kind: 'formats' });
    return answer.kind === 'formats' ? answer.formats : [];
  };
  const readOnce = async (sources: readonly Source[]): Promise<readonly Reading[]> => {
    const answer = await ask({ kind: 'read', sources });
    if (answer.kind !== 'read') return [];
    return answer.failures.map(
      (failure, position) => failure ?? { kind: 'read', manifest: answer.manifests[position] },
    );
  };
  return {
    formats,
    read: async sources => {
      try {
        return await readOnce(sources);
      } catch (error) {
        if (!(error instanceof ThreadEndedError)) throw error;
        log.warn(`The thread that reads manifests is started again: ${error.message}`);
        // One of them may have been too much for it: the others are not to suffer from that.
        const readings: Reading[] = [];
        for (const source of sources) {
          readings.push(
            ...(await readOnce([source]).catch((cause: unknown): readonly Reading[] => [
              { kind: 'unreadable', message: cause instanceof Error ? cause.message : String(cause) },
            ])),
          );
        }
        return readings;
      }
    },
    suggest: async purls => {
      const question = { kind: 'suggest', purls } as const;
      const answer = await ask(question).catch((error: unknown) => {
        if (error instanceof ThreadEndedError) return ask(question);
        throw error;
      });
      return answer.kind === 'suggest' ? answer.suggestions : [];
    },
    renew: async () => {
      await end();
      await formats();
    },
    end,
  };
}
