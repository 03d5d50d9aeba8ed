import { execFile } from 'node:child_process';
import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type FoundProgram =
  | { readonly kind: 'found'; readonly file: string }
  /** Not on this machine, and it could not be fetched. */
  | { readonly kind: 'missing'; readonly why: string };

/**
 * A program of Debian: the installed one, else the package is fetched by apt-get and unpacked into `folder`. Nothing is
 * installed, so no service starts and no root is needed. Outside CI, and on
 * systems without apt-get, a machine may have neither; in CI on Linux that is an error.
 */
export async function debianProgram(packageName: string, program: string, folder: string): Promise<FoundProgram> {
  const installed = `/${program}`;
  if (await exists(installed)) return { kind: 'found', file: installed };
  try {
    await run('apt-get', ['download', packageName], { cwd: folder, timeout: 30_000 });
    const archive = (await readdir(folder)).find(name => name.startsWith(`${packageName}_`) && name.endsWith('.deb'));
    if (archive === undefined) throw new Error(`apt-get left no archive of ${packageName}`);
    await run('dpkg-deb', ['-x', archive, folder], { cwd: folder, timeout: 30_000 });
    const file = path.join(folder, program);
    await run(file, ['-v'], { timeout: 5_000 });
    return { kind: 'found', file };
  } catch (error) {
    if (process.env.CI === 'true' && process.platform === 'linux') throw error;
    const [why = ''] = String(error).split('\n');
    return { kind: 'missing', why };
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
