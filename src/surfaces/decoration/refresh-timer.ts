/** Refreshes soon after the last change, but never more than one at a time. */
export interface RefreshTimer {
  now(): void;
  soon(): void;
  dispose(): void;
}

/** A refresh this cheap is done with the change itself, ms: half of what a picture of a 60 Hz screen has. */
const cheap = 8;
/** A key press is answered within 50 ms, so this is the longest wait that leaves time for the work, ms. */
const longestWait = 30;

/**
 * Answers a change at once while a refresh costs next to nothing, which is so in all but huge manifests; there it waits a
 * little after each change, so that typing goes first. Changes during a refresh cause one more.
 *
 * @param now ms of a clock that only goes forward
 */
export function createRefreshTimer(refresh: () => Promise<void>, now = () => performance.now()): RefreshTimer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let again = false;
  let cost = 0;
  let disposed = false;

  const run = async () => {
    clearTimeout(timer);
    if (running) {
      again = true;
      return;
    }
    running = true;
    const start = now();
    try {
      await refresh();
    } finally {
      running = false;
      cost = now() - start;
      if (again && !disposed) {
        again = false;
        schedule();
      }
    }
  };
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), cost <= cheap ? 0 : Math.min(cost, longestWait));
  };
  return {
    now: () => {
      clearTimeout(timer);
      timer = setTimeout(() => void run(), 0);
    },
    soon: () => {
      if (cost <= cheap) void run();
      else schedule();
    },
    dispose: () => {
      disposed = true;
      clearTimeout(timer);
    },
  };
}
