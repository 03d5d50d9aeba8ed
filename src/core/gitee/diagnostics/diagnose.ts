import type { Sentence } from '../../model.ts';
import type { Clock } from '../../ports.ts';
import { inEnglish, say } from '../../sentences/index.ts';
import { interpret } from '../interpret.ts';
import { budget } from '../layers/budget.ts';
import type { Reply } from '../request.ts';
import { sayRateLimit } from '../sentences.ts';
import { BaseUrlError, type Site, type SiteHost, siteAt } from '../site.ts';
import { certificatesOf, type NetworkSettings, proxyFor } from '../transport/dispatcher.ts';
import { createTransport } from '../transport/transport.ts';
import { defaultTuning, type Tuning } from '../tuning.ts';
import { type Attempt, openTunnel, tryDns, tryTcp, tryTls } from './connection.ts';
import { askWhoAmI, requestFor } from './token.ts';

export type StepName = 'settings' | 'proxy' | 'dns' | 'tcp' | 'tls' | 'api' | 'token' | 'limit';

/**
 * `skipped`: not needed here, or senseless after what failed before. `detail` is English and holds no secret; `said` is the
 * same for hosts of other languages, where it is a sentence.
 */
export interface Step {
  readonly name: StepName;
  readonly status: 'ok' | 'failed' | 'skipped';
  readonly detail: string;
  readonly said?: Sentence | undefined;
}

export interface DiagnoseOptions {
  readonly host?: SiteHost | undefined;
  readonly baseUrl?: string | undefined;
  readonly allowPlainHttp?: boolean | undefined;
  readonly network?: NetworkSettings | undefined;
  readonly token?: string | undefined;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  readonly tuning?: Partial<Tuning> | undefined;
  /** Gets each step as it is known. */
  readonly onStep?: ((step: Step) => void) | undefined;
}

/**
 * Tries the way to a host piece by piece: settings, proxy, DNS, TCP, TLS, then one request to the API (two with a token).
 * For a command that a person runs; the steps hold neither tokens nor passwords and can be sent to anybody.
 */
export async function diagnose(options: DiagnoseOptions): Promise<readonly Step[]> {
  const steps: Step[] = [];
  const add = (name: StepName, status: Step['status'], words: string | Sentence) => {
    const detail = typeof words === 'string' ? { detail: words } : { detail: inEnglish(words), said: words };
    const step = { name, status, ...detail };
    steps.push(step);
    options.onStep?.(step);
  };
  const site = readSite(options);
  if (typeof site === 'string') {
    add('settings', 'failed', site);
    return steps;
  }
  add('settings', 'ok', site.api.href);
  await tryWay(site, options, add);
  if (!options.signal?.aborted) await tryApi(site, options, add);
  return steps;
}

type Add = (name: StepName, status: Step['status'], words: string | Sentence) => void;

/** `gitee.com: 1.2.3.4` */
function of(name: string, detail: string | Sentence): Sentence {
  return { words: '{0}: {1}', values: [name, detail] };
}

function readSite({ host, baseUrl, allowPlainHttp }: DiagnoseOptions): Site | string {
  try {
    return siteAt(host ?? 'gitee', baseUrl, allowPlainHttp);
  } catch (error) {
    if (error instanceof BaseUrlError) return error.message;
    throw error;
  }
}

/** With a proxy it is the proxy that has to be found and reached; the rest happens behind it. */
async function tryWay(site: Site, options: DiagnoseOptions, add: Add): Promise<void> {
  const timeout = options.tuning?.connect ?? defaultTuning.connect;
  const proxy = namedProxy(site.api, options.network ?? {});
  add('proxy', proxy ? 'ok' : 'skipped', proxy ? say('through {0}', proxy.host) : say('none is set for this address'));
  const end = proxy ?? site.api;
  const hostname = end.hostname.replace(/^\[|\]$/g, '');
  const port = Number(end.port) || (end.protocol === 'https:' ? 443 : 80);

  const dns = await tryDns(hostname, timeout);
  add('dns', dns.ok ? 'ok' : 'failed', of(hostname, dns.detail));
  if (!dns.ok) {
    add('tcp', 'skipped', say('there is no address to connect to'));
    add('tls', 'skipped', say('there is no connection'));
    return;
  }
  const tcp = await tryTcp(hostname, port, timeout);
  add('tcp', tcp.ok ? 'ok' : 'failed', of(`${hostname}:${port}`, tcp.detail));
  if (!tcp.ok) add('tls', 'skipped', say('there is no connection'));
  else if (site.api.protocol === 'http:') add('tls', 'skipped', say('plain http'));
  else {
    const tls = await tryHandshake(site.api, options.network ?? {}, timeout);
    add('tls', tls.ok ? 'ok' : 'failed', tls.detail);
  }
}

/** With the API, through the proxy's tunnel where there is one: the issuer tells whether the proxy looks inside. */
async function tryHandshake(api: URL, network: NetworkSettings, timeout: number): Promise<Attempt> {
  const [hostname, port] = [api.hostname.replace(/^\[|\]$/g, ''), Number(api.port) || 443];
  const ca = await certificatesOf(network);
  const proxy = namedProxy(api, network);
  if (!proxy) return tryTls({ hostname, port, ca }, timeout);
  const tunnel = await openTunnel(proxy, `${api.hostname}:${port}`, authorizationFor(api, network), timeout);
  if (tunnel.kind === 'refused') return { ok: false, detail: tunnel.detail };
  return tryTls({ hostname, port, ca, socket: tunnel.socket }, timeout);
}

/** For the proxy: as it was set, else from the user name and password in its address. */
function authorizationFor(api: URL, network: NetworkSettings): string | undefined {
  const address = addressOfProxy(api, network);
  if (network.proxyAuthorization) return network.proxyAuthorization;
  if (!address?.username) return undefined;
  const [user, password] = [address.username, address.password].map(decodeURIComponent);
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** Without user name and password: they are nobody's business. */
function namedProxy(api: URL, network: NetworkSettings): URL | undefined {
  const url = addressOfProxy(api, network);
  if (!url) return undefined;
  url.username = '';
  url.password = '';
  return url;
}

function addressOfProxy(api: URL, network: NetworkSettings): URL | undefined {
  const address = proxyFor(api, network);
  return address && URL.canParse(address) ? new URL(address) : undefined;
}

async function tryApi(site: Site, options: DiagnoseOptions, add: Add): Promise<void> {
  const { clock, token } = options;
  const transport = createTransport({ ...defaultTuning, ...options.tuning }, () => options.network ?? {});
  const purse = budget({ clock, reserve: 0 });
  const signedIn = Boolean(token?.trim());
  const send = purse.layer(transport.send);
  const asked = { site, url: site.api, signedIn: false, now: clock.now() };
  try {
    // A short list that every installation has, and that nobody needs a token for.
    const reply = await send(requestFor(site, 'licenses', options.signal));
    const answered = isApi(reply);
    const failed = interpret(reply, asked);
    const why =
      failed.kind === 'failed' ? (failed.failure.said ?? failed.failure.message) : say('an answer of another kind');
    add('api', answered ? 'ok' : 'failed', answered ? say('{0} answers', site.label) : why);
    if (!signedIn) add('token', 'skipped', say('not signed in'));
    else if (!answered) add('token', 'skipped', say('the API does not answer'));
    else {
      const check = await askWhoAmI(site, token ?? '', clock.now(), send, options.signal);
      const accepted = check.kind === 'accepted';
      add(
        'token',
        accepted ? 'ok' : 'failed',
        accepted ? say('signed in as {0}', check.login) : (check.said ?? check.message),
      );
    }
    const rate = purse.rateLimit();
    add('limit', rate ? 'ok' : 'skipped', rate ? sayRateLimit(rate) : say('the host does not say'));
  } finally {
    await transport.close();
  }
}

/** Any JSON will do, a refusal as well: it shows that the API is there. */
function isApi(reply: Reply): boolean {
  if (reply.kind !== 'answer' || reply.status >= 500) return false;
  return /json/i.test(reply.headers['content-type'] ?? '');
}

const labels: Readonly<Record<StepName, string>> = {
  settings: 'Base URL',
  proxy: 'Proxy',
  dns: 'DNS',
  tcp: 'Connection',
  tls: 'Encryption',
  api: 'API',
  token: 'Token',
  limit: 'Requests',
};

/** The steps as lines of text, to be copied into a report. */
export function describeSteps(steps: readonly Step[]): string {
  const marks = { ok: '[ok]', failed: '[FAILED]', skipped: '[-]' } as const;
  return steps.map(({ name, status, detail }) => `${marks[status]} ${labels[name]}: ${detail}`).join('\n');
}
