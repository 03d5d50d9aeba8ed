import { readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Fetched } from './job.ts';
import type { Failed } from './messages.ts';

/** Reads a file of this machine, unless it is larger than `maxBytes`. */
export async function fetchFile(file: string, maxBytes: number): Promise<Fetched> {
  try {
    const { size } = await stat(file);
    return size > maxBytes ? { kind: 'too-large', bytes: size } : await readFile(file);
  } catch (error) {
    return failureOf(error);
  }
}

/** The same for a thread that nobody waits for: reading at once takes a fraction of the time. */
export function fetchFileAtOnce(file: string, maxBytes: number): Fetched {
  try {
    const { size } = statSync(file);
    return size > maxBytes ? { kind: 'too-large', bytes: size } : readFileSync(file);
  } catch (error) {
    return failureOf(error);
  }
}

function failureOf(error: unknown): Failed {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return { kind: 'gone' };
  return { kind: 'unreadable', message: error instanceof Error ? error.message : String(error) };
}
