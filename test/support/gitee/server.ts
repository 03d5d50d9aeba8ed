import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { gzipSync } from 'node:zlib';
import type { JsonAnswer } from './answers.ts';
import type { Certificate } from './certificate.ts';
import { type Fault, overLimit, type Prepared, send, sendFaulty } from './faults.ts';
import type { ProjectData } from './project-data.ts';
import { projects as knownProjects } from './projects.ts';
import { route, webSearch } from './routes.ts';

export type { Fault } from './faults.ts';
export type { ProjectData } from './project-data.ts';

export interface StandInOptions {
  /** Default 0: any free one. */
  readonly port?: number;
  /** Requests that a stranger has in an hour; default 60, as at Gitee. */
  readonly limit?: number;
  /** The token that it accepts, with 5000 requests an hour. */
  readonly token?: string;
  /** Speaks https with this. */
  readonly certificate?: Certificate;
  /** Projects besides the usual ones; the same path replaces. */
  readonly projects?: readonly ProjectData[];
}

export interface RecordedRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  /** Decoded, without the query: `/api/v5/repos/dromara/hutool`. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

export interface StandIn {
  /** `http://127.0.0.1:PORT`: pages, and the web's own search. */
  readonly url: string;
  /** Root of the API. */
  readonly apiUrl: string;
  readonly requests: readonly RecordedRequest[];
  /**
   * Answers wrongly wherever the decoded path (below the API root, or whole) equals or matches `where`, `times` times;
   * for good by default. Returns what ends it.
   */
  fault(where: string | RegExp, fault: Fault, times?: number): () => void;
  /** How many requests were answered at the same time at most. */
  mostAtOnce(): number;
  /** Paths of the requests that the client gave up before the whole answer was there. */
  readonly abandoned: readonly string[];
  /** Forgets requests, faults and the used-up limit. */
  reset(): void;
  close(): Promise<void>;
}

const apiRoot = '/api/v5';
const window = 60 * 60;

/** Starts a server on this machine that answers like gitee.com, quirks and all. */
export async function startGitee(options: StandInOptions = {}): Promise<StandIn> {
  const own = options.projects ?? [];
  const projects = [...own, ...knownProjects.filter(data => !own.some(({ path }) => path === data.path))];
  const token = options.token ?? 'stand-in-token';
  const requests: RecordedRequest[] = [];
  const faults: { where: string | RegExp; fault: Fault; times: number }[] = [];
  const abandoned: string[] = [];
  const load = { now: 0, most: 0 };
  const purses = new Map<string, { used: number; resetAt: number }>();

  function takeFault(path: string): Fault | undefined {
    const below = path.startsWith(apiRoot) ? path.slice(apiRoot.length) : path;
    const matches = (where: string | RegExp) =>
      typeof where === 'string' ? where === below || where === path : where.test(below);
    const found = faults.find(({ where, times }) => times > 0 && matches(where));
    if (found) found.times--;
    return found?.fault;
  }

  function spend(identity: string, limit: number): Readonly<Record<string, string>> & { readonly over: string } {
    const now = Math.floor(Date.now() / 1000);
    const known = purses.get(identity);
    const purse = known && known.resetAt > now ? known : { used: 0, resetAt: now + window };
    purse.used++;
    purses.set(identity, purse);
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - purse.used)),
      'x-ratelimit-reset': String(purse.resetAt),
      over: String(purse.used > limit),
    };
  }

  async function prepare(request: IncomingMessage, url: URL, path: string): Promise<Prepared> {
    if (path.startsWith('/v1/search/widget/')) return pack(request, webSearch(projects, url.searchParams), {});
    if (!path.startsWith(`${apiRoot}/`)) return webPage(projects, path);
    const given = tokenOf(request, url);
    const signedIn = given === token;
    const { over, ...limits } = spend(signedIn ? 'token' : 'anonymous', signedIn ? 5000 : (options.limit ?? 60));
    if (over === 'true') return overLimit({ ...common(), ...limits });
    if (given !== undefined && !signedIn) {
      const json = { message: '401 Unauthorized: Access token is expired' };
      return pack(request, { status: 401, json }, limits);
    }
    const parts = path.slice(apiRoot.length + 1).split('/');
    return pack(request, await route(projects, parts, { query: url.searchParams, signedIn }), limits);
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(url.pathname);
    requests.push({ method: request.method ?? '', url: request.url ?? '', path, headers: request.headers });
    const fault = takeFault(path);
    // Damage shows at the content itself, not first in its compression.
    if (fault) delete request.headers['accept-encoding'];
    const prepared = await prepare(request, url, path);
    if (fault) await sendFaulty(response, prepared, fault);
    else send(response, prepared);
  }

  function watch(request: IncomingMessage, response: ServerResponse): void {
    load.now += 1;
    load.most = Math.max(load.most, load.now);
    response.once('close', () => {
      load.now -= 1;
      if (!response.writableFinished) abandoned.push(new URL(request.url ?? '/', 'http://localhost').pathname);
    });
  }

  const listener: RequestListener = (request, response) => {
    watch(request, response);
    respond(request, response).catch(error => {
      response.statusCode = 500;
      response.end(String(error));
    });
  };
  const { certificate } = options;
  const server = certificate
    ? createSecureServer({ cert: certificate.certificate, key: certificate.key }, listener)
    : createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const base = `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`;

  return {
    url: base,
    apiUrl: base + apiRoot,
    requests,
    mostAtOnce: () => load.most,
    abandoned,
    fault(where, fault, times = Number.POSITIVE_INFINITY) {
      const entry = { where, fault, times };
      faults.unshift(entry);
      return () => {
        entry.times = 0;
      };
    },
    reset() {
      requests.length = 0;
      abandoned.length = 0;
      load.most = load.now;
      faults.length = 0;
      purses.clear();
    },
    close() {
      server.closeAllConnections();
      return new Promise(resolve => server.close(() => resolve()));
    },
  };
}

function common(): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'x-request-id': randomUUID(),
    'x-gitee-server': 'http-pilot 1.9.28',
  };
}

function pack(request: IncomingMessage, answer: JsonAnswer, limits: Readonly<Record<string, string>>): Prepared {
  const plain = Buffer.from(JSON.stringify(answer.json));
  const zip = plain.length > 1000 && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  return {
    status: answer.status,
    headers: { ...common(), ...limits, ...answer.headers, ...(zip && { 'content-encoding': 'gzip' }) },
    body: zip ? gzipSync(plain) : plain,
  };
}

function tokenOf({ headers }: IncomingMessage, url: URL): string | undefined {
  const [, header] = /^(?:bearer|token) (.+)$/i.exec(headers.authorization ?? '') ?? [];
  return header ?? url.searchParams.get('access_token') ?? undefined;
}

/** A page of the web: raw files (pictures of READMEs), else a plain page. */
function webPage(projects: readonly ProjectData[], path: string): Prepared {
  const [, project = '', file = ''] = /^\/([^/]+\/[^/]+)\/raw\/[^/]+\/(.+)$/.exec(path) ?? [];
  const content = projects.find(data => data.path === project)?.files()[file];
  if (content !== undefined) {
    const type = file.endsWith('.svg') ? 'image/svg+xml' : 'text/plain; charset=utf-8';
    return { status: 200, headers: { 'content-type': type }, body: Buffer.from(content) };
  }
  const html = '<!DOCTYPE html><html><head><title>Gitee stand-in</title></head><body>Not the real Gitee.</body></html>';
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from(html) };
}
