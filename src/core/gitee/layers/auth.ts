import type { Layer } from '../request.ts';

export interface Auth {
  readonly layer: Layer;
  /** The host did not accept the token that is set now. */
  rejected(): boolean;
}

/**
 * Sends the token, in the `Authorization` header only and to `origin` only. Gitee answers 401 to anything asked with an
 * expired token, even what everybody may read: then the same is asked without, and the token is not used again.
 */
export function auth(origin: string, token: () => PromiseLike<string | undefined>): Auth {
  const state: { rejected: string | undefined; current: string | undefined } = {
    rejected: undefined,
    current: undefined,
  };

  return {
    rejected: () => state.rejected !== undefined && state.rejected === state.current,
    layer: next => async request => {
      const secret = (await token())?.trim();
      state.current = secret;
      // A line break would end the header; no real token has one.
      const usable = secret && secret !== state.rejected && /^[\x21-\x7e]+$/.test(secret);
      if (!usable || request.url.origin !== origin) return next(request);
      const reply = await next({ ...request, headers: { ...request.headers, authorization: `Bearer ${secret}` } });
      if (reply.kind !== 'answer' || reply.status !== 401) return reply;
      state.rejected = secret;
      return next(request);
    },
  };
}
