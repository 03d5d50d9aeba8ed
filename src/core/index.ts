import type { Cache } from './cache/index.ts';
import type { Catalog } from './catalog/index.ts';
import type { Gitee, NetworkSettings } from './gitee/index.ts';
import type { Licenses } from './licenses/index.ts';
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
  /** Proxy and certificates, asked before every request; directly where the host says nothing. */
  network?(): NetworkSettings;
  /** Is the network out of bounds? */
  offline(): boolean;
  token(): PromiseLike<string | undefined>;
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
  // A client belongs to one base URL: when the setting changes, the next request gets a new one.
  const clients: Gitee[] = [];
  const online = new Map<string | undefined, Online>();
  const connected = (): Online => {
    const baseUrl = host.baseUrl();
    const parts = online.get(baseUrl) ?? connect(baseUrl);
    online.set(baseUrl, parts);
    return parts;
  };
  const connect = (baseUrl: string | undefined): Online => {
    const gitee = once(async () => {
      const [{ createGitee }, store] = await Promise.all([import('./gitee/index.ts'), cache()]);
      const address = baseUrl === undefined ? {} : { baseUrl };
      const client = createGitee({
        ...address,
        cache: store,
        clock,
        log,
        token: () => host.token(),
        offline: () => host.offline(),
        network: () => host.network?.() ?? {},
      });
      clients.push(client);
      return client;
    });
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
        return createProjects({ catalog: known, gitee: client, licenses: judge, clock, log, site });
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
    dispose: async () => {
      await Promise.all(clients.map(client => client.dispose()));
      await opened?.close();
    },
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
