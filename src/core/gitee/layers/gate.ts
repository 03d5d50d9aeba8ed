import { canceled, type Layer, type Reply, type Request } from '../request.ts';

interface Waiting {
  readonly background: boolean;
  start(): void;
}

/** At most `limit` requests at once; what a person waits for goes before what is fetched in the background. */
export function gate(limit: number): Layer {
  const state: { running: number; readonly waiting: Waiting[] } = { running: 0, waiting: [] };

  function release(): void {
    state.running--;
    const urgent = state.waiting.findIndex(({ background }) => !background);
    const [following] = state.waiting.splice(Math.max(0, urgent), 1);
    following?.start();
  }

  /** False when the caller gave up while waiting. */
  function enter({ background, signal }: Request): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    if (state.running < limit) {
      state.running++;
      return Promise.resolve(true);
    }
    return new Promise(resolve => {
      const onAbort = () => {
        state.waiting.splice(state.waiting.indexOf(entry), 1);
        resolve(false);
      };
      const entry: Waiting = {
        background,
        start: () => {
          signal.removeEventListener('abort', onAbort);
          state.running++;
          resolve(true);
        },
      };
      state.waiting.push(entry);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  return next =>
    async (request): Promise<Reply> => {
      if (!(await enter(request))) return canceled;
      try {
        return await next(request);
      } finally {
        release();
      }
    };
}
