import type { Dispatcher } from 'undici';
import * as z from 'zod';

/** All in ms. */
export interface Timeouts {
  /** TCP and TLS. */
  readonly connect: number;
  /** Until the headers are there. Gitee needs 10 s and more from abroad. */
  readonly firstByte: number;
  /** Until the last byte is there, redirects included. */
  readonly total: number;
}

/** How the network is reached, as the host's settings and environment say. All optional: nothing means directly. */
export interface NetworkSettings {
  /** `http://host:port`, for both http and https. An explicit setting; wins over the environment. */
  readonly proxy?: string | undefined;
  /** Value of the `Proxy-Authorization` header. */
  readonly proxyAuthorization?: string | undefined;
  /** Hosts reached without the proxy: `example.com`, `.example.com`, `*.example.com`, `host:port`, `*`. */
  readonly noProxy?: readonly string[] | undefined;
  /** `false` accepts any certificate. Default true. */
  readonly strictSSL?: boolean | undefined;
  /** PEM texts trusted besides the usual ones. */
  readonly extraCertificates?: readonly string[] | undefined;
  /** Trust what the operating system trusts, where Node can read it (22.15 and later). Default false. */
  readonly systemCertificates?: boolean | undefined;
  /** `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY` in either case; used where no explicit proxy is set. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
}

/** Equal exactly when the settings ask for the same connections. */
export function settingsKey(settings: NetworkSettings): string {
  const { environment, ...explicit } = settings;
  return JSON.stringify([explicit, proxyOf(settings)]);
}

interface Proxy {
  readonly http: string | undefined;
  readonly https: string | undefined;
  readonly except: string;
}

/** Which proxy the settings and the environment ask for. */
export function proxyOf(settings: NetworkSettings): Proxy {
  const read = (name: string) => settings.environment?.[name.toLowerCase()] ?? settings.environment?.[name] ?? '';
  const explicit = settings.proxy?.trim();
  const http = explicit || read('HTTP_PROXY') || undefined;
  const https = explicit || read('HTTPS_PROXY') || http;
  const exceptions = [...(settings.noProxy ?? []), ...read('NO_PROXY').split(/[,\s]/)].map(entry => entry.trim());
  // The star means everything only where it stands alone.
  const except = exceptions.includes('*') ? '*' : exceptions.filter(entry => entry !== '').join(',');
  return { http, https, except };
}

/** The proxy for an address, user name and password included; `undefined` where it is reached directly. */
export function proxyFor(url: URL, settings: NetworkSettings): string | undefined {
  const { http, https, except } = proxyOf(settings);
  return isExcepted(url, except) ? undefined : url.protocol === 'https:' ? https : http;
}

/** As undici reads the list: a name stands for what is below it as well, with or without a leading dot or star. */
function isExcepted({ hostname, port, protocol }: URL, except: string): boolean {
  const ownPort = port || (protocol === 'https:' ? '443' : '80');
  return except.split(',').some(entry => {
    const [, name = entry, only] = /^(.+):(\d+)$/.exec(entry) ?? [];
    const domain = name.replace(/^\*?\./, '').toLowerCase();
    const isInside = hostname === domain || hostname.endsWith(`.${domain}`);
    return entry === '*' || (domain !== '' && isInside && (only === undefined || only === ownPort));
  });
}

export async function createDispatcher(settings: NetworkSettings, timeouts: Timeouts): Promise<Dispatcher> {
  const [{ Agent, EnvHttpProxyAgent }, { createSecureContext }, certificates] = await Promise.all([
    import('./agents.ts'),
    import('node:tls'),
    certificatesOf(settings),
  ]);
  const tls = {
    rejectUnauthorized: settings.strictSSL !== false,
    // Once for all connections: to read hundreds of certificates takes some 15 ms, in which nothing else is done.
    ...(certificates && { secureContext: createSecureContext({ ca: certificates }) }),
  };
  const connections = {
    connect: { timeout: timeouts.connect, ...tls },
    // Gitee closes idle connections early; a request on a closed one would be a needless failure.
    keepAliveTimeout: 4_000,
    pipelining: 1,
    connections: 8,
  };
  const proxy = proxyOf(settings);
  if (!proxy.http && !proxy.https) return new Agent(connections);
  return new EnvHttpProxyAgent({
    ...connections,
    httpProxy: proxy.http ?? '',
    httpsProxy: proxy.https ?? '',
    noProxy: proxy.except,
    requestTls: { timeout: timeouts.connect, ...tls },
    proxyTls: { timeout: timeouts.connect, ...tls },
    ...(settings.proxyAuthorization && { token: settings.proxyAuthorization }),
  });
}

/** Node's own list has to be named once others are: `ca` replaces it. `undefined`: nothing but Node's own list. */
export async function certificatesOf({
  extraCertificates = [],
  systemCertificates = false,
}: NetworkSettings): Promise<string[] | undefined> {
  if (extraCertificates.length === 0 && !systemCertificates) return undefined;
  const tls = await import('node:tls');
  const own = listedBy(tls, 'default') ?? tls.rootCertificates;
  const system = systemCertificates ? (listedBy(tls, 'system') ?? []) : [];
  return [...new Set([...own, ...system, ...extraCertificates])];
}

/** `tls.getCACertificates`, which Node 20 does not have; its `default` list includes NODE_EXTRA_CA_CERTS. */
function listedBy(tls: object, kind: 'default' | 'system'): readonly string[] | undefined {
  const list: unknown = Reflect.get(tls, 'getCACertificates');
  if (typeof list !== 'function') return undefined;
  return z.array(z.string()).safeParse(list(kind)).data;
}
