/**
 * Brings the license files that the labels speak of, from packages of the public registries by their ordinary clients,
 * into a folder outside of the repository. A file that is not the labeled one, by its hash, is refused.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A license file of a published package, and what it is. */
export interface Label {
  /**
   * `npm:name@version`, `pypi:name==version`, `golang:module@version`, `maven:group:artifact:version`, `crate:name@version`
   * or `deb:name=version` (of the Debian release of the machine).
   */
  readonly package: string;
  /** Path inside the package's archive. */
  readonly file: string;
  readonly sha256: string;
  /** Expressions that are right; `custom` for a text that must not be taken for any plain license. */
  readonly expression: readonly string[];
  readonly chinese: boolean;
}

/** The folder that keeps the files between runs. */
export const folder = path.join(
  process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'),
  'gitee-scout-eval-licenses',
);

/** The text of each labeled file; those that could not be brought are missing. */
export async function fetchFiles(labels: readonly Label[]): Promise<ReadonlyMap<Label, Buffer>> {
  await mkdir(folder, { recursive: true });
  const files = new Map<Label, Buffer>();
  const missing = new Map<string, Label[]>();
  for (const label of labels) {
    const kept = await readFile(path.join(folder, label.sha256)).catch(() => undefined);
    if (kept) files.set(label, kept);
    else missing.set(label.package, [...(missing.get(label.package) ?? []), label]);
  }
  for (const [name, wanted] of missing) {
    const work = await mkdtemp(path.join(tmpdir(), 'licenses-'));
    try {
      const archive = await bring(name, work);
      for (const label of wanted) files.set(label, await extract(archive, label));
    } catch (error) {
      console.error(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  return files;
}

async function bring(name: string, work: string): Promise<string> {
  const [registry, rest] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)];
  const options = { cwd: work, timeout: 180_000, maxBuffer: 2 ** 24 };
  if (registry === 'golang') {
    const { stdout } = await run('go', ['mod', 'download', '-json', rest], options);
    const zip = /"Zip":\s*"([^"]+)"/.exec(stdout)?.[1];
    if (zip === undefined) throw new Error('the Go client names no archive');
    return zip;
  }
  if (registry === 'crate') return bringCrate(rest, options);
  if (registry === 'maven') {
    const goal = ['-q', '-B', 'dependency:copy', `-Dartifact=${rest}`, `-DoutputDirectory=${work}`];
    await run('mvn', goal, options);
  } else if (registry === 'npm') {
    await run('npm', ['pack', '--silent', rest], options);
  } else if (registry === 'deb') {
    await run('apt-get', ['download', '-q', rest], options);
  } else {
    await run('pip', ['download', '-q', '--no-deps', '-d', '.', rest], options);
  }
  const [archive] = await readdir(work);
  if (archive === undefined) throw new Error('the client brought nothing');
  return path.join(work, archive);
}

/** Asked for what it knows of a crate, cargo brings its archive into its own cache. */
async function bringCrate(named: string, options: { readonly cwd: string; readonly timeout: number }): Promise<string> {
  await run('cargo', ['info', named], options);
  const cache = path.join(process.env.CARGO_HOME ?? path.join(homedir(), '.cargo'), 'registry', 'cache');
  const file = `${named.replace('@', '-')}.crate`;
  const found = (await readdir(cache, { recursive: true })).find(one => path.basename(one) === file);
  if (found === undefined) throw new Error('cargo kept no archive');
  return path.join(cache, found);
}

async function extract(archive: string, label: Label): Promise<Buffer> {
  if (archive.endsWith('.deb')) return keep(label, await extractFromDebian(archive, label.file));
  const isTar = /\.(tgz|tar\.gz|crate)$/.test(archive);
  const command = isTar ? 'tar' : 'unzip';
  const start = isTar ? ['-xzOf', archive] : ['-p', archive];
  // Brackets and the like mean something to unzip.
  const member = isTar ? label.file : label.file.replace(/[[\]*?\\]/g, '\\$&');
  const { stdout } = await run(command, [...start, member], { encoding: 'buffer', maxBuffer: 2 ** 26 });
  return keep(label, stdout);
}

async function extractFromDebian(archive: string, member: string): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'debian-'));
  try {
    await run('dpkg-deb', ['--extract', archive, folder]);
    return await readFile(path.join(folder, member));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Keeps a file between runs, when it is the labeled one. */
async function keep(label: Label, content: Buffer): Promise<Buffer> {
  const found = createHash('sha256').update(content).digest('hex');
  if (found !== label.sha256) throw new Error(`${label.file} is another file than the labeled one`);
  await writeFile(path.join(folder, label.sha256), content);
  return content;
}
