import type { Clock, Log } from '../../../src/core/ports.ts';

/** A clock that stands still until it is turned. */
export interface TurnableClock extends Clock {
  turn(ms: number): void;
}

export function turnableClock(start = Date.UTC(2026, 10, 24, 9, 0, 0)): TurnableClock {
  let time = start;
  return {
    now: () => time,
    turn: ms => {
      time += ms;
    },
  };
}

/** A log that keeps every line, details included, as one text. */
export interface RecordedLog extends Log {
  readonly lines: readonly string[];
}

export function recordedLog(): RecordedLog {
  const lines: string[] = [];
  const write = (message: string, ...details: unknown[]) => {
    lines.push([message, ...details.map(String)].join(' '));
  };
  return { lines, trace: write, debug: write, info: write, warn: write, error: write };
}
