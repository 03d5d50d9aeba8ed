import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { canceled, type Reply, type Request, type Send } from '../request.ts';
import { createDispatcher, type NetworkSettings, settingsKey, type Timeouts } from './dispatcher.ts';
import { failureOf } from './failure.ts';

export interface Transport {
  readonly send: Send;
  close(): Promise<void>;
}

const redirects = new Set([301, 302, 303, 307, 308]);
const maxRedirects = 3;
const unpack = { gzip: promisify(gunzip), deflate: promisify(inflate), br: promisify(brotliDecompress) };

/** Requests over the network with undici, which is loaded with the first one. `network` is asked before every request. */
export function createTransport(timeouts: Timeouts, network: () => NetworkSettings): Transport {
  const current: { key: string; dispatcher: Promise<Dispatcher> | undefined } = { key: '', dispatcher: undefined };

  function dispatcher(): Promise<Dispatcher> {
    const settings = network();
    const key = settingsKey(settings);
    if (current.dispatcher && key === current.key) return current.dispatcher;
    const old = current.dispatcher;
    // What is under way over the old connections may end in peace.
    old?.then(dispatcher => dispatcher.close()).catch(() => undefined);
    current.key = key;
    current.dispatcher = createDispatcher(settings, timeouts);
    return current.dispatcher;
  }

  async function follow(request: Request, signal: AbortSignal, hops: number): Promise<Reply> {
    const { body, headers, statusCode } = await (await dispatcher()).request({
      origin: request.url.origin,
      path: request.url.pathname + request.url.search,
      method: 'GET',
      headers: { 'accept-encoding': 'gzip, deflate, br', ...request.headers },
      signal,
      headersTimeout: timeouts.firstByte,
      bodyTimeout: timeouts.firstByte,
    });
    const flat = flatten(headers);
    const target = redirects.has(statusCode) ? redirectTarget(request.url, flat.location) : undefined;
    if (target && hops < maxRedirects) {
      await body.dump();
      return follow({ ...request, url: target, headers: headersFor(request, target) }, signal, hops + 1);
    }
    const packed = await collect(body, request.maxBytes);
    if (!packed) return { kind: 'unanswered', reason: 'too-large', detail: `more than ${request.maxBytes} bytes` };
    const whole = await unpacked(packed, flat['content-encoding'], request.maxBytes);
    return { kind: 'answer', status: statusCode, headers: flat, body: whole };
  }

  return {
    async send(request) {
      if (request.signal.aborted) return canceled;
      const deadline = AbortSignal.timeout(timeouts.total);
      try {
        return await follow(request, AbortSignal.any([request.signal, deadline]), 0);
      } catch (error) {
        if (request.signal.aborted) return canceled;
        if (deadline.aborted) return { kind: 'unanswered', reason: 'timeout', detail: `${timeouts.total} ms in all` };
        if (error instanceof RangeError) return { kind: 'unanswered', reason: 'too-large', detail: 'unpacked' };
        return failureOf(error);
      }
    },
    async close() {
      await (await current.dispatcher?.catch(() => undefined))?.destroy();
    },
  };
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const pairs = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value].flat().at(-1) ?? '']);
  return Object.fromEntries(pairs);
}

/** Never from https to http. */
function redirectTarget(from: URL, location: string | undefined): URL | undefined {
  if (!location || !URL.canParse(location, from.href)) return undefined;
  const target = new URL(location, from);
  return target.protocol === 'https:' || target.protocol === from.protocol ? target : undefined;
}

/** A token is for the host it was made for. */
function headersFor(request: Request, target: URL): Request['headers'] {
  if (target.origin === request.url.origin) return request.headers;
  return Object.fromEntries(Object.entries(request.headers).filter(([name]) => name !== 'authorization'));
}

async function collect(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Throws a RangeError when the content is larger than `maxBytes`. */
async function unpacked(packed: Buffer, encoding: string | undefined, maxBytes: number): Promise<Buffer> {
  const coding = encoding?.toLowerCase();
  if (packed.length === 0) return packed;
  if (coding === 'gzip' || coding === 'x-gzip') return unpack.gzip(packed, { maxOutputLength: maxBytes });
  if (coding === 'deflate') return unpack.deflate(packed, { maxOutputLength: maxBytes });
  if (coding === 'br') return unpack.br(packed, { maxOutputLength: maxBytes });
  return packed;
}
