/**
 * Compares what is read of the corpus with what is expected: for each package and format a digest of everything that was
 * found (`expected.tsv`), and for some files every name and requirement as a person read them (`read-by-hand.tsv`).
 * Run: `node test/support/corpus/check.ts [--update]`, after `fetch.ts`; `--update` writes the digests anew.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readManifest } from '../../../src/core/manifests/index.ts';
import type { Dependency } from '../../../src/core/model.ts';

const here = import.meta.dirname;
const corpus = path.resolve(here, '../../../.cache/corpus');
const digestsFile = path.join(here, 'expected.tsv');
const handFile = path.join(here, 'read-by-hand.tsv');

/** Files of the corpus, `/`-separated and sorted. */
function files(): readonly string[] {
  return readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(corpus, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function line({
  name,
  purl,
  requirement,
  scope,
  origin,
  place,
  resolved,
  nameRange,
  requirementRange,
}: Dependency): string {
  return JSON.stringify([name, purl, requirement, scope, origin, place, resolved, nameRange, requirementRange]);
}

interface Group {
  files: number;
  dependencies: number;
  readonly hash: ReturnType<typeof createHash>;
}

/** `package TAB format` to `files TAB dependencies TAB digest`. */
function digests(): ReadonlyMap<string, string> {
  const groups = new Map<string, Group>();
  for (const file of files()) {
    const manifest = readManifest(file, readFileSync(path.join(corpus, file), 'utf8'));
    if (!manifest) continue;
    const key = `${file.slice(0, file.indexOf('/'))}\t${manifest.type}`;
    const group = groups.get(key) ?? { files: 0, dependencies: 0, hash: createHash('sha256') };
    group.files += 1;
    group.dependencies += manifest.dependencies.length;
    group.hash.update(`${file}\n${manifest.dependencies.map(line).join('\n')}\n`);
    groups.set(key, group);
  }
  return new Map(
    [...groups].map(([key, { files, dependencies, hash }]) => [
      key,
      `${files}\t${dependencies}\t${hash.digest('hex').slice(0, 16)}`,
    ]),
  );
}

function* rows(file: string): Generator<readonly string[]> {
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    if (text !== '' && !text.startsWith('#')) yield text.split('\t');
  }
}

/** Differences between the lists that a person wrote and what is read; files of packages that were not fetched are named. */
function differencesByHand(): readonly string[] {
  const expected = new Map<string, string[]>();
  for (const [file = '', name = '', requirement = ''] of rows(handFile))
    expected.set(file, [...(expected.get(file) ?? []), `${name} ${requirement}`]);
  return [...expected].flatMap(([file, list]) => {
    if (!existsSync(path.join(corpus, file))) return [`${file}: not in the corpus, run fetch.ts`];
    const manifest = readManifest(file, readFileSync(path.join(corpus, file), 'utf8'));
    const found = (manifest?.dependencies ?? []).map(({ name, requirement }) => `${name} ${requirement ?? '-'}`);
    const missing = list.filter(entry => !found.includes(entry));
    const more = found.filter(entry => !list.includes(entry));
    return [
      ...missing.map(entry => `${file}: not found: ${entry}`),
      ...more.map(entry => `${file}: not expected: ${entry}`),
    ];
  });
}

const found = digests();
if (process.argv.includes('--update')) {
  const text = [...found].map(([key, value]) => `${key}\t${value}\n`).join('');
  writeFileSync(digestsFile, `# package, format, files, dependencies, digest of all that was read\n${text}`);
}
const expected = new Map([...rows(digestsFile)].map(([name, type, ...rest]) => [`${name}\t${type}`, rest.join('\t')]));
const problems = [
  ...differencesByHand(),
  ...[...expected].flatMap(([key, value]) => {
    const now = found.get(key);
    return now === value ? [] : [`${key}: expected ${value}, read ${now ?? 'nothing: run fetch.ts'}`];
  }),
  ...[...found.keys()].filter(key => !expected.has(key)).map(key => `${key}: not expected`),
];
for (const problem of problems) console.error(problem);
const byHand = new Set([...rows(handFile)].map(([file]) => file)).size;
console.log(`${found.size} groups of files and ${byHand} files read by hand compared, ${problems.length} differences.`);
process.exitCode = problems.length > 0 ? 1 : 0;
