/**
 * While scanning, listeners are told this often, ms. VS Code refreshes a view only after 200 ms without news of it, its
 * message included: told more often, it would show nothing before the end.
 */
const every = 500;

/** Decides what a scan tells its listeners, and when. */
export interface ScanNews {
  start(): void;
  /** After so many manifests: nothing, only how far it is, or that there is more to show. */
  after(done: number): 'nothing' | 'progress' | 'change';
}

/**
 * What listeners show of the manifests costs more the more there are: they are told again when there are twice as many,
 * so that a scan costs them twice its end at most.
 */
export function createScanNews(now: () => number = () => performance.now()): ScanNews {
  let last = Number.NEGATIVE_INFINITY;
  let shown = 0;
  return {
    start: () => {
      shown = 0;
    },
    after: done => {
      if (now() - last < every) return 'nothing';
      last = now();
      if (done < shown * 2) return 'progress';
      shown = done;
      return 'change';
    },
  };
}
