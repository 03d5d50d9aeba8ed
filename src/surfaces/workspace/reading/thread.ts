import type { Log } from '../../../core/ports.ts';
import { type Connection, connect, ThreadEndedError, type Unpacked } from './connection.ts';
import type { Job } from './job.ts';
import type { FormatNames, Question, Reading, Source } from './messages.ts';

/** Without a question for so long the thread ends and gives its memory back, ms. */
const idleTime = 5 * 60_000;

/** The thread cannot be started, at first or after its end. */
export class ThreadUnavailableError extends Error {
  override readonly name = 'ThreadUnavailableError';
}

/**
 * A thread that does the job; it starts with the first question and again after its end. Rejects with a
 * `ThreadUnavailableError` where it cannot.
 */
export interface ReadingThread extends Job {
  /** Ends it, and starts another one at once: what a long scan left in its memory is given back. */
  renew(): Promise<void>;
  end(): Promise<void>;
}

/** @param script path of what the build makes of `worker.ts` */
export function createReadingThread(script: string, log: Log): ReadingThread {
  let current: Started | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  const end = async () => {
    clearTimeout(idle);
    const ending = current;
    current = undefined;
    await ending?.connection.end('it was ended');
  };
  const started = (): Started => {
    if (!current?.connection.alive) current = start(script);
    clearTimeout(idle);
    idle = setTimeout(() => void end(), idleTime);
    idle.unref();
    return current;
  };
  const ask = async (question: Question): Promise<Unpacked> => {
    const { connection, formats } = started();
    const answer = await connection.ask(question).catch(async (error: unknown) => {
      // One that never answered was not brought down by what it was asked.
      await formats;
      throw error;
    });
    if (answer.kind === 'failed') throw new Error(answer.message);
    return answer;
  };
  const readOnce = async (sources: readonly Source[]): Promise<readonly Reading[]> => {
    const answer = await ask({ kind: 'read', sources });
    if (answer.kind !== 'read') return [];
    return answer.failures.map(
      (failure, position) => failure ?? { kind: 'read', manifest: answer.manifests[position] },
    );
  };
  return {
    formats: async () => started().formats,
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
            ...(await readOnce([source]).catch((cause: unknown): readonly Reading[] => {
              if (cause instanceof ThreadUnavailableError) throw cause;
              return [{ kind: 'unreadable', message: cause instanceof Error ? cause.message : String(cause) }];
            })),
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
      await started().formats;
    },
    end,
  };
}

interface Started {
  readonly connection: Connection;
  /** Its first answer: the proof that it runs. */
  readonly formats: Promise<readonly FormatNames[]>;
}

function start(script: string): Started {
  try {
    const connection = connect(script);
    const formats = connection.ask({ kind: 'formats' }).then(
      answer => {
        if (answer.kind === 'formats') return answer.formats;
        throw new ThreadUnavailableError(answer.kind === 'failed' ? answer.message : 'it gave no formats');
      },
      (cause: unknown) => {
        throw new ThreadUnavailableError(cause instanceof Error ? cause.message : String(cause), { cause });
      },
    );
    // Whoever asks hears of it.
    formats.catch(() => undefined);
    return { connection, formats };
  } catch (cause) {
    throw new ThreadUnavailableError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
