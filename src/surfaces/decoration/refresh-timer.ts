/** Refreshes soon after the last change, but never more than one at a time. */
export interface RefreshTimer {
  now(): void;
  soon(): void;
  dispose(): void;
}

/** A key press is answered within 50 ms, so this is the longest wait that leaves time for the work, ms. */
const longestWait = 30;

/**
 * Waits a little after each change, longer when the last refresh took long: in a small manifest each key press is
 * answered almost at once, in a huge one typing goes first. Changes during a refresh cause one more.
 */
export function createRefreshTimer(refresh: () => Promise<void>): RefreshTimer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let again = false;
  let cost = 0;

  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    const start = performance.now();
    try {
      await refresh();
    } finally {
      running = false;
      cost = performance.now() - start;
      if (again) {
        again = false;
        schedule(cost);
      }
    }
  };
  const schedule = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), wait);
  };
  return {
    now: () => schedule(0),
    soon: () => schedule(Math.min(5 + cost, longestWait)),
    dispose: () => clearTimeout(timer),
  };
}
