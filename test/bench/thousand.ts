/**
 * A loop over 1,000 generated repositories that gathers evidence on what each uses, with one shared cache and a stand-in
 * for Gitee that allows 60 requests an hour, as Gitee does without a token. Each turn is a command line of its own for ten
 * repositories, with nothing kept in memory from the one before. Run: `node test/bench/thousand.ts`. Writes RESULTS-thousand.md.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { run, type Setup } from '../../src/cli/program.ts';
import { compileCatalogFolder } from '../../src/core/catalog/compile.ts';
import { compileLicenseIndex } from '../../src/core/licenses/compile.ts';
import { startGitee } from '../support/gitee/server.ts';
import { root } from '../support/vscode/folders.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { median } from './figure.ts';

const repositories = 1000;
const inOneTurn = 10;
const allowed = 60;

/** Packages of projects that the stand-in has, by the coordinates of Maven. */
const artifacts = [
  ['cn.hutool', 'hutool-all'],
  ['cn.dev33', 'sa-token-core'],
  ['com.dtflys.forest', 'forest-core'],
  ['org.noear', 'solon'],
] as const;

const lifetime = createLifetime();
const gitee = await startGitee({ limit: allowed });
const [catalog, licenses] = await Promise.all([
  compileCatalogFolder(path.join(root, 'src/core/catalog/data')),
  compileLicenseIndex(),
]);
const said: string[] = [];
let written = '';
const setup: Setup = {
  version: '0.0.0',
  assets: { catalog: async () => catalog, licenses: async () => licenses },
  terminal: {
    environment: { XDG_CACHE_HOME: lifetime.folder(), GITEE_SCOUT_BASE_URL: gitee.apiUrl },
    platform: process.platform,
    homeFolder: lifetime.folder(),
    colors: false,
    write: text => {
      written += text;
    },
    say: line => said.push(line),
    progress: () => undefined,
  },
};
const folder = lifetime.folder();
const times: number[] = [];
const requests: number[] = [];
let whole = 0;
try {
  for (let first = 0; first < repositories; first += inOneTurn) {
    const turn: string[] = [];
    for (let number = first; number < first + inOneTurn; number += 1) {
      const repository = path.join(folder, `repository-${number}`);
      await writeRepository(repository, number);
      turn.push(repository);
    }
    written = '';
    const start = performance.now();
    const code = await run(['report', ...turn, '--format', 'evidence', '--outbound', 'proprietary'], setup);
    times.push(performance.now() - start);
    requests.push(gitee.requests.length);
    if (code === 0 && !/Gitee (?:allows|did not)|not asked/.test(written)) whole += 1;
  }
} finally {
  await gitee.close();
  lifetime.end();
}

const last = requests.at(-1) ?? 0;
const turnsThatAsked = requests.indexOf(last) + 1;
const rows: readonly (readonly [string, string])[] = [
  ['repositories', repositories.toLocaleString('en-US')],
  [`command lines, each for ${inOneTurn} of them`, String(times.length)],
  ['evidence files without a gap', whole.toLocaleString('en-US')],
  [`requests to the stand-in, of ${allowed} that are allowed`, String(last)],
  ['command lines that asked anything', String(turnsThatAsked)],
  ['one command line once all is in the cache, median', `${median(times.slice(turnsThatAsked)).toFixed(0)} ms`],
];
const text = `# A loop over a thousand repositories

${new Date().toISOString().slice(0, 10)}, ${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores, ${os.platform()}, Node ${process.versions.node}, load average ${os.loadavg()[0]?.toFixed(1)}
(above ${os.cpus().length}: other work was going on, and times are longer than on a quiet machine). Each repository uses Day.js and two to four
of ${artifacts.length} Java projects; \`report --format evidence\` is run on one batch after the other, with one cache folder, in one process but
with nothing shared except that folder. Repeat with \`node test/bench/thousand.ts\`.

| what | value |
| --- | --- |
${rows.map(([what, value]) => `| ${what} | ${value} |`).join('\n')}

What is new in a month counts anew: answers are kept for hours or days by their kind, see \`src/core/gitee/endpoints/ages.ts\`.
`;
process.stdout.write(text);
await writeFile(path.join(root, 'test/bench/RESULTS-thousand.md'), text);

async function writeRepository(repository: string, number: number): Promise<void> {
  await mkdir(repository, { recursive: true });
  const dependencies = { dayjs: '^1.11.0', express: '^4.0.0', [`own-${number}`]: '1.0.0' };
  await writeFile(path.join(repository, 'package.json'), JSON.stringify({ name: `shop-${number}`, dependencies }));
  const used = artifacts.filter((_, index) => (number + index) % 3 !== 0);
  const entries = used.map(
    ([group, name]) =>
      `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>1.0.0</version></dependency>`,
  );
  await writeFile(
    path.join(repository, 'pom.xml'),
    `<project><dependencies>${entries.join('')}</dependencies></project>\n`,
  );
}
