import type { Clock } from '../../ports.ts';
import type { Layer, Reason, Reply } from '../request.ts';

export interface BreakerOptions {
  readonly clock: Clock;
  /** Failures in a row after which a host is left alone. */
  readonly failures: number;
  /** Ms for which it is left alone at first; doubled each time that it still fails, up to `longest`. */
  readonly shortest: number;
  readonly longest: number;
}

interface HostState {
  failures: number;
  /** Epoch ms. */
  closedUntil: number;
  pause: number;
  probing: boolean;
}

const faults: ReadonlySet<Reason> = new Set([
  'dns',
  'refused',
  'connect-timeout',
  'timeout',
  'tls',
  'encryption',
  'proxy',
  'broken',
]);

/**
 * A host that keeps failing is left alone for a while, so that nobody waits for a timeout again and again; then one
 * request tries whether it is back. A person who insists is always let through.
 */
export function breaker(options: BreakerOptions): Layer {
  const hosts = new Map<string, HostState>();

  function stateOf(host: string): HostState {
    const known = hosts.get(host);
    if (known) return known;
    const state = { failures: 0, closedUntil: 0, pause: options.shortest, probing: false };
    hosts.set(host, state);
    return state;
  }

  function note(state: HostState, reply: Reply): void {
    if (reply.kind === 'unanswered' && !faults.has(reply.reason)) return;
    if (!isFault(reply)) {
      state.failures = 0;
      state.pause = options.shortest;
      state.closedUntil = 0;
      return;
    }
    state.failures++;
    if (state.failures < options.failures) return;
    state.closedUntil = options.clock.now() + state.pause;
    state.pause = Math.min(options.longest, state.pause * 2);
  }

  return next => async request => {
    const state = stateOf(request.url.host);
    const tripped = state.failures >= options.failures;
    const resting = tripped && (state.probing || isAhead(state, options));
    if (resting && !request.insist) {
      return { kind: 'unanswered', reason: 'paused', detail: 'too many failures', retryAt: state.closedUntil };
    }
    if (tripped) state.probing = true;
    const reply = await next(request);
    state.probing = false;
    note(state, reply);
    return reply;
  };
}

/** Never longer than the longest pause: a clock that was set back must not close a host for hours. */
function isAhead({ closedUntil }: HostState, { clock, longest }: BreakerOptions): boolean {
  const left = closedUntil - clock.now();
  return left > 0 && left <= longest;
}

function isFault(reply: Reply): boolean {
  return reply.kind === 'unanswered' ? faults.has(reply.reason) : reply.status >= 500;
}
