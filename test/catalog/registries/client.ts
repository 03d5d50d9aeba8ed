import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { RegistryAnswer } from './answer.ts';

const run = promisify(execFile);

const failure = z
  .looseObject({ stdout: z.string().optional(), stderr: z.string().optional(), message: z.string().optional() })
  .catch({});

/**
 * Runs a registry's own client and reads what it prints. `missing` knows the client's words for "there is no such package";
 * every other failure is no answer. Never rejects.
 */
export async function askClient(
  client: string,
  options: readonly string[],
  missing: RegExp,
  read: (text: string) => RegistryAnswer | Promise<RegistryAnswer>,
): Promise<RegistryAnswer> {
  try {
    const { stdout } = await run(client, [...options], { timeout: 60_000, maxBuffer: 16 * 1024 * 1024, cwd: '/' });
    return await read(stdout);
  } catch (cause) {
    const { stdout = '', stderr = '', message = '' } = failure.parse(cause);
    const text = `${message}\n${stderr}\n${stdout}`;
    return missing.test(text) ? { kind: 'missing' } : { kind: 'no-answer', detail: lastLine(text) };
  }
}

function lastLine(text: string): string {
  const lines = text.split('\n').map(line => line.trim());
  return (
    lines
      .filter(line => /\w/.test(line))
      .at(-1)
      ?.slice(0, 120) ?? ''
  );
}
