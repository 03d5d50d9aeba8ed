import type { RateLimit } from '../../model.ts';
import type { Clock } from '../../ports.ts';
import type { Answer, Layer, Request } from '../request.ts';
import { retryAfter } from './retry.ts';

export interface BudgetOptions {
  readonly clock: Clock;
  /** Share of the limit kept for what a person clicks, 0 to 1. */
  readonly reserve: number;
  /** Told what each answer says. */
  readonly onRead?: ((rate: RateLimit) => void) | undefined;
}

export interface Budget {
  readonly layer: Layer;
  /** What the host said last; `undefined` before its first answer, or when what it said is past. */
  rateLimit(): RateLimit | undefined;
}

interface Purse {
  limit: number;
  remaining: number;
  /** Epoch ms. */
  resetAt: number | undefined;
  /** When the host said so. */
  readAt: number;
  /** Epoch ms until which the host wants no request at all. */
  blockedUntil: number;
  /** Ms of the next block where the host does not say how long. */
  nextBlock: number;
}

/** Gitee's window is most likely an hour; nobody has seen it documented. */
const window = 60 * 60_000;
const firstBlock = 60_000;

/**
 * Spends the host's request limit as if it were money. What nobody waits for is refused while only the reserve is left,
 * and before that when it comes faster than the limit fills up again. The limits with and without a token are separate.
 */
export function budget({ clock, reserve, onRead }: BudgetOptions): Budget {
  const purses = new Map<string, Purse>();
  const last: { purse: Purse | undefined } = { purse: undefined };

  function isPast(purse: Purse): boolean {
    const now = clock.now();
    if (purse.resetAt === undefined) return Math.abs(now - purse.readAt) > window;
    // A reset farther away than a window: the clock was set back.
    return now >= purse.resetAt || purse.resetAt - now > 2 * window;
  }

  /** Why a request must not go now; `undefined` when it may. */
  function obstacle(purse: Purse, background: boolean): 'limited' | 'reserved' | undefined {
    const block = purse.blockedUntil - clock.now();
    if (block > 0 && block <= window) return 'limited';
    if (isPast(purse)) return undefined;
    if (purse.remaining <= 0) return 'limited';
    return background && purse.remaining <= reserved(purse) ? 'reserved' : undefined;
  }

  /** What is kept for clicks: the reserve, and half of the rest as far as the window still has to go. */
  function reserved({ limit, resetAt, readAt }: Purse): number {
    const kept = Math.ceil(limit * reserve);
    const left = Math.min(window, Math.max(0, (resetAt ?? readAt + window) - clock.now()));
    return kept + (limit - kept) * 0.5 * (left / window);
  }

  function read(purse: Purse, answer: Answer): void {
    const now = clock.now();
    const limit = numberIn(answer.headers['x-ratelimit-limit']);
    const remaining = numberIn(answer.headers['x-ratelimit-remaining']);
    if (limit !== undefined && remaining !== undefined) {
      Object.assign(purse, { limit, remaining, resetAt: resetOf(answer, now), readAt: now });
    }
    if (!isLimitAnswer(answer)) {
      purse.nextBlock = firstBlock;
      return;
    }
    purse.remaining = 0;
    const asked = retryAfterOf(answer, now);
    purse.blockedUntil = now + Math.min(window, asked ?? purse.nextBlock);
    purse.resetAt = purse.blockedUntil;
    purse.readAt = now;
    purse.nextBlock = Math.min(window / 4, purse.nextBlock * 2);
  }

  function rateLimitIn(purse: Purse): RateLimit | undefined {
    if (!Number.isFinite(purse.limit) || isPast(purse)) return undefined;
    return { limit: purse.limit, remaining: purse.remaining, resetAt: purse.resetAt };
  }

  function purseFor(request: Request): Purse {
    const key = `${request.url.host} ${request.headers.authorization === undefined ? 'anonymous' : 'token'}`;
    const known = purses.get(key);
    if (known) return known;
    const fresh: Purse = {
      limit: Number.POSITIVE_INFINITY,
      remaining: Number.POSITIVE_INFINITY,
      resetAt: undefined,
      readAt: Number.NEGATIVE_INFINITY,
      blockedUntil: 0,
      nextBlock: firstBlock,
    };
    purses.set(key, fresh);
    return fresh;
  }

  return {
    rateLimit: () => (last.purse ? rateLimitIn(last.purse) : undefined),
    layer: next => async request => {
      const purse = purseFor(request);
      const why = obstacle(purse, request.background);
      if (why === 'reserved') return { kind: 'unanswered', reason: why, detail: `${purse.remaining}` };
      if (why === 'limited') {
        const retryAt = purse.blockedUntil > clock.now() ? purse.blockedUntil : purse.resetAt;
        return { kind: 'unanswered', reason: why, detail: 'no requests left', retryAt };
      }
      // Several may be on their way before the first answer tells the new figure.
      purse.remaining--;
      const reply = await next(request);
      if (reply.kind === 'answer') {
        read(purse, reply);
        // Hosts that say nothing of a limit must not hide what another one said.
        if (Number.isFinite(purse.limit)) last.purse = purse;
        const rate = rateLimitIn(purse);
        if (rate) onRead?.(rate);
      }
      return reply;
    },
  };
}

/**
 * Is this how Gitee says that there were too many requests? 429, or 403 with nothing left. Its 403 does not always carry
 * the headers, so the message counts as well: "Rate Limit Exceeded", older "API rate limit".
 */
export function isLimitAnswer({ status, headers, body }: Answer): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  if (headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined) return true;
  return /rate limit|too many requests|请求过于频繁|访问频率/i.test(
    Buffer.from(body.subarray(0, 2000)).toString('utf8'),
  );
}

/** Ms until the host wants to be asked again, where it says so. */
export function retryAfterOf(answer: Answer, now: number): number | undefined {
  const reset = resetOf(answer, now);
  return retryAfter(answer.headers['retry-after'], now) ?? (reset === undefined ? undefined : Math.max(0, reset - now));
}

/** Gitee gives epoch seconds by its own clock; the `Date` header tells how far that is from ours. */
function resetOf({ headers }: Answer, now: number): number | undefined {
  const reset = numberIn(headers['x-ratelimit-reset']);
  if (reset === undefined) return undefined;
  const date = Date.parse(headers.date ?? '');
  const skew = Number.isNaN(date) ? 0 : now - date;
  return reset * 1000 + (Math.abs(skew) > 60_000 ? skew : 0);
}

function numberIn(header: string | undefined): number | undefined {
  return header !== undefined && /^\d+$/.test(header.trim()) ? Number(header) : undefined;
}
