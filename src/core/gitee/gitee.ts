import type { Cache } from '../cache/index.ts';
import type { DirectoryEntry, Outcome, RateLimit, Release, Repository, RepositoryFile } from '../model.ts';
import type { Clock, Log } from '../ports.ts';
import { type Call, createAsk } from './ask.ts';
import { askDirectory, askFile, askReadme, type RefCall } from './endpoints/contents.ts';
import { askLicense } from './endpoints/license.ts';
import { askReleases } from './endpoints/releases.ts';
import { askRepository } from './endpoints/repository.ts';
import { auth } from './layers/auth.ts';
import { breaker } from './layers/breaker.ts';
import { budget } from './layers/budget.ts';
import { coalescing } from './layers/coalescing.ts';
import { gate } from './layers/gate.ts';
import { offline } from './layers/offline.ts';
import { retry } from './layers/retry.ts';
import { stack } from './request.ts';
import { type HostSearchResult, searchHost } from './search/search.ts';
import { publicWebSearch } from './search/web-search.ts';
import { type SiteHost, siteAt, splitPath } from './site.ts';
import type { NetworkSettings } from './transport/dispatcher.ts';
import { createTransport } from './transport/transport.ts';
import { defaultTuning, type Tuning } from './tuning.ts';

export interface GiteeOptions {
  /** `gitee` (default), or `atomgit` for GitCode and AtomGit, which are one platform with nearly the same API. */
  readonly host?: SiteHost | undefined;
  /** API root; default the public one of the host. Plain http only for this machine, or with `allowPlainHttp`. */
  readonly baseUrl?: string | undefined;
  readonly allowPlainHttp?: boolean | undefined;
  /** Root of the web's own search; default the public one for gitee.com itself, none for any other base URL. */
  readonly webSearchUrl?: string | undefined;
  readonly token?: (() => PromiseLike<string | undefined>) | undefined;
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
  /** Gets what is there each time that a source has answered, but for the last. */
  readonly onUpdate?: ((result: HostSearchResult) => void) | undefined;
}

/**
 * Reads projects of one host. Paths are `owner/repository`. Nothing rejects: what may go wrong is an outcome with a
 * sentence that says what the user can do.
 */
export interface Gitee {
  repository(path: string, call?: Call): Promise<Outcome<Repository>>;
  /** The README that the host itself would show. */
  readme(path: string, call?: RefCall): Promise<Outcome<RepositoryFile>>;
  file(path: string, filePath: string, call?: RefCall): Promise<Outcome<RepositoryFile>>;
  /** `folder` is `''` for the root. */
  directory(path: string, folder: string, call?: RefCall): Promise<Outcome<readonly DirectoryEntry[]>>;
  /** The key of the license that the host found; not an SPDX expression. */
  license(path: string, call?: Call): Promise<Outcome<string>>;
  /** Newest first. */
  releases(path: string, call?: Call): Promise<Outcome<readonly Release[]>>;
  search(query: string, call: SearchCall): Promise<HostSearchResult>;
  /** What the host said last of its request limit. */
  rateLimit(): RateLimit | undefined;
  /** The host did not accept the token; everything is asked without until it changes. */
  tokenRejected(): boolean;
  dispose(): Promise<void>;
}

/** Makes a client. Throws BaseUrlError when the base URL cannot be used. */
export function createGitee(options: GiteeOptions): Gitee {
  const { cache, clock, log } = options;
  const tuning = { ...defaultTuning, ...options.tuning };
  const site = siteAt(options.host ?? 'gitee', options.baseUrl, options.allowPlainHttp);
  const token = options.token ?? (() => Promise.resolve(undefined));
  const authorization = auth(site.api.origin, token);
  const purse = budget({ clock, reserve: tuning.reserve });
  const transport = createTransport(tuning, options.network ?? (() => ({})));
  const send = stack(
    [
      offline(options.offline ?? (() => false)),
      authorization.layer,
      coalescing(),
      retry({
        clock,
        wait: tuning.wait,
        random: tuning.random,
        retries: tuning.retries,
        firstPause: tuning.retryPause,
        longestPause: tuning.longestRetryPause,
      }),
      breaker({
        clock,
        failures: tuning.breakerFailures,
        shortest: tuning.breakerShortest,
        longest: tuning.breakerLongest,
      }),
      purse.layer,
      gate(tuning.atOnce),
    ],
    transport.send,
  );
  const signedIn = async () => Boolean((await token())?.trim()) && !authorization.rejected();
  const ask = createAsk({ site, send, cache, clock, log, signedIn });
  const webSearch = options.webSearchUrl ?? (site.isPublic && site.host === 'gitee' ? publicWebSearch : undefined);

  /** Runs `use` with the path's parts, or says that it is no path. */
  async function at<T>(path: string, use: (parts: readonly string[]) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const parts = splitPath(path);
    return parts ? use(parts) : { kind: 'not-found', message: `"${path}" is no project path; write owner/repository.` };
  }
  const place = (path: readonly string[]) => ({ ask, path, maxBytes: tuning.maxFileBytes });

  return {
    repository: (path, call) => at(path, parts => askRepository(ask, site, parts, tuning.maxAnswerBytes, call)),
    readme: (path, call) => at(path, parts => askReadme(place(parts), call)),
    file: (path, filePath, call) => at(path, parts => askFile(place(parts), filePath, call)),
    directory: (path, folder, call) => at(path, parts => askDirectory(place(parts), folder, call)),
    license: (path, call) => at(path, parts => askLicense(ask, parts, tuning.maxAnswerBytes, call)),
    releases: (path, call) => at(path, parts => askReleases(ask, parts, tuning.maxAnswerBytes, call)),
    search: async (text, { limit, language, signal, onUpdate }) =>
      searchHost(
        {
          ask,
          site,
          webSearch: webSearch === undefined ? undefined : new URL(webSearch),
          maxBytes: tuning.maxAnswerBytes,
          signedIn: await signedIn(),
        },
        { text, limit, language },
        { signal },
        onUpdate,
      ),
    rateLimit: purse.rateLimit,
    tokenRejected: authorization.rejected,
    dispose: () => transport.close(),
  };
}
