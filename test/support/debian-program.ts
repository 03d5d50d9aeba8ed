import { execFile } from 'node:child_process';
import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type FoundProgram =
  | {
      readonly kind: 'found';
      readonly file: string;
      /** Where its package lies: `/` or the folder that it was unpacked into. */
      readonly root: string;
      /** To start it with. */
      readonly environment: NodeJS.ProcessEnv;
    }
  /** Not on this machine, and it could not be fetched. */
  | { readonly kind: 'missing'; readonly why: string };

/**
 * A program of Debian: the installed one, else the package and the libraries that this machine lacks are fetched by
 * apt-get and unpacked into `folder`. Nothing is installed, so no service starts and no root is needed where apt knows
 * the package. Outside CI, and on systems without apt-get, a machine may have neither; in CI on Linux that is an error.
 */
export async function debianProgram(packageName: string, program: string, folder: string): Promise<FoundProgram> {
  const installed = `/${program}`;
  if (await exists(installed)) return { kind: 'found', file: installed, root: '/', environment: process.env };
  try {
    // A fresh machine has no lists of packages yet.
    await fetchPackages(packageName, folder).catch(async () => {
      await run('apt-get', ['update'], { timeout: 60_000 });
      await fetchPackages(packageName, folder);
    });
    for (const name of await readdir(folder)) {
      if (name.endsWith('.deb')) await run('dpkg-deb', ['-x', name, '.'], { cwd: folder, timeout: 30_000 });
    }
    const environment = { ...process.env, LD_LIBRARY_PATH: (await libraryFolders(folder)).join(':') };
    const file = path.join(folder, program);
    await run(file, ['-v'], { timeout: 5_000, env: environment });
    return { kind: 'found', file, root: folder, environment };
  } catch (error) {
    if (!mayBeLeftOut()) throw error;
    const [why = ''] = String(error).split('\n');
    return { kind: 'missing', why };
  }
}

/** Whether tests may do without such programs: in CI on Linux they may not. */
export function mayBeLeftOut(): boolean {
  return process.env.CI !== 'true' || process.platform !== 'linux';
}

/** The package itself, what goes with it (`squid-common`), and the libraries that are not installed. */
async function fetchPackages(packageName: string, folder: string): Promise<void> {
  const plan = ['install', '--print-uris', '--yes', '--quiet', '--no-install-recommends', packageName];
  const { stdout } = await run('apt-get', plan, { timeout: 30_000 });
  const names = [...stdout.matchAll(/^'\S+' ([a-z0-9.+-]+)_/gm)].map(([, name]) => name ?? '');
  const [family = packageName] = packageName.split('-');
  const wanted = names.filter(name => name.startsWith('lib') || name.startsWith(family));
  if (!wanted.includes(packageName)) throw new Error(`apt-get does not offer ${packageName}`);
  await run('apt-get', ['download', ...wanted], { cwd: folder, timeout: 60_000 });
}

/** Debian keeps libraries below the name of the processor: `usr/lib/x86_64-linux-gnu`. */
async function libraryFolders(folder: string): Promise<readonly string[]> {
  const found = await Promise.all(
    ['lib', 'usr/lib'].map(async place => {
      const names = await readdir(path.join(folder, place)).catch((): string[] => []);
      return names.filter(name => name.includes('-linux-')).map(name => path.join(folder, place, name));
    }),
  );
  return found.flat();
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
