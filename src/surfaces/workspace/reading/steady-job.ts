import type { Log } from '../../../core/ports.ts';
import type { Job } from './job.ts';
import { type ReadingThread, ThreadUnavailableError } from './thread.ts';

/**
 * Leaves the job to its thread. When that cannot be started, at first or after its end, the job is done `here` from then
 * on: nobody is to go without their suggestions because of it.
 */
export function createSteadyJob(thread: ReadingThread, here: Job, log: Log): Job {
  let doing: Job = thread;
  const steadily = async <T>(work: (job: Job) => Promise<T>): Promise<T> => {
    try {
      return await work(doing);
    } catch (error) {
      if (!(error instanceof ThreadUnavailableError)) throw error;
      if (doing === thread) log.warn('Manifests are read without a thread of their own', error);
      doing = here;
      return work(here);
    }
  };
  return {
    formats: () => steadily(job => job.formats()),
    read: sources => steadily(job => job.read(sources)),
    suggest: purls => steadily(job => job.suggest(purls)),
  };
}
