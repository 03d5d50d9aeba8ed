import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { textOfBytes } from '../../../src/core/licenses/index.ts';
import type { Found } from './answer.ts';

const run = promisify(execFile);
const licenseName = /^(?:licen[cs]e|copying|unlicense|许可证?|许可协议)(?:[-_.](?!html$).*)?$/i;

/** A license file inside a package. */
export interface PackageLicense {
  /** Path within the package. */
  readonly file: string;
  readonly text: string;
}

/**
 * The license files in the root of a published package. Packages that the client did not unpack are fetched into a folder
 * that is removed again; code of theirs is never run. `[]` when there are none, or the package is too large to fetch.
 */
export async function readPackageLicense(
  ecosystem: string,
  name: string,
  { version, folder }: Found,
): Promise<readonly PackageLicense[]> {
  if (folder !== undefined) return licensesIn(folder);
  if (version === undefined || !(ecosystem === 'npm' || ecosystem === 'pypi')) return [];
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'package-license-'));
  const options = { cwd: scratch, timeout: 30_000, maxBuffer: 16 * 1024 * 1024 };
  try {
    if (ecosystem === 'npm') {
      await run('npm', ['pack', `${name}@${version}`, '--ignore-scripts', '--silent'], options);
      await run('tar', ['-xzf', (await readdir(scratch))[0] ?? ''], options);
      const [root = ''] = (await readdir(scratch, { withFileTypes: true })).filter(each => each.isDirectory());
      return await licensesIn(typeof root === 'string' ? scratch : path.join(scratch, root.name));
    }
    const wheel = ['--no-deps', '--only-binary=:all:', '--ignore-requires-python', '-q', `${name}==${version}`];
    await run('pip', ['download', ...wheel], options);
    await run('unzip', ['-q', (await readdir(scratch))[0] ?? '', '*.dist-info/*'], options);
    const info = (await readdir(scratch)).find(name => name.endsWith('.dist-info')) ?? '';
    const own = await licensesIn(path.join(scratch, info));
    return own.length > 0 ? own : await licensesIn(path.join(scratch, info, 'licenses'));
  } catch {
    return [];
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function licensesIn(folder: string): Promise<readonly PackageLicense[]> {
  const names = (await readdir(folder)).filter(name => licenseName.test(name)).sort();
  const read = await Promise.all(
    names.slice(0, 4).map(async file => ({
      file,
      // A folder of that name holds the texts of others.
      text: textOfBytes(await readFile(path.join(folder, file)).catch(() => Buffer.alloc(0))) ?? '',
    })),
  );
  return read.filter(({ text }) => text.trim() !== '');
}
