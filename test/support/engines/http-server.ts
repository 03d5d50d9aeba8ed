import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** The body's JSON; `undefined` where there is none. */
  readonly body: unknown;
  readonly response: ServerResponse;
}

export interface StandInServer {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly requests: readonly Exchange[];
  close(): Promise<void>;
}

/** Troubles that any service can have. `times` requests have it, then all is well again. */
export type Trouble =
  | '401'
  | '403'
  | '429'
  | '456'
  | '500'
  | '503'
  | 'html'
  | 'not json'
  | 'wrong shape'
  | 'hang'
  | 'drop'
  | 'redirect'
  | 'endless';

/** A server on this machine that has the trouble of the day, and else does its own work. */
export async function startServer(
  trouble: () => Trouble | undefined,
  handle: (exchange: Exchange) => Promise<void> | void,
): Promise<StandInServer> {
  const requests: Exchange[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then(async body => {
      const exchange = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body,
        response,
      };
      requests.push(exchange);
      const now = trouble();
      if (now === undefined) await handle(exchange);
      else makeTrouble(now, response);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function makeTrouble(trouble: Trouble, response: ServerResponse): void {
  switch (trouble) {
    case 'html':
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!DOCTYPE html><title>Sign in</title><p>Please sign in to the network.');
      return;
    case 'not json':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"translatedText": "hal');
      return;
    case 'wrong shape':
      sendJson(response, 200, { result: ['?'], choices: 'none', translations: 7 });
      return;
    case 'hang':
      return;
    case 'drop':
      response.socket?.destroy();
      return;
    case 'redirect':
      response.writeHead(302, { location: 'http://127.0.0.1:9/elsewhere' }).end();
      return;
    case 'endless':
      response.writeHead(200, { 'content-type': 'application/json' });
      sendForever(response);
      return;
    default:
      response.writeHead(Number(trouble), {
        'content-type': 'application/json',
        ...(trouble === '429' ? { 'retry-after': '0' } : {}),
      });
      response.end(JSON.stringify({ error: `trouble ${trouble}`, message: 'Quota or key', key: 'the-secret-key' }));
  }
}

function sendForever(response: ServerResponse): void {
  const filler = ' '.repeat(256 * 1024);
  const more = () => {
    while (!response.destroyed && response.write(filler));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
