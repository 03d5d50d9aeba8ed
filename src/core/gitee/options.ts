import type { Cache } from '../cache/index.ts';
import type { RateLimit } from '../model.ts';
import type { Clock, Log } from '../ports.ts';
import type { HostSearchResult } from './search/search.ts';
import type { SiteHost } from './site.ts';
import type { NetworkSettings } from './transport/dispatcher.ts';
import type { Tuning } from './tuning.ts';

export interface GiteeOptions {
  /** `gitee` (default), or `atomgit` for GitCode and AtomGit, which are one platform with nearly the same API. */
  readonly host?: SiteHost | undefined;
  /** API root; default the public one of the host. Plain http only for this machine, or with `allowPlainHttp`. */
  readonly baseUrl?: string | undefined;
  readonly allowPlainHttp?: boolean | undefined;
  /** Root of the web's own search; default the public one for gitee.com itself, none for any other base URL. */
  readonly webSearchUrl?: string | undefined;
  /** Gets the origin of the API that the token would be sent to. */
  readonly token?: ((origin: string) => PromiseLike<string | undefined>) | undefined;
  /** Told once for each token that the host did not accept. */
  readonly onTokenRejected?: ((origin: string) => void) | undefined;
  /** Told what each answer says of the request limit. */
  readonly onRateLimit?: ((rate: RateLimit) => void) | undefined;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly log: Log;
  readonly offline?: (() => boolean) | undefined;
  /** Asked before every request, so that a changed setting counts at once. */
  readonly network?: (() => NetworkSettings) | undefined;
  readonly tuning?: Partial<Tuning> | undefined;
}

export interface SearchCall {
  readonly limit: number;
  readonly language?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Nobody is waiting for it. */
  readonly background?: boolean | undefined;
  /** Gets what is there each time that a source has answered, but for the last. */
  readonly onUpdate?: ((result: HostSearchResult) => void) | undefined;
}
