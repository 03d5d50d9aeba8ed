import { lookup } from 'node:dns/promises';
import { connect as connectTcp } from 'node:net';
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

/** Shakes hands and looks at the certificate, trusted or not: who issued it tells of inspecting proxies. */
export function tryTls(
  hostname: string,
  port: number,
  ca: readonly string[] | undefined,
  timeout: number,
): Promise<Attempt> {
  return new Promise(resolve => {
    const servername = /^[\d.]+$|:/.test(hostname) ? undefined : hostname;
    const options = { host: hostname, port, timeout, rejectUnauthorized: false, ...(ca && { ca: [...ca] }) };
    const socket = connectTls({ ...options, ...(servername && { servername }) });
    const end = (attempt: Attempt) => {
      socket.destroy();
      resolve(attempt);
    };
    socket.once('secureConnect', () => {
      const { issuer, valid_to: until } = socket.getPeerCertificate();
      const from = `issued by ${issuer?.O ?? issuer?.CN ?? 'unknown'}, valid until ${until ?? 'unknown'}`;
      const reason = socket.authorized ? '' : `not trusted (${String(socket.authorizationError)}), `;
      end({ ok: socket.authorized, detail: reason + from });
    });
    socket.once('timeout', () => end({ ok: false, detail: `nothing within ${timeout} ms` }));
    socket.once('error', error => end({ ok: false, detail: codeOf(error) }));
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
