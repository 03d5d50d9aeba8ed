import type { Cache } from './cache/index.ts';
import type { Catalog } from './catalog/index.ts';
import type { Gitee, GiteeOptions, NetworkSettings, SiteHost } from './gitee/index.ts';
import type { Licenses } from './licenses/index.ts';
import type { RateLimit } from './model.ts';
import type { Assets, Clock, Log } from './ports.ts';
import type { Projects } from './projects/index.ts';
import type { Search } from './search/index.ts';

/** What a host (VS Code, the command line, a test) supplies. */
export interface Host {
  readonly log: Log;
  readonly clock: Clock;
  readonly assets: Assets;
  /** A folder of this machine for what may be fetched again; without one nothing is kept on disk. */
  readonly cacheFolder?: string | undefined;
  /** Root of the Gitee API; `undefined` for gitee.com. Asked again for every use, so that a setting may change. */
  baseUrl(): string | undefined;
  /** Root of GitCode's API, the second host; `undefined` for the public one. */
  atomgitUrl?(): string | undefined;
  /** Has the user agreed that everything is sent unencrypted to this origin? Never asked for this machine itself. */
  allowPlainHttp?(origin: string): boolean;
  /** Proxy and certificates, asked before every request; directly where the host says nothing. */
  network?(): NetworkSettings;
  /** Is the network out of bounds? */
  offline(): boolean;
  /** The token that was entered for this origin: one that was entered for another is none. */
  token(place: TokenPlace): PromiseLike<string | undefined>;
  /** The host did not accept the token; everything goes on without it. */
  onTokenRejected?(place: TokenPlace): void;
  /** What a host just said of its request limit. */
  onRateLimit?(rate: RateLimit, site: SiteHost): void;
}

/** Where a token is sent to. */
export interface TokenPlace {
  readonly host: SiteHost;
  /** Of the API: `https://gitee.com`. */
  readonly origin: string;
}

const publicOrigins = {
  gitee: 'https://gitee.com',
  atomgit: 'https://api.gitcode.com',
} as const satisfies Record<SiteHost, string>;

/** Where a token for `site` would be sent to as things are set now; `undefined` when the setting is no address. */
export function tokenPlace(host: Pick<Host, 'baseUrl' | 'atomgitUrl'>, site: SiteHost): TokenPlace | undefined {
  const address = (site === 'gitee' ? host.baseUrl() : host.atomgitUrl?.()) ?? publicOrigins[site];
  return URL.canParse(address) ? { host: site, origin: new URL(address).origin } : undefined;
}

/** The core, put together. Every part is made when it is first asked for, so that starting costs nothing. */
export interface Scout {
  catalog(): Promise<Catalog>;
  licenses(): Promise<Licenses>;
  gitee(): Promise<Gitee>;
  search(): Promise<Search>;
  projects(): Promise<Projects>;
  /** Forgets what was fetched; findings, settings and translations are no part of it. */
  clearCache(): Promise<void>;
  /** Forgets what was fetched with a token, after signing out. */
  forgetSignedIn(): Promise<void>;
  /** Waits for writes under way and closes connections. */
  dispose(): Promise<void>;
}

/** Puts the core together for a host. */
export function createScout(host: Host): Scout {
  const { log, clock } = host;
  let opened: Cache | undefined;
  const cache = once(async () => {
    const { openCache } = await import('./cache/index.ts');
    opened = openCache({ folder: host.cacheFolder, clock, log });
    return opened;
  });
  const catalog = once(async () => {
    const [{ openCatalog }, text] = await Promise.all([import('./catalog/index.ts'), host.assets.catalog()]);
    return openCatalog(text);
  });
  const licenses = once(async () => {
    const [{ openLicenses }, text] = await Promise.all([import('./licenses/index.ts'), host.assets.licenses()]);
    return openLicenses(text);
  });
  const clients: Gitee[] = [];
  const connect = (site: SiteHost, baseUrl: string | undefined) =>
    once(async () => {
      const [{ createGitee }, store] = await Promise.all([import('./gitee/index.ts'), cache()]);
      const client = createGitee({ ...clientOptions(host, site, baseUrl), cache: store });
      clients.push(client);
      return client;
    });
  // A client belongs to one base URL: when the setting changes, the next request gets a new one.
  const online = new Map<string, Online>();
  const connected = (): Online => {
    const [baseUrl, atomgitUrl] = [host.baseUrl(), host.atomgitUrl?.()];
    const key = JSON.stringify([baseUrl, atomgitUrl]);
    const parts = online.get(key) ?? open(baseUrl, atomgitUrl);
    online.set(key, parts);
    return parts;
  };
  const open = (baseUrl: string | undefined, atomgitUrl: string | undefined): Online => {
    const gitee = connect('gitee', baseUrl);
    const atomgit = connect('atomgit', atomgitUrl);
    return {
      gitee,
      search: once(async () => {
        const [{ createSearch }, known, client] = await Promise.all([import('./search/index.ts'), catalog(), gitee()]);
        return createSearch({ catalog: known, gitee: client });
      }),
      projects: once(async () => {
        const [{ createProjects }, known, client, judge] = await Promise.all([
          import('./projects/index.ts'),
          catalog(),
          gitee(),
          licenses(),
        ]);
        const site = baseUrl === undefined ? undefined : new URL(baseUrl).host;
        return createProjects({ catalog: known, gitee: client, atomgit, licenses: judge, clock, log, site });
      }),
    };
  };

  return {
    catalog,
    licenses,
    gitee: () => connected().gitee(),
    search: () => connected().search(),
    projects: () => connected().projects(),
    clearCache: async () => (await cache()).clear(),
    forgetSignedIn: async () => {
      // The clients of now remember names and limits of the account.
      online.clear();
      const [{ keysOfSignedIn }, store] = await Promise.all([import('./gitee/index.ts'), cache()]);
      for (const start of keysOfSignedIn) await store.clearBeginning(start);
    },
    dispose: async () => {
      await Promise.all(clients.map(client => client.dispose()));
      await opened?.close();
    },
  };
}

/** What a client of `site` is made of, but for the cache. */
function clientOptions(host: Host, site: SiteHost, baseUrl: string | undefined): Omit<GiteeOptions, 'cache'> {
  const origin = baseUrl !== undefined && URL.canParse(baseUrl) ? new URL(baseUrl).origin : undefined;
  return {
    host: site,
    baseUrl,
    allowPlainHttp: origin !== undefined && (host.allowPlainHttp?.(origin) ?? false),
    clock: host.clock,
    log: host.log,
    token: asked => host.token({ host: site, origin: asked }),
    onTokenRejected: asked => host.onTokenRejected?.({ host: site, origin: asked }),
    onRateLimit: rate => host.onRateLimit?.(rate, site),
    offline: () => host.offline(),
    network: () => host.network?.() ?? {},
  };
}

type Online = Pick<Scout, 'gitee' | 'search' | 'projects'>;

/** Makes a value when first asked for, and again when making it failed. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((cause: unknown) => {
      made = undefined;
      throw cause;
    });
    return made;
  };
}
