import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** What one attempt brought: a short text either way. */
export interface Attempt {
  readonly ok: boolean;
  readonly detail: string;
}

/** Finds the addresses of a host name. */
export async function tryDns(hostname: string, timeout: number): Promise<Attempt> {
  const search = lookup(hostname, { all: true }).then(
    found => ({ ok: true, detail: found.map(({ address }) => address).join(', ') }),
    error => ({ ok: false, detail: codeOf(error) }),
  );
  return Promise.race([search, tooLate(timeout)]);
}

/** Opens a connection and closes it again. */
export function tryTcp(hostname: string, port: number, timeout: number): Promise<Attempt> {
  const started = performance.now();
  return new Promise(resolve => {
    const socket = connectTcp({ host: hostname, port, timeout });
    const end = (attempt: Attempt) => {
      socket.destroy();
      resolve(attempt);
    };
    socket.once('connect', () => end({ ok: true, detail: `${Math.round(performance.now() - started)} ms` }));
    socket.once('timeout', () => end({ ok: false, detail: `nothing within ${timeout} ms` }));
    socket.once('error', error => end({ ok: false, detail: codeOf(error) }));
  });
}

/** Where the handshake is to happen. */
export interface TlsTarget {
  readonly hostname: string;
  readonly port: number;
  readonly ca: readonly string[] | undefined;
  /** The connection to use, such as a tunnel; a new one unless given. */
  readonly socket?: Socket | undefined;
}

/** Shakes hands and looks at the certificate, trusted or not: who issued it tells of inspecting proxies. */
export function tryTls({ hostname, port, ca, socket: through }: TlsTarget, timeout: number): Promise<Attempt> {
  return new Promise(resolve => {
    const servername = /^[\d.]+$|:/.test(hostname) ? undefined : hostname;
    const options = { host: hostname, port, timeout, rejectUnauthorized: false, ...(ca && { ca: [...ca] }) };
    const socket = connectTls({
      ...options,
      ...(servername && { servername }),
      ...(through && { socket: through }),
    });
    const end = (attempt: Attempt) => {
      clearTimeout(timer);
      socket.destroy();
      through?.destroy();
      resolve(attempt);
    };
    const late = () => end({ ok: false, detail: `nothing within ${timeout} ms` });
    // The time limit of a socket is for a connection of its own.
    const timer = setTimeout(late, timeout);
    socket.once('secureConnect', () => {
      const { issuer, valid_to: until } = socket.getPeerCertificate();
      const from = `issued by ${issuer?.O ?? issuer?.CN ?? 'unknown'}, valid until ${until ?? 'unknown'}`;
      const reason = socket.authorized ? '' : `not trusted (${String(socket.authorizationError)}), `;
      end({ ok: socket.authorized, detail: reason + from });
    });
    socket.once('timeout', late);
    socket.once('error', error => end({ ok: false, detail: codeOf(error) }));
  });
}

/** A connection to `target` (`host:port`) that a proxy opened, or why it did not. */
export function openTunnel(
  proxy: URL,
  target: string,
  authorization: string | undefined,
  timeout: number,
): Promise<{ readonly kind: 'open'; readonly socket: Socket } | { readonly kind: 'refused'; readonly detail: string }> {
  return new Promise(resolve => {
    const secure = proxy.protocol === 'https:';
    const request = (secure ? https : http).request({
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port || (secure ? 443 : 80),
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...(authorization && { 'proxy-authorization': authorization }) },
      timeout,
      // The certificate of the proxy itself: the request to the API judges it.
      rejectUnauthorized: false,
    });
    const refuse = (detail: string) => {
      request.destroy();
      resolve({ kind: 'refused', detail });
    };
    request.once('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) resolve({ kind: 'open', socket });
      else {
        socket.destroy();
        refuse(`the proxy answers ${statusCode}`);
      }
    });
    request.once('response', ({ statusCode }) => refuse(`the proxy answers ${statusCode}`));
    request.once('timeout', () => refuse(`nothing within ${timeout} ms`));
    request.once('error', error => refuse(codeOf(error)));
    request.end();
  });
}

function tooLate(timeout: number): Promise<Attempt> {
  return new Promise(resolve => {
    setTimeout(() => resolve({ ok: false, detail: `nothing within ${timeout} ms` }), timeout).unref();
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
