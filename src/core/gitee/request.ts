/** One question to a host, on its way through the layers. Always a GET: nothing here changes anything at a host. */
export interface Request {
  readonly url: URL;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Nobody is waiting for it: it may be refused so that the request budget lasts for what people click. */
  readonly background: boolean;
  /** A person asked for this to be tried now, whatever the breaker thinks. */
  readonly insist: boolean;
  /** Longest body, unpacked, in bytes. */
  readonly maxBytes: number;
}

/** A complete answer, whatever its status. */
export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  /** Lower-case names; of repeated headers the last. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * Why there is no answer: `canceled` by the caller, `offline` by setting, `limited` because the host allows no more,
 * `reserved` because what it still allows is kept for what people click, `paused` by the breaker; the rest is what the
 * network did.
 */
export type Reason =
  | 'canceled'
  | 'offline'
  | 'limited'
  | 'reserved'
  | 'paused'
  | 'dns'
  | 'refused'
  | 'connect-timeout'
  | 'timeout'
  /** A certificate that is not trusted. */
  | 'tls'
  /** No encryption that both sides speak. */
  | 'encryption'
  | 'proxy'
  | 'broken'
  | 'too-large';

export interface Unanswered {
  readonly kind: 'unanswered';
  readonly reason: Reason;
  /** For the log: an error code, never anything of the request's headers. */
  readonly detail: string;
  /** Epoch ms from which on it makes sense to ask again. */
  readonly retryAt?: number | undefined;
}

export type Reply = Answer | Unanswered;

/** Never rejects: what goes wrong is a reply as well. */
export type Send = (request: Request) => Promise<Reply>;

/** What every layer is: the same in and out. */
export type Layer = (next: Send) => Send;

/** The first layer is the outermost. */
export function stack(layers: readonly Layer[], send: Send): Send {
  return layers.reduceRight((next, layer) => layer(next), send);
}

/** Waits `ms`; false when the signal was aborted first. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<boolean>;

export const wait: Wait = (ms, signal) =>
  new Promise(resolve => {
    if (signal.aborted) return resolve(false);
    const onAbort = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve(true);
    }, ms);
    signal.addEventListener('abort', onAbort, { once: true });
  });

export const canceled: Unanswered = { kind: 'unanswered', reason: 'canceled', detail: 'canceled by the caller' };

/** Sent with every request. Gitee's own clients name themselves as well, and firewalls dislike the nameless. */
export const commonHeaders = { accept: 'application/json', 'user-agent': 'gitee-scout' } as const;
