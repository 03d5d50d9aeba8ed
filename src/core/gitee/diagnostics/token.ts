import * as z from 'zod';
import type { Told } from '../../model.ts';
import type { Clock } from '../../ports.ts';
import { told } from '../../sentences/index.ts';
import { interpret } from '../interpret.ts';
import { commonHeaders, type Request, type Send } from '../request.ts';
import { type Site, type SiteHost, siteAt } from '../site.ts';
import type { NetworkSettings } from '../transport/dispatcher.ts';
import { createTransport } from '../transport/transport.ts';
import { defaultTuning, type Tuning } from '../tuning.ts';

/** What the host says of a token. `unknown`: it could not be asked. */
export type TokenCheck =
  | { readonly kind: 'accepted'; readonly login: string; readonly name: string }
  | (Told & { readonly kind: 'refused' | 'unknown' });

export interface TokenCheckOptions {
  readonly host?: SiteHost | undefined;
  readonly baseUrl?: string | undefined;
  readonly allowPlainHttp?: boolean | undefined;
  readonly token: string;
  readonly network?: NetworkSettings | undefined;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  readonly tuning?: Partial<Tuning> | undefined;
}

/** Asks the host whose token this is, before it is stored. Throws BaseUrlError when the base URL cannot be used. */
export async function checkToken(options: TokenCheckOptions): Promise<TokenCheck> {
  const site = siteAt(options.host ?? 'gitee', options.baseUrl, options.allowPlainHttp);
  const transport = createTransport({ ...defaultTuning, ...options.tuning }, () => options.network ?? {});
  try {
    return await askWhoAmI(site, options.token, options.clock.now(), transport.send, options.signal);
  } finally {
    await transport.close();
  }
}

const User = z.object({ login: z.string(), name: z.string().nullish() });

/** GET /user */
export async function askWhoAmI(
  site: Site,
  token: string,
  now: number,
  send: Send,
  signal: AbortSignal | undefined,
): Promise<TokenCheck> {
  const secret = token.trim();
  const refused: TokenCheck = {
    kind: 'refused',
    ...told('{0} does not accept the token. Make a new one at {1}.', site.label, site.tokenPage),
  };
  // What no header can carry is no token.
  if (!/^[\x21-\x7e]+$/.test(secret)) return refused;
  const request = requestFor(site, 'user', signal);
  const reply = await send({ ...request, headers: { ...request.headers, authorization: `Bearer ${secret}` } });
  if (reply.kind === 'answer' && reply.status === 401) return refused;
  const interpreted = interpret(reply, { site, url: site.api, signedIn: true, now });
  if (interpreted.kind === 'failed') return { ...interpreted.failure, kind: 'unknown' };
  const user = User.safeParse(interpreted.kind === 'json' ? interpreted.value : undefined);
  if (!user.success) return { kind: 'unknown', ...told('{0} did not say whose token this is.', site.label) };
  return { kind: 'accepted', login: user.data.login, name: user.data.name || user.data.login };
}

/** A request of its own: not stored, not shared, not repeated. */
export function requestFor(site: Site, path: string, signal: AbortSignal | undefined): Request {
  const url = new URL(site.api);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`;
  const open = new AbortController().signal;
  return {
    url,
    headers: commonHeaders,
    signal: signal ?? open,
    background: false,
    insist: true,
    maxBytes: 1_000_000,
  };
}
