/** Archives of published packages, brought by the registries' ordinary clients. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A package of a registry as labels name it, and the file that its client brought. */
export interface Archive {
  /** `npm:name@version` and the like, see `Label`. */
  readonly pinned: string;
  readonly file: string;
}

/** Brings a package of one version into the folder `work`. @throws with the client's word when it does not come. */
export async function bring(pinned: string, work: string): Promise<string> {
  const [registry, rest] = partsOf(pinned);
  const options = { cwd: work, timeout: 180_000, maxBuffer: 2 ** 24 };
  if (registry === 'golang') return (await bringModule(rest, options)).file;
  if (registry === 'crate') return bringCrate(rest, options);
  if (registry === 'maven') {
    const goal = ['-q', '-B', 'dependency:copy', `-Dartifact=${rest}`, `-DoutputDirectory=${work}`];
    await run('mvn', goal, options);
  } else if (registry === 'npm') {
    await run('npm', ['pack', '--silent', '--ignore-scripts', rest], options);
  } else if (registry === 'deb') {
    await run('apt-get', ['download', '-q', rest], options);
  } else if (registry === 'debsrc') {
    // The client has to know a list of source packages (`deb-src`); APT_CONFIG may name a configuration of its own.
    await run('apt-get', ['source', '--download-only', '-q', rest], options);
    return upstreamIn(work);
  } else {
    await run('pip', ['download', '-q', '--no-deps', '-d', '.', rest], options);
  }
  return onlyFileIn(work);
}

/** Brings the newest version of a package, and tells which it is. @throws as `bring` does. */
export async function bringLatest(name: string, work: string): Promise<Archive> {
  const [registry, rest] = partsOf(name);
  const options = { cwd: work, timeout: 90_000, maxBuffer: 2 ** 24 };
  if (registry === 'golang') {
    const { version, file } = await bringModule(`${rest}@latest`, options);
    return { pinned: `${name}@${version}`, file };
  }
  if (registry === 'crate') {
    const { stdout } = await run('cargo', ['info', '--color', 'never', rest], options);
    const version = /^version: (\S+)/m.exec(stdout)?.[1] ?? '';
    return { pinned: `${name}@${version}`, file: await bringCrate(`${rest}@${version}`, options) };
  }
  if (registry === 'pypi') {
    const wheel = ['--no-deps', '--only-binary=:all:', '--ignore-requires-python', '-q', '-d', '.', rest];
    await run('pip', ['download', ...wheel], options);
    const file = await onlyFileIn(work);
    return { pinned: `${name}==${path.basename(file).split('-')[1]}`, file };
  }
  if (registry === 'debsrc') {
    const { stdout } = await run('apt-cache', ['showsrc', '--only-source', rest], options);
    const version = /^Version: (\S+)/m.exec(stdout)?.[1];
    const pinned = `${name}=${version}`;
    return { pinned, file: await bring(pinned, work) };
  }
  const file = await bring(registry === 'maven' ? `${name}:LATEST` : name, work);
  const base = path.basename(file).replace(/\.(?:tgz|jar)$/, '');
  const bare = registry === 'maven' ? (rest.split(':')[1] ?? '') : rest.replace('@', '').replace('/', '-');
  const version = base.slice(bare.length + 1);
  return { pinned: registry === 'maven' ? `${name}:${version}` : `${name}@${version}`, file };
}

/** The paths of the files in an archive. */
export async function filesIn(archive: string): Promise<readonly string[]> {
  const [command, list] = isTar(archive) ? ['tar', ['-tf', archive]] : ['unzip', ['-Z1', archive]];
  const { stdout } = await run(String(command), [...list], { maxBuffer: 2 ** 26 });
  return stdout.split('\n').filter(line => line !== '' && !line.endsWith('/'));
}

/** One file of an archive. */
export async function readFileIn(archive: string, file: string): Promise<Buffer> {
  if (archive.endsWith('.deb')) return readFileInDebian(archive, file);
  const command = isTar(archive) ? 'tar' : 'unzip';
  const start = isTar(archive) ? ['-xOf', archive] : ['-p', archive];
  // Brackets and the like mean something to unzip.
  const member = isTar(archive) ? file : file.replace(/[[\]*?\\]/g, '\\$&');
  const { stdout } = await run(command, [...start, member], { encoding: 'buffer', maxBuffer: 2 ** 26 });
  return stdout;
}

function partsOf(name: string): readonly [registry: string, rest: string] {
  return [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)];
}

function isTar(archive: string): boolean {
  return /\.(?:tgz|crate|tar\.\w+)$/.test(archive);
}

async function onlyFileIn(work: string): Promise<string> {
  const [file] = await readdir(work);
  if (file === undefined) throw new Error('the client brought nothing');
  return path.join(work, file);
}

/** The authors' own archive of a source package, without what Debian adds. */
async function upstreamIn(work: string): Promise<string> {
  const file = (await readdir(work)).find(name => /\.orig\.tar\.\w+$/.test(name));
  if (file === undefined) throw new Error('the source package has no archive of its authors');
  return path.join(work, file);
}

interface ClientOptions {
  readonly cwd: string;
  readonly timeout: number;
}

async function bringModule(named: string, options: ClientOptions) {
  const { stdout } = await run('go', ['mod', 'download', '-json', named], options);
  const file = /"Zip":\s*"([^"]+)"/.exec(stdout)?.[1];
  if (file === undefined) throw new Error('the Go client names no archive');
  return { file, version: /"Version":\s*"([^"]+)"/.exec(stdout)?.[1] ?? '' };
}

/** Asked for what it knows of a crate, cargo brings its archive into its own cache. */
async function bringCrate(named: string, options: ClientOptions): Promise<string> {
  await run('cargo', ['info', named], options);
  const cache = path.join(process.env.CARGO_HOME ?? path.join(homedir(), '.cargo'), 'registry', 'cache');
  const file = `${named.replace('@', '-')}.crate`;
  const found = (await readdir(cache, { recursive: true })).find(one => path.basename(one) === file);
  if (found === undefined) throw new Error('cargo kept no archive');
  return path.join(cache, found);
}

async function readFileInDebian(archive: string, member: string): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'debian-'));
  try {
    await run('dpkg-deb', ['--extract', archive, folder]);
    return await readFile(path.join(folder, member));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
