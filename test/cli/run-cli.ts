import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');

export interface CliResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs the built command line as a user would, with a cache folder of its own that is gone afterwards. */
export async function runCli(
  parameters: readonly string[],
  { cwd, environment = {} }: CliOptions = {},
): Promise<CliResult> {
  const cache = await mkdtemp(path.join(tmpdir(), 'gitee-scout-cli-'));
  try {
    const child = spawn(process.execPath, [cli, ...parameters], {
      cwd: cwd ?? cache,
      env: { PATH: process.env.PATH ?? '', XDG_CACHE_HOME: cache, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    const code = await new Promise<number | null>((resolve, reject) =>
      child.once('error', reject).once('close', resolve),
    );
    return { code, out, err };
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
}
