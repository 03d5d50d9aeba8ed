/** Longest stretch of work before others get their turn, ms; half of what a 60 Hz frame has. */
const stretch = 8;

/** Cuts long work into slices. */
export interface Slices {
  /** Waits for the next turn of the event loop when this one has lasted long enough. */
  pause(): Promise<void> | undefined;
  /** Waits for the next turn of the event loop. */
  turn(): Promise<void>;
}

export function createSlices(now: () => number = () => performance.now()): Slices {
  let start = now();
  const turn = async () => {
    await new Promise<void>(resolve => setImmediate(resolve));
    start = now();
  };
  return { turn, pause: () => (now() - start < stretch ? undefined : turn()) };
}

/**
 * Does work step by step: at once where it takes no longer than one slice, else in later turns of the event loop.
 *
 * @param done is given what the work comes to; not called after the end of what is returned
 */
export function runInSlices<Result>(
  work: Generator<void, Result>,
  done: (result: Result) => void,
  now: () => number = () => performance.now(),
): { dispose(): void } {
  let next: ReturnType<typeof setImmediate> | undefined;
  const slice = () => {
    const start = now();
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) return done(step.value);
      if (now() - start < stretch) continue;
      next = setImmediate(slice);
      return;
    }
  };
  slice();
  return { dispose: () => clearImmediate(next) };
}
