import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Sentence } from '../../model.ts';
import { say } from '../../sentences/index.ts';

/** What one attempt brought: a short text either way; what the system says in codes is no sentence. */
export interface Attempt {
  readonly ok: boolean;
  readonly detail: string | Sentence;
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
    socket.once('timeout', () => end({ ok: false, detail: nothingWithin(timeout) }));
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
    const late = () => end({ ok: false, detail: nothingWithin(timeout) });
    // The time limit of a socket is for a connection of its own.
    const timer = setTimeout(late, timeout);
    socket.once('secureConnect', () => {
      const { issuer, valid_to: until } = socket.getPeerCertificate();
      const [from, lastDay] = [String(issuer?.O ?? issuer?.CN ?? '?'), until ?? '?'];
      const detail = socket.authorized
        ? say('issued by {0}, valid until {1}', from, lastDay)
        : say('not trusted ({0}), issued by {1}, valid until {2}', String(socket.authorizationError), from, lastDay);
      end({ ok: socket.authorized, detail });
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
): Promise<
  { readonly kind: 'open'; readonly socket: Socket } | { readonly kind: 'refused'; readonly detail: string | Sentence }
> {
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
    const refuse = (detail: string | Sentence) => {
      request.destroy();
      resolve({ kind: 'refused', detail });
    };
    request.once('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) resolve({ kind: 'open', socket });
      else {
        socket.destroy();
        refuse(say('the proxy answers {0}', statusCode ?? 0));
      }
    });
    request.once('response', ({ statusCode }) => refuse(say('the proxy answers {0}', statusCode ?? 0)));
    request.once('timeout', () => refuse(nothingWithin(timeout)));
    request.once('error', error => refuse(codeOf(error)));
    request.end();
  });
}

function tooLate(timeout: number): Promise<Attempt> {
  return new Promise(resolve => {
    setTimeout(() => resolve({ ok: false, detail: nothingWithin(timeout) }), timeout).unref();
  });
}

function nothingWithin(timeout: number): Sentence {
  return say('nothing within {0} ms', timeout);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
