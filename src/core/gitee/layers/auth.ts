import { createHash } from 'node:crypto';
import type { Layer, Request } from '../request.ts';

/** As whom a request is made. */
export interface Identity {
  /** `anonymous`, or a word for each token that does not tell what the token is. */
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Auth {
  /** Who asks now: found out once for a request, so that what comes back is kept for the one who asked. */
  identify(): Promise<Identity>;
  readonly layer: Layer;
  /** The host did not accept the token that is set now. */
  rejected(): boolean;
}

const signedInName = 'token ';

/**
 * How the keys begin in the cache of all that was seen with a token, whichever it was: answers, and the names that
 * renamed repositories have today.
 */
export const keysOfSignedIn = [signedInName, 'renamed '] as const;

const anonymous: Identity = { name: 'anonymous', headers: {} };

/**
 * Sends the token, in the `Authorization` header only and to `origin` only. Gitee answers 401 to anything asked with an
 * expired token, even what everybody may read: then the same is asked without, and the token is not used again.
 */
export function auth(
  origin: string,
  token: () => PromiseLike<string | undefined>,
  onRejected: () => void = () => undefined,
): Auth {
  const state: { rejected: string | undefined; current: string | undefined } = {
    rejected: undefined,
    current: undefined,
  };

  return {
    async identify() {
      const secret = (await token())?.trim();
      // A line break would end the header; no real token has one.
      const header = secret && /^[\x21-\x7e]+$/.test(secret) ? `Bearer ${secret}` : undefined;
      state.current = header;
      if (!header || header === state.rejected) return anonymous;
      return { name: `${signedInName}${fingerprint(header)}`, headers: { authorization: header } };
    },
    rejected: () => state.rejected !== undefined && state.rejected === state.current,
    layer: next => async request => {
      const header = request.headers.authorization;
      if (header === undefined) return next(request);
      if (request.url.origin !== origin || header === state.rejected) return next(withoutToken(request));
      const reply = await next(request);
      if (reply.kind !== 'answer' || reply.status !== 401) return reply;
      if (state.rejected !== header) onRejected();
      state.rejected = header;
      return next(withoutToken(request));
    },
  };
}

function withoutToken(request: Request): Request {
  const { authorization: _, ...headers } = request.headers;
  return { ...request, headers };
}

/** Eight hexadecimal digits of a hash: enough to tell tokens apart, far too little to find one. */
function fingerprint(secret: string): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, 8);
}
