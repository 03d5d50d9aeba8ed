import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { moveInPlace } from '../../files/index.ts';
import { say } from '../../sentences/index.ts';
import { canceled, TranslationError } from '../engine.ts';
import type { Fetch } from '../http.ts';

/** A file to be fetched, as its host has it. */
export interface Pinned {
  readonly bytes: number;
  readonly sha256: string;
}

export interface DownloadOptions {
  readonly fetch: Fetch;
  /** Longest silence in ms. */
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
  /** Bytes of this file that are there, also those of an earlier try. */
  readonly onBytes?: ((received: number) => void) | undefined;
}

/**
 * Fetches a file to a path and goes on where an earlier try ended. The file takes its name only when its hash is right.
 * Rejects with TranslationError; what has arrived stays for the next try, unless it is wrong.
 */
export async function download(url: string, pinned: Pinned, target: string, options: DownloadOptions): Promise<void> {
  const part = `${target}.part`;
  const have = await sizeOf(part);
  if (have < pinned.bytes) await fetchRest(url, pinned, part, have, options);
  await accept(part, pinned, target);
}

async function fetchRest(
  url: string,
  pinned: Pinned,
  part: string,
  have: number,
  options: DownloadOptions,
): Promise<void> {
  const { fetch, timeout, signal, onBytes } = options;
  const watch = new AbortController();
  let timer = setTimeout(() => watch.abort(), timeout);
  const abort = () => watch.abort();
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  try {
    const response = await fetch(url, { signal: watch.signal, headers: have > 0 ? { range: `bytes=${have}-` } : {} });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      throw new TranslationError(
        'unreachable',
        say('{0} does not have the file ({1}).', new URL(url).host, response.status),
      );
    }
    // A server that does not know ranges begins anew.
    const goesOn =
      response.status === 206 && (response.headers.get('content-range') ?? '').startsWith(`bytes ${have}-`);
    let received = goesOn ? have : 0;
    const file = await open(part, goesOn ? 'a' : 'w');
    try {
      for await (const chunk of response.body) {
        clearTimeout(timer);
        timer = setTimeout(abort, timeout);
        received += chunk.byteLength;
        if (received > pinned.bytes)
          throw new TranslationError('bad-answer', say('The file is larger than it should be.'));
        // Written at once, so that nothing is lost when the line breaks.
        await file.write(chunk);
        onBytes?.(received);
      }
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (signal?.aborted) throw canceled();
    if (cause instanceof TranslationError) {
      if (cause.kind === 'bad-answer') await rm(part, { force: true });
      throw cause;
    }
    throw new TranslationError(
      'unreachable',
      say('The download from {0} broke off. Try again: it goes on where it ended.', new URL(url).host),
      {
        cause,
      },
    );
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/** Gives a file its name when its hash is right, else removes it. */
export async function accept(file: string, pinned: Pinned, target: string): Promise<void> {
  if ((await sizeOf(file)) !== pinned.bytes || (await sha256Of(file)) !== pinned.sha256) {
    await rm(file, { force: true });
    throw new TranslationError('bad-answer', say('The file is not the one that was expected: its hash is another.'));
  }
  await moveInPlace(file, target);
}

/** Unpacks a gzip file whose content is known; bounded, so that it cannot fill the disk. */
export async function unpack(packed: string, pinned: Pinned, target: string): Promise<void> {
  const part = `${target}.unpacking`;
  let size = 0;
  const bound = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > pinned.bytes) done(new TranslationError('bad-answer', say('The file is larger than it should be.')));
      else done(null, chunk);
    },
  });
  try {
    await pipeline(createReadStream(packed), createGunzip(), bound, createWriteStream(part));
  } catch (cause) {
    await rm(part, { force: true });
    if (cause instanceof TranslationError) throw cause;
    throw new TranslationError('bad-answer', say('The packed file is damaged.'), { cause });
  }
  await accept(part, pinned, target);
  await rm(packed, { force: true });
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Bytes of a file, 0 when there is none. */
export async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
