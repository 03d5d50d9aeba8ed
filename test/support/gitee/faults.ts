import type { ServerResponse } from 'node:http';

/** What the stand-in can do wrong. */
export type Fault =
  /** Any answer at all. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** 403 as over the request limit, without waiting for it. */
  | { readonly kind: 'limit' }
  /** The firewall's 405 page. */
  | { readonly kind: 'firewall' }
  /** A page with a security check, status 200. */
  | { readonly kind: 'security-check' }
  /** Some page where data was asked for: a captive portal, a wrong address. */
  | { readonly kind: 'web-page' }
  /** The right answer, late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** No answer at all, with the connection open. */
  | { readonly kind: 'silent' }
  /** Headers and half of the body, then nothing more. */
  | { readonly kind: 'stalled' }
  /** The connection is closed before a byte is sent. */
  | { readonly kind: 'dropped' }
  /** Headers and half of the body, then the connection is closed. */
  | { readonly kind: 'cut' }
  /** A complete HTTP answer with half of the JSON in it. */
  | { readonly kind: 'half-json' }
  /** A content length that is larger than the body. */
  | { readonly kind: 'long-length' }
  /** A content length that is smaller than the body. */
  | { readonly kind: 'short-length' }
  /** More bytes than anybody wants. */
  | { readonly kind: 'endless' };

/** A complete answer before it is sent. */
export interface Prepared {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Sends an answer the way that the fault says; resolves when the stand-in has done its part. */
export async function sendFaulty(response: ServerResponse, prepared: Prepared, fault: Fault): Promise<void> {
  switch (fault.kind) {
    case 'answer':
      return send(response, { status: fault.status, headers: fault.headers ?? {}, body: Buffer.from(fault.body) });
    case 'limit':
      return send(response, overLimit(prepared.headers));
    case 'firewall':
      return send(response, page(405, firewallPage));
    case 'security-check':
      return send(response, page(200, securityPage));
    case 'web-page':
      return send(response, page(200, portalPage));
    case 'slow':
      await new Promise(resolve => setTimeout(resolve, fault.ms));
      return send(response, prepared);
    case 'silent':
      return;
    case 'dropped':
      response.socket?.destroy();
      return;
    case 'stalled':
    case 'cut':
      return sendHalf(response, prepared, fault.kind);
    case 'half-json':
      return send(response, { ...prepared, body: half(prepared.body) });
    case 'long-length':
      return sendWithLength(response, prepared, prepared.body.length + 100);
    case 'short-length':
      return sendWithLength(response, prepared, Math.max(1, prepared.body.length - 20));
    case 'endless':
      return sendEndless(response, prepared);
  }
}

export function send(response: ServerResponse, { status, headers, body }: Prepared): void {
  response.writeHead(status, { 'content-length': String(body.length), ...headers });
  response.end(body);
}

export function overLimit(headers: Readonly<Record<string, string>>): Prepared {
  const { 'content-encoding': _, ...rest } = headers;
  const body = Buffer.from(JSON.stringify({ message: '403 Rate Limit Exceeded' }));
  return { status: 403, headers: { ...rest, 'x-ratelimit-remaining': '0' }, body };
}

function half(body: Uint8Array): Uint8Array {
  return body.subarray(0, Math.ceil(body.length / 2));
}

function sendHalf(response: ServerResponse, prepared: Prepared, kind: 'stalled' | 'cut'): void {
  response.writeHead(prepared.status, { ...prepared.headers, 'content-length': String(prepared.body.length) });
  response.write(half(prepared.body), () => {
    if (kind === 'cut') response.socket?.destroy();
  });
}

/** Past Node's own check, on the bare socket. */
function sendWithLength(response: ServerResponse, { status, headers, body }: Prepared, length: number): void {
  const lines = Object.entries({ ...headers, 'content-length': String(length), connection: 'close' });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  response.socket?.write(`HTTP/1.1 ${status} OK\r\n${head}\r\n`);
  response.socket?.end(body);
}

function sendEndless(response: ServerResponse, { headers }: Prepared): void {
  response.writeHead(200, { ...headers, 'content-type': 'application/json' });
  const chunk = Buffer.alloc(64 * 1024, 0x20);
  const more = () => {
    if (!response.destroyed && response.write(chunk)) setImmediate(more);
  };
  response.on('drain', more);
  response.on('error', () => response.destroy());
  more();
}

function page(status: number, html: string): Prepared {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'bdwaf-request-id': 'stand-in', server: 'ADAS/1.0.214' },
    body: Buffer.from(html),
  };
}

const firewallPage =
  '<!DOCTYPE html><html><head><title>405</title></head><body><h1>很抱歉，您的请求被拦截</h1><p>请求 ID: stand-in</p></body></html>';
const securityPage =
  '<!DOCTYPE html><html><head><title>安全验证</title></head><body><form>请输入安全验证码后继续访问<input></form></body></html>';
const portalPage =
  '<!DOCTYPE html><html><head><title>Welcome</title></head><body><p>Sign in to use this network.</p></body></html>';
