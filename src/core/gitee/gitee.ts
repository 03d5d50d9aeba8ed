import type { DirectoryEntry, Outcome, RateLimit, Release, Repository, RepositoryFile } from '../model.ts';
import type { Clock } from '../ports.ts';
import { type Call, createAsk } from './ask.ts';
import { askAccount, askRepositoriesOf, askStarredBy } from './endpoints/account.ts';
import { askDirectory, askFile, askReadme, type RefCall } from './endpoints/contents.ts';
import { askActivity, askBranches, askContributors, askTags } from './endpoints/history.ts';
import { askLicense } from './endpoints/license.ts';
import { askReleases } from './endpoints/releases.ts';
import { askRepository } from './endpoints/repository.ts';
import type { Account, Activity, Branch, Contributor, Tag } from './history.ts';
import { auth } from './layers/auth.ts';
import { breaker } from './layers/breaker.ts';
import { budget } from './layers/budget.ts';
import { coalescing } from './layers/coalescing.ts';
import { gate } from './layers/gate.ts';
import { offline } from './layers/offline.ts';
import { retry } from './layers/retry.ts';
import type { GiteeOptions, SearchCall } from './options.ts';
import { createPaths } from './paths.ts';
import { createRenames } from './renames.ts';
import { type Layer, stack } from './request.ts';
import { type HostSearchResult, searchHost } from './search/search.ts';
import { publicWebSearch } from './search/web-search.ts';
import { siteAt } from './site.ts';
import { createTransport } from './transport/transport.ts';
import { defaultTuning, type Tuning } from './tuning.ts';

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
  /** Newest first. */
  tags(path: string, call?: Call): Promise<Outcome<readonly Tag[]>>;
  branches(path: string, call?: Call): Promise<Outcome<readonly Branch[]>>;
  /** The last twelve months. */
  activity(path: string, call?: Call): Promise<Outcome<Activity>>;
  /** Most contributions first. */
  contributors(path: string, call?: Call): Promise<Outcome<readonly Contributor[]>>;
  account(login: string, kind: Account['kind'], call?: Call): Promise<Outcome<Account>>;
  repositoriesOf(login: string, kind: Account['kind'], call?: Call): Promise<Outcome<readonly Repository[]>>;
  /** The last starred first, at most five hundred. */
  starredBy(login: string, call?: Call): Promise<Outcome<readonly Repository[]>>;
  search(query: string, call: SearchCall): Promise<HostSearchResult>;
  /** What the host said last of its request limit. */
  rateLimit(): RateLimit | undefined;
  /** Is there a token for this host that it has not refused? */
  signedIn(): Promise<boolean>;
  /** The host did not accept the token; everything is asked without until it changes. */
  tokenRejected(): boolean;
  dispose(): Promise<void>;
}

/** Makes a client. Throws BaseUrlError when the base URL cannot be used. */
export function createGitee(options: GiteeOptions): Gitee {
  const { cache, clock, log } = options;
  const tuning = { ...defaultTuning, ...options.tuning };
  const site = siteAt(options.host ?? 'gitee', options.baseUrl, options.allowPlainHttp);
  const { origin } = site.api;
  const authorization = auth(origin, tokenReader(options, origin), () => options.onTokenRejected?.(origin));
  const purse = budget({ clock, reserve: tuning.reserve, onRead: options.onRateLimit });
  const transport = createTransport(tuning, options.network ?? (() => ({})));
  const send = stack(
    [
      offline(options.offline ?? (() => false)),
      authorization.layer,
      coalescing(),
      ...resilience(clock, tuning),
      purse.layer,
      gate(tuning.atOnce),
    ],
    transport.send,
  );
  const ask = createAsk({ site, send, cache, clock, log, identify: authorization.identify });
  const { at, repository } = createPaths(createRenames(cache, site.api), (parts, call) =>
    askRepository(ask, site, parts, tuning.maxAnswerBytes, call),
  );
  const webSearch = options.webSearchUrl ?? (site.isPublic && site.host === 'gitee' ? publicWebSearch : undefined);

  const files = (path: readonly string[]) => ({ ask, path, maxBytes: tuning.maxFileBytes });
  const lists = (path: readonly string[]) => ({ ask, path, maxBytes: tuning.maxAnswerBytes });
  const accounts = { ask, site, maxBytes: tuning.maxAnswerBytes };

  return {
    repository,
    readme: (path, call) => at(path, parts => askReadme(files(parts), call)),
    file: (path, filePath, call) => at(path, parts => askFile(files(parts), filePath, call)),
    directory: (path, folder, call) => at(path, parts => askDirectory(files(parts), folder, call)),
    license: (path, call) => at(path, parts => askLicense(ask, parts, tuning.maxAnswerBytes, call)),
    releases: (path, call) => at(path, parts => askReleases(ask, parts, tuning.maxAnswerBytes, call)),
    tags: (path, call) => at(path, parts => askTags(lists(parts), call)),
    branches: (path, call) => at(path, parts => askBranches(lists(parts), call)),
    activity: (path, call) => at(path, parts => askActivity(lists(parts), clock.now(), call)),
    contributors: (path, call) => at(path, parts => askContributors(lists(parts), call)),
    account: (login, kind, call) => askAccount(accounts, login, kind, call),
    repositoriesOf: (login, kind, call) => askRepositoriesOf(accounts, login, kind, call),
    starredBy: (login, call) => askStarredBy(accounts, login, call),
    search: async (text, { limit, language, signal, background, onUpdate }) =>
      searchHost(
        {
          ask,
          site,
          webSearch: webSearch === undefined ? undefined : new URL(webSearch),
          maxBytes: tuning.maxAnswerBytes,
          signedIn: (await authorization.identify()).name !== 'anonymous',
        },
        { text, limit, language },
        { signal, background },
        onUpdate,
      ),
    rateLimit: purse.rateLimit,
    signedIn: async () => (await authorization.identify()).name !== 'anonymous',
    tokenRejected: authorization.rejected,
    dispose: () => transport.close(),
  };
}

function resilience(clock: Clock, tuning: Tuning): readonly Layer[] {
  const { wait, random, retries, retryPause: firstPause, longestRetryPause: longestPause } = tuning;
  const { breakerFailures: failures, breakerShortest: shortest, breakerLongest: longest } = tuning;
  return [
    retry({ clock, wait, random, retries, firstPause, longestPause }),
    breaker({ clock, failures, shortest, longest }),
  ];
}

/** A secret store that cannot be read is as good as an empty one: what everybody may see needs no token. */
function tokenReader({ token, log }: GiteeOptions, origin: string): () => Promise<string | undefined> {
  return async () => {
    try {
      return await token?.(origin);
    } catch (error) {
      log.warn('the token could not be read, going on without', error);
      return undefined;
    }
  };
}
