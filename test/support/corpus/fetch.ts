/**
 * Brings manifests of well-known projects from packages of the public registries, each by its ordinary client, into
 * `.cache/corpus/` (never committed). Versions and SHA-256 of the archives are pinned in packages.json; `--pin` writes
 * hashes that are still missing there. Run: `node test/support/corpus/fetch.ts [--pin] [--pins FILE FOLDER]`: the last brings
 * the packages of another list of pins into another folder.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { formatOf, readManifest } from '../../../src/core/manifests/index.ts';

const Pin = z.object({
  registry: z.enum(['npm', 'pypi', 'crates', 'golang', 'maven', 'debian']),
  name: z.string(),
  version: z.string(),
  sha256: z.string(),
});
type Pin = z.infer<typeof Pin>;

const here = import.meta.dirname;
const root = path.resolve(here, '../../..');
const other = process.argv.indexOf('--pins');
const [pinsFile = path.join(here, 'packages.json'), corpus = path.join(root, '.cache/corpus')] =
  other < 0 ? [] : process.argv.slice(other + 1, other + 3).map(given => path.resolve(given));

/** What a client brought: the file that the hash speaks for, and a folder or an archive with the content. */
interface Fetched {
  readonly hashed: string;
  readonly content: string;
}

const clients: Readonly<Record<Pin['registry'], (pin: Pin, folder: string) => Fetched>> = {
  npm({ name, version }, folder) {
    run('npm', ['pack', '--silent', '--ignore-scripts', `${name}@${version}`, '--pack-destination', folder], folder);
    return archiveIn(folder, /\.tgz$/);
  },
  pypi({ name, version }, folder) {
    run(
      'pip',
      ['download', '--quiet', '--no-deps', '--no-binary', name, '--dest', folder, `${name}==${version}`],
      folder,
    );
    return archiveIn(folder, /\.tar\.gz$/);
  },
  crates({ name, version }, folder) {
    mkdirSync(path.join(folder, 'src'));
    writeFileSync(path.join(folder, 'src/lib.rs'), '');
    const manifest = `[package]\nname = "corpus"\nversion = "0.0.0"\nedition = "2021"\n[dependencies.fetched]\npackage = "${name}"\nversion = "=${version}"\ndefault-features = false\n`;
    writeFileSync(path.join(folder, 'Cargo.toml'), manifest);
    const home = path.join(root, '.cache/cargo');
    run('cargo', ['fetch', '--quiet'], folder, { CARGO_HOME: home });
    const cache = path.join(home, 'registry/cache');
    const archive = readdirSync(cache)
      .map(index => path.join(cache, index, `${name}-${version}.crate`))
      .find(existsSync);
    if (!archive) throw new Error(`cargo brought no archive of ${name}`);
    return { hashed: archive, content: archive };
  },
  golang({ name, version }, folder) {
    const output = run('go', ['mod', 'download', '-json', `${name}@${version}`], folder, {
      GOPATH: path.join(root, '.cache/go'),
      GOFLAGS: '-modcacherw',
    });
    const { Zip, Dir } = z.object({ Zip: z.string(), Dir: z.string() }).parse(JSON.parse(output));
    return { hashed: Zip, content: Dir };
  },
  maven({ name, version }, folder) {
    const local = path.join(root, '.cache/maven');
    run(
      'mvn',
      [
        '-q',
        '-B',
        'dependency:get',
        `-Dartifact=${name}:${version}:pom`,
        '-Dtransitive=false',
        `-Dmaven.repo.local=${local}`,
      ],
      folder,
    );
    const [group = '', artifact = ''] = name.split(':');
    const pom = path.join(local, group.replaceAll('.', '/'), artifact, version, `${artifact}-${version}.pom`);
    return { hashed: pom, content: pom };
  },
  debian({ name, version }, folder) {
    run(
      'apt-get',
      [...sourcesOfApt(), '--quiet', '--download-only', '--tar-only', 'source', `${name}=${version}`],
      folder,
    );
    return archiveIn(folder, /\.orig\.tar\.\w+$/);
  },
};

/** Options that let apt know source packages besides what it knows, without a change of the machine: lists of our own. */
function sourcesOfApt(): readonly string[] {
  const home = path.join(root, '.cache/apt');
  const sources = path.join(home, 'sources.list');
  const options = [
    `Dir::Etc::sourcelist=${sources}`,
    'Dir::Etc::sourceparts=-',
    `Dir::State::lists=${home}/lists`,
    `Dir::Cache=${home}/cache`,
  ].flatMap(option => ['-o', option]);
  if (existsSync(sources)) return options;
  for (const folder of ['lists/partial', 'cache/archives/partial'])
    mkdirSync(path.join(home, folder), { recursive: true });
  const format = 'deb-src $(REPO_URI) $(RELEASE) $(COMPONENT)';
  writeFileSync(sources, run('apt-get', ['indextargets', '--format', format, 'Created-By: Packages'], home));
  run('apt-get', [...options, '--quiet', 'update'], home);
  return options;
}

function run(
  command: string,
  parameters: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): string {
  return execFileSync(command, parameters, {
    cwd,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 26,
  });
}

function archiveIn(folder: string, pattern: RegExp): Fetched {
  const name = readdirSync(folder).find(file => pattern.test(file));
  if (!name) throw new Error(`no ${pattern} in what the client brought`);
  return { hashed: path.join(folder, name), content: path.join(folder, name) };
}

/** Of one package no more files of one format than this: one large module must not speak for all. */
const mostOfOneFormat = 60;

/** Copies the manifests alone. The original of a published Cargo.toml stands beside it under another name. */
function keepManifests(content: string, target: string, folder: string): void {
  if (content.endsWith('.pom')) return void cpSync(content, path.join(target, 'pom.xml'));
  const source = statSync(content).isDirectory() ? content : path.join(folder, 'unpacked');
  if (source !== content) {
    mkdirSync(source);
    run('tar', ['-xf', content, '-C', source, '--no-same-owner'], folder);
  }
  const counts = new Map<string, number>();
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    const wanted = nameInCorpus(path.relative(source, file).replaceAll('\\', '/'), file);
    if (wanted === undefined || !formatOf(wanted) || statSync(file).size > largestFile) continue;
    const text = readFileSync(file, 'utf8');
    // The text decides for names that fit much: a Python file, a YAML file.
    const type = readManifest(wanted, text)?.type ?? '';
    const count = (counts.get(type) ?? 0) + 1;
    counts.set(type, count);
    if (type === '' || count > mostOfOneFormat) continue;
    mkdirSync(path.dirname(path.join(target, wanted)), { recursive: true });
    writeFileSync(path.join(target, wanted), readFileSync(file));
  }
}

const largestFile = 5_000_000;

function nameInCorpus(relative: string, file: string): string | undefined {
  if (relative.endsWith('/Cargo.toml') && existsSync(`${file}.orig`)) return undefined;
  return relative.replace(/Cargo\.toml\.orig$/, 'Cargo.toml');
}

/** Clients say at the end what is wrong. */
function lastLines(message: string): string {
  return message.trim().split('\n').slice(-3).join(' ').slice(0, 300);
}

const pins = z.array(Pin).parse(JSON.parse(readFileSync(pinsFile, 'utf8')));
const pinned: Pin[] = [];
for (const pin of pins) {
  const target = path.join(corpus, `${pin.registry}-${pin.name.replace(/[^\w.-]+/g, '-')}-${pin.version}`);
  if (existsSync(target) && pin.sha256) {
    pinned.push(pin);
    continue;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'corpus-'));
  try {
    const { hashed, content } = clients[pin.registry](pin, folder);
    const sha256 = createHash('sha256').update(readFileSync(hashed)).digest('hex');
    if (pin.sha256 ? pin.sha256 !== sha256 : !process.argv.includes('--pin'))
      throw new Error(`has the hash ${sha256}, not the pinned one`);
    mkdirSync(target, { recursive: true });
    keepManifests(content, target, folder);
    pinned.push({ ...pin, sha256 });
    console.log(`${pin.name} ${pin.version}`);
  } catch (error) {
    // What cannot be had is not pinned.
    if (pin.sha256) pinned.push(pin);
    rmSync(target, { recursive: true, force: true });
    console.error(`${pin.name} ${pin.version}: ${error instanceof Error ? lastLines(error.message) : error}`);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
if (process.argv.includes('--pin')) writeFileSync(pinsFile, `${JSON.stringify(pinned, undefined, 2)}\n`);
