import { type Wait, wait } from './request.ts';
import type { Timeouts } from './transport/dispatcher.ts';

/** Every number that says how the client behaves towards a host. Times in ms, sizes in bytes. */
export interface Tuning extends Timeouts {
  /** Requests under way at once. */
  readonly atOnce: number;
  readonly retries: number;
  readonly retryPause: number;
  readonly longestRetryPause: number;
  readonly breakerFailures: number;
  readonly breakerShortest: number;
  readonly breakerLongest: number;
  /** Share of the limit kept for what a person clicks. */
  readonly reserve: number;
  /** Longest answer about a project or list. */
  readonly maxAnswerBytes: number;
  /** Longest answer with a file in it; base64 adds a third. */
  readonly maxFileBytes: number;
  readonly wait: Wait;
  readonly random: () => number;
}

export const defaultTuning: Tuning = {
  connect: 10_000,
  firstByte: 20_000,
  total: 30_000,
  atOnce: 4,
  retries: 2,
  retryPause: 500,
  longestRetryPause: 5_000,
  breakerFailures: 5,
  breakerShortest: 30_000,
  breakerLongest: 5 * 60_000,
  reserve: 0.25,
  maxAnswerBytes: 4 * 1024 * 1024,
  maxFileBytes: 12 * 1024 * 1024,
  wait,
  random: Math.random,
};
