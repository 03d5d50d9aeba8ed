import type { Clock } from '../../ports.ts';
import { canceled, type Layer, type Reason, type Reply, type Wait } from '../request.ts';

export interface RetryOptions {
  readonly clock: Clock;
  readonly wait: Wait;
  /** 0 to 1, to keep many clients from asking again at the same moment. */
  readonly random: () => number;
  /** How often a question is asked again. */
  readonly retries: number;
  /** Ms before the first repetition; doubled for each further one. */
  readonly firstPause: number;
  /** The host's `Retry-After` is followed up to this many ms; a longer one is for the user to wait. */
  readonly longestPause: number;
}

const passing: ReadonlySet<Reason> = new Set(['dns', 'refused', 'connect-timeout', 'broken']);
const passingStatus = new Set([500, 502, 503, 504]);

/**
 * Asks again after failures that pass. Not after a slow answer: the person has waited long enough. Not after 403, which
 * is how Gitee says "limit reached": asking again would only cost more.
 */
export function retry(options: RetryOptions): Layer {
  return next => async request => {
    for (let attempt = 0; ; attempt++) {
      const reply = await next(request);
      const pause = attempt < options.retries ? pauseAfter(reply, attempt, options) : undefined;
      if (pause === undefined) return reply;
      if (!(await options.wait(pause, request.signal))) return canceled;
    }
  };
}

/** Ms until the next attempt; `undefined` when there should be none. */
function pauseAfter(reply: Reply, attempt: number, options: RetryOptions): number | undefined {
  const backoff = options.firstPause * 2 ** attempt * (0.5 + options.random());
  if (reply.kind === 'unanswered') return passing.has(reply.reason) ? backoff : undefined;
  if (reply.status !== 429 && !passingStatus.has(reply.status)) return undefined;
  const asked = retryAfter(reply.headers['retry-after'], options.clock.now());
  if (asked === undefined) return reply.status === 429 ? undefined : backoff;
  return asked <= options.longestPause ? Math.max(asked, backoff) : undefined;
}

/** Ms from now; the header gives seconds or a date. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (!header) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
