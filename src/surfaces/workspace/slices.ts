/** Longest stretch of work before others get their turn, ms; half of what a 60 Hz frame has. */
const stretch = 8;

/** Cuts long work into slices: `pause` waits for the next turn of the event loop when this one has lasted long enough. */
export function createSlices(now: () => number = () => performance.now()): { pause(): Promise<void> } {
  let start = now();
  return {
    pause: async () => {
      if (now() - start < stretch) return;
      await new Promise<void>(resolve => setImmediate(resolve));
      start = now();
    },
  };
}
