import type { Clock, Log } from '../../../src/core/ports.ts';

const silent = (): void => undefined;

export const silentLog: Log = { trace: silent, debug: silent, info: silent, warn: silent, error: silent };

export const clock: Clock = { now: () => Date.UTC(2026, 0, 2) };

/** All that an engine gives. */
export async function collect<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}
