import type { Failure, Outcome } from '../model.ts';
import type { Clock } from '../ports.ts';
import type { Found, Part } from './page.ts';

/** Kinds of failure after which asking again can bring another answer. */
const passing: readonly Failure['kind'][] = ['limited', 'unreachable', 'offline', 'changed-shape'];

export function missing(failure: Failure): Extract<Part<never>, { kind: 'missing' }> {
  const resetAt = failure.kind === 'limited' ? failure.resetAt : undefined;
  const retry = passing.includes(failure.kind);
  const { message, said, kind: reason } = failure;
  return { kind: 'missing', message, ...(said ? { said } : {}), reason, retry, ...(resetAt ? { resetAt } : {}) };
}

/** A found answer with another value: source and age stay what they were. */
export function foundFrom<T>(
  outcome: Extract<Outcome<unknown>, { kind: 'found' }>,
  value: T,
  clock: Clock,
  origin: { readonly source: string; readonly url?: string | undefined },
): Found<T> {
  return {
    kind: 'found',
    value,
    ...origin,
    receivedAt: new Date(clock.now() - outcome.age).toISOString(),
    age: outcome.age,
    stale: outcome.stale,
    ...noticeOf(outcome),
  };
}

/** Why nothing fresher could be had. */
export function noticeOf({
  notice,
}: Extract<Outcome<unknown>, { kind: 'found' }>): Pick<Found<unknown>, 'notice' | 'said'> {
  if (!notice) return {};
  return { notice: notice.message, ...(notice.said ? { said: notice.said } : {}) };
}

export function partFrom<T>(
  outcome: Outcome<T>,
  clock: Clock,
  origin: { readonly source: string; readonly url?: string | undefined },
): Part<T> {
  return outcome.kind === 'found' ? foundFrom(outcome, outcome.value, clock, origin) : missing(outcome);
}
