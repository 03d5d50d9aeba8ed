/**
 * Reads the corpus (`test/support/corpus/fetch.ts`) with Gitee Scout and with Renovate and compares names, requirements
 * and processor time. Run: `node test/bench/manifests/compare.ts [--differences FILE] [--packages EXPRESSION]`: the last takes only
 * packages whose folder matches.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { formatOf, readManifest } from '../../../src/core/manifests/index.ts';
import type { Dependency } from '../../../src/core/model.ts';
import { installRenovate } from '../install-renovate.ts';
import { processorTime } from '../processor-time.ts';
import { type Difference, explanationOf } from './explained.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const corpus = path.join(root, '.cache/corpus');
const home = installRenovate();
const chosen = process.argv.indexOf('--packages');
const wanted = new RegExp(chosen < 0 ? '' : (process.argv[chosen + 1] ?? ''));

/** Which manager of Renovate reads what. Formats that it does not know are measured for speed alone. */
const managers: ReadonlyMap<string, string | ((dependency: Dependency) => boolean)> = new Map([
  ['package.json', 'npm'],
  ['requirements.txt', 'pip_requirements'],
  ['pyproject.toml', 'pep621+poetry'],
  ['setup.cfg', 'setup-cfg'],
  ['setup.py', 'pip_setup'],
  ['Pipfile', 'pipenv'],
  ['pom.xml', 'maven'],
  ['build.gradle', 'gradle'],
  ['libs.versions.toml', 'gradle'],
  ['go.mod', 'gomod'],
  ['Cargo.toml', 'cargo'],
  ['csproj', 'nuget'],
  ['Directory.Packages.props', 'nuget'],
  ['composer.json', 'composer'],
  ['Gemfile', 'bundler'],
  ['pubspec.yaml', 'pub'],
  ['Package.swift', 'swift'],
  ['Podfile', 'cocoapods'],
  ['Dockerfile', 'dockerfile'],
  ['compose.yaml', 'docker-compose'],
  ['Chart.yaml', 'helmv3'],
  ['values.yaml', 'helm-values'],
  ['kustomization.yaml', 'kustomize'],
  ['github-workflow', 'github-actions'],
  ['.gitlab-ci.yml', 'gitlabci'],
  ['terraform', 'terraform'],
  ['kubernetes', 'kubernetes'],
  ['mix.exs', 'mix'],
  ['conanfile.py', 'conan'],
  ['conanfile.txt', 'conan'],
  ['build.sbt', 'sbt'],
  ['deps.edn', 'deps-edn'],
  ['project.clj', 'leiningen'],
  ['MODULE.bazel', 'bazel-module'],
  ['Directory.Build.props', 'nuget'],
  ['global.json', 'nuget'],
  ['deno.json', 'deno'],
  ['pnpm-workspace.yaml', 'npm'],
]);

interface Found {
  readonly depName?: string;
  readonly packageName?: string;
  readonly currentValue?: string | null;
  readonly currentDigest?: string | null;
  readonly depType?: string;
  readonly datasource?: string;
  readonly skipReason?: string;
}

function files(): readonly { file: string; type: string; text: string }[] {
  return readdirSync(corpus, { recursive: true, withFileTypes: true }).flatMap(entry => {
    const file = path.relative(corpus, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    if (!entry.isFile() || !wanted.test(file) || !formatOf(file)) return [];
    const text = readFileSync(path.join(corpus, file), 'utf8');
    const manifest = readManifest(file, text);
    return manifest ? [{ file, type: manifest.type, text }] : [];
  });
}

/** Names as both sides can agree on: without case and what each ecosystem does not tell apart. */
function normalName(name: string): string {
  return name
    .replace(/^(?:docker\.io\/)?(?:library\/)?/, '')
    .toLowerCase()
    .replace(/[_.]/g, '-');
}

function ours(dependency: Dependency): { name: string; value: string; written: string } {
  const { purl, name, requirement, resolved } = dependency;
  const [type = '', ...segments] = decodeURIComponent(purl.replace(/\?.*$/, '').replace(/^pkg:/, '')).split('/');
  const plain =
    type === 'cocoapods'
      ? name
      : type === 'maven'
        ? segments.join(':')
        : type === 'golang'
          ? name
          : segments.join('/').replace(/^library\//, '');
  const host = /repository_url=([^&]+)/.exec(purl)?.[1];
  const repository = type === 'docker' && host ? `${host}/${plain}` : plain;
  return {
    name: normalName(type === 'swift' ? segments.slice(1).join('/') : repository),
    value: resolved ?? requirement ?? '',
    written: requirement ?? '',
  };
}

/** What Renovate reports and we do not call a dependency: engines, packages of the operating system, folders, runners. */
function isWanted(type: string, { depName, depType, datasource, skipReason }: Found): boolean {
  if (!depName || /^(?:local|local-dependency|path-dependency|no-source|inherited-dependency)$/.test(skipReason ?? ''))
    return false;
  if (type === 'package.json') return !/^(?:engines|packageManager|volta|devEngines)$/.test(depType ?? '');
  if (type === 'terraform')
    return !skipReason && /^(?:terraform-provider|terraform-module|docker)$/.test(datasource ?? '');
  if (type === 'Dockerfile' || type === 'kubernetes') return datasource === 'docker';
  if (type === 'github-workflow') return datasource === 'docker' || depType === 'action';
  if (type === 'Gemfile') return depName !== 'ruby';
  if (type === 'composer.json') return depName !== 'php' && !/^(?:ext|lib)-/.test(depName);
  if (type === 'pubspec.yaml') return depName !== 'dart' && depName !== 'flutter';
  return depType !== 'requires-python' && depName !== 'python' && !/^(?:toolchain|golang)$/.test(depType ?? '');
}

function theirs(
  type: string,
  { depName = '', packageName, currentValue, currentDigest, datasource }: Found,
): { name: string; value: string } {
  const isImage = datasource === 'docker' && currentValue && currentDigest;
  const value = isImage
    ? `${currentValue}@${currentDigest}`
    : type === 'github-workflow'
      ? (currentDigest ?? currentValue)
      : (currentValue ?? currentDigest);
  const name =
    type === 'github-workflow' || type === 'conanfile.py' || packageName?.includes('://')
      ? depName
      : (packageName ?? depName);
  // Swift: the label `from:` is no part of the requirement.
  const bare = (value ?? '').trim().replace(/^from: /, '');
  return { name: normalName(name), value: bare.replace(/^(['"])([^'"]*)\1$/, '$2') };
}

/** Several managers may read one file: what two of them find is one finding. */
function union(
  answers: readonly (readonly { name: string; value: string }[])[],
): readonly { name: string; value: string }[] {
  const [first = [], ...rest] = answers;
  const found = [...first];
  for (const answer of rest) {
    const known = new Set(found.map(({ name, value }) => `${name} ${value}`));
    found.push(...answer.filter(({ name, value }) => !known.has(`${name} ${value}`)));
  }
  return found;
}

function count(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function shared(left: Map<string, number>, right: Map<string, number>): number {
  let sum = 0;
  for (const [key, number] of left) sum += Math.min(number, right.get(key) ?? 0);
  return sum;
}

const all = files();
const list = path.join(root, '.cache/compare.json');
const pairs = all.flatMap(({ file, type }) =>
  String(managers.get(type) ?? '')
    .split('+')
    .filter(Boolean)
    .map(manager => ({ file, manager })),
);
writeFileSync(list, JSON.stringify(pairs));
const output = execFileSync(process.execPath, [path.join(import.meta.dirname, 'renovate.ts'), home, corpus, list], {
  encoding: 'utf8',
  maxBuffer: 1 << 28,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const renovate: Record<string, { milliseconds: number; found: readonly Found[] }> = JSON.parse(output);

/** Before anything else reads them: what the compiler of the engine costs counts, as it does for Renovate. */
const firstPass = Number(
  execFileSync(process.execPath, [path.join(import.meta.dirname, 'first-pass.ts'), corpus, list], { encoding: 'utf8' }),
);

const rows = new Map<
  string,
  {
    files: number;
    bytes: number;
    milliseconds: number;
    theirMilliseconds: number;
    ours: number;
    theirs: number;
    names: number;
    both: number;
    compared: boolean;
  }
>();
const differences: Difference[] = [];
for (const { file, type, text } of all) {
  const manifest = readManifest(file, text);
  const answers = String(managers.get(type) ?? '')
    .split('+')
    .filter(Boolean)
    .map(manager => renovate[`${manager} ${file}`]);
  const row = rows.get(type) ?? {
    files: 0,
    bytes: 0,
    milliseconds: 0,
    theirMilliseconds: 0,
    ours: 0,
    theirs: 0,
    names: 0,
    both: 0,
    compared: answers.length > 0,
  };
  const other = union(
    answers.map(answer =>
      (answer?.found ?? []).filter(found => isWanted(type, found)).map(found => theirs(type, found)),
    ),
  );
  // Renovate follows some references and leaves others as written; both are right.
  const known = new Set(other.map(({ name, value }) => `${name} ${value}`));
  const mine = (manifest?.dependencies ?? [])
    .map(ours)
    .map(found => ({ ...found, value: known.has(`${found.name} ${found.written}`) ? found.written : found.value }));
  row.files++;
  row.bytes += text.length;
  row.theirMilliseconds += answers.reduce((sum, answer) => sum + (answer?.milliseconds ?? 0), 0);
  row.ours += mine.length;
  row.theirs += other.length;
  const pairsOf = (found: readonly { name: string; value: string }[]) =>
    count(found.map(({ name, value }) => `${name} ${value}`));
  row.names += shared(count(mine.map(({ name }) => name)), count(other.map(({ name }) => name)));
  row.both += shared(pairsOf(mine), pairsOf(other));
  rows.set(type, row);
  if (answers.length > 0) note(file, type, pairsOf(mine), pairsOf(other));
}

function note(file: string, type: string, mine: Map<string, number>, other: Map<string, number>): void {
  const add = (side: Difference['side'], from: Map<string, number>, without: Map<string, number>) => {
    for (const [key, number] of from) {
      const space = key.indexOf(' ');
      const [name, value] = [key.slice(0, space), key.slice(space + 1)];
      for (let left = number - (without.get(key) ?? 0); left > 0; left--)
        differences.push({ type, side, name, value, file });
    }
  };
  add('ours', mine, other);
  add('theirs', other, mine);
}

for (const [type, row] of rows) row.milliseconds = warmTime(all.filter(file => file.type === type));

/** One pass over the files, warm: the best of those within a second, since other work on the machine only adds. */
function warmTime(some: readonly { file: string; text: string }[]): number {
  const passes: number[] = [];
  const end = performance.now() + 1_000;
  while (performance.now() < end || passes.length < 6) {
    const start = processorTime();
    for (const { file, text } of some) readManifest(file, text);
    passes.push(processorTime() - start);
  }
  return passes.reduce((best, pass) => Math.min(best, pass));
}

/** Differences of a format in which Renovate is not right, or that have a reason beyond right and wrong. */
function explained(type: string, side: Difference['side']): number {
  return differences.filter(
    difference => difference.type === type && difference.side === side && explanationOf(difference) !== undefined,
  ).length;
}

const share = (part: number, whole: number) => (whole === 0 ? '' : (part / whole).toFixed(3));
console.log(
  '| format | files | KB | ours | Renovate | names found | names and requirements found | of those where it is right | ours also in Renovate | where it is right | files/s | MB/s | Renovate files/s |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
);
for (const [type, row] of [...rows].sort(([left], [right]) => left.localeCompare(right))) {
  const { bytes, milliseconds, compared, theirMilliseconds } = row;
  const cells = [
    type,
    row.files,
    Math.round(bytes / 1000),
    row.ours,
    compared ? row.theirs : '-',
    compared ? share(row.names, row.theirs) : '-',
    compared ? share(row.both, row.theirs) : '-',
    compared ? share(row.both, row.theirs - explained(type, 'theirs')) : '-',
    compared ? share(row.both, row.ours) : '-',
    compared ? share(row.both, row.ours - explained(type, 'ours')) : '-',
    Math.round((row.files / milliseconds) * 1000),
    (bytes / milliseconds / 1000).toFixed(1),
    compared ? Math.round((row.files / theirMilliseconds) * 1000) : '-',
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
const sums = [...rows.values()].reduce(
  (sum, row) => ({
    files: sum.files + row.files,
    bytes: sum.bytes + row.bytes,
    milliseconds: sum.milliseconds + row.milliseconds,
  }),
  { files: 0, bytes: 0, milliseconds: 0 },
);
console.log(
  `\nAll: ${sums.files} files, ${(sums.bytes / 1e6).toFixed(1)} MB, ${sums.milliseconds.toFixed(0)} ms, ${Math.round((sums.files / sums.milliseconds) * 1000)} files/s.`,
);
const compared = [...rows.values()].filter(row => row.compared);
const sumOf = (pick: (row: (typeof compared)[number]) => number) => compared.reduce((sum, row) => sum + pick(row), 0);
const fileCount = sumOf(({ files: number }) => number);
const rates = [
  ['Gitee Scout, warm', (fileCount / sumOf(({ milliseconds }) => milliseconds)) * 1000],
  ['Gitee Scout, each file once in a new process', (fileCount / firstPass) * 1000],
  [
    'Renovate, each file once in a new process',
    (fileCount / sumOf(({ theirMilliseconds }) => theirMilliseconds)) * 1000,
  ],
] as const;
const peer = rates[2][1];
console.log(`\nOver the ${fileCount} files that both read (load average ${loadavg()[0]?.toFixed(1)}):`);
for (const [who, rate] of rates)
  console.log(`- ${who}: ${Math.round(rate)} files/s, ${(rate / peer).toFixed(1)} times Renovate.`);

const reasons = new Map<string, number>();
for (const difference of differences) {
  const reason = explanationOf(difference);
  const key = reason ? `${difference.type} | ${difference.side} | ${reason}` : 'unexplained';
  reasons.set(key, (reasons.get(key) ?? 0) + 1);
}
console.log('\n| format | only in | differences | reason |\n| --- | --- | --- | --- |');
for (const [key, number] of [...reasons].sort()) {
  const [type = '', side = '', reason = ''] = key.split(' | ');
  if (reason) console.log(`| ${type} | ${side} | ${number} | ${reason} |`);
}
const open = differences.filter(difference => explanationOf(difference) === undefined);
for (const { type, side, name, value, file } of open)
  console.error(`not explained: ${type} ${side} ${name} ${value} ${file}`);
const target = process.argv[process.argv.indexOf('--differences') + 1];
const line = ({ type, side, name, value, file }: Difference) => [type, side, name, value, file].join('\t');
if (process.argv.includes('--differences') && target) writeFileSync(target, differences.map(line).join('\n'));
