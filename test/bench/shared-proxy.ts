/**
 * How many requests reach Gitee when many developers share the caching proxy of `media/shared-proxy/nginx.conf`.
 * `node test/bench/shared-proxy.ts`; nginx is the installed one, else Debian's package is fetched.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openCache } from '../../src/core/cache/index.ts';
import { createGitee } from '../../src/core/gitee/index.ts';
import { debianProgram } from '../support/debian-program.ts';
import { recordedLog } from '../support/gitee/doubles.ts';
import { type StandIn, startGitee } from '../support/gitee/server.ts';

const clients = 1000;
const projects = ['iamkun/dayjs', 'dromara/warm-flow', 'chinabugotech/hutool', 'noear/solon', 'layui/layui'];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The documented configuration, only with other places: port, cache folder, and the stand-in for gitee.com. */
async function configure(folder: string, port: number, standIn: StandIn): Promise<string> {
  const source = path.resolve(import.meta.dirname, '../../media/shared-proxy/nginx.conf');
  const places: readonly [from: string, to: string][] = [
    ['listen 8080;', `listen 127.0.0.1:${port};`],
    ['/var/cache/nginx/gitee', `${folder}/cache`],
    ['https://gitee.com/api/v5/', `${standIn.apiUrl}/`],
  ];
  const text = places.reduce((config, [from, to]) => config.replaceAll(from, to), await readFile(source, 'utf8'));
  const file = path.join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    kind => `${kind}_temp_path ${folder}/${kind};`,
  );
  const head = `daemon off;\nuser root;\npid ${folder}/nginx.pid;\nerror_log ${folder}/error.log;\nevents {}\n`;
  await mkdir(path.join(folder, 'cache'));
  await writeFile(file, `${head}http {\naccess_log off;\n${temporary.join('\n')}\n${text}\n}\n`);
  return file;
}

async function openEverything(baseUrl: string): Promise<number> {
  const log = recordedLog();
  const results = { found: 0 };
  const work = Array.from({ length: clients }, (_, index) => index);
  const worker = async () => {
    for (let client = work.pop(); client !== undefined; client = work.pop()) {
      const cache = openCache({ clock: Date, log });
      const gitee = createGitee({ baseUrl, cache, clock: Date, log });
      const outcomes = await Promise.all(projects.map(project => gitee.repository(project)));
      results.found += outcomes.filter(({ kind }) => kind === 'found').length;
      await gitee.dispose();
      await cache.close();
    }
  };
  await Promise.all(Array.from({ length: 20 }, worker));
  return results.found;
}

const folder = await mkdtemp(path.join(tmpdir(), 'scout-nginx-'));
const standIn = await startGitee();
const port = await freePort();
const config = await configure(folder, port, standIn);
const program = await debianProgram('nginx', 'usr/sbin/nginx', await mkdtemp(path.join(folder, 'program-')));
if (program.kind === 'missing') throw new Error(`nginx: ${program.why}`);
const nginx = spawn(program.file, ['-c', config, '-e', `${folder}/error.log`], {
  stdio: 'inherit',
  env: program.environment,
});
try {
  await pause(500);
  const started = performance.now();
  const found = await openEverything(`http://127.0.0.1:${port}/api/v5`);
  const seconds = (performance.now() - started) / 1000;
  const asked = standIn.requests.length;
  standIn.fault(/./, { kind: 'limit' });
  const later = await openEverything(`http://127.0.0.1:${port}/api/v5`);
  process.stdout.write(
    `${clients} clients opened ${projects.length} projects each: ${found} answers in ${seconds.toFixed(1)} s\n`,
  );
  process.stdout.write(`requests that reached Gitee: ${asked}\n`);
  process.stdout.write(`answers after Gitee began to refuse: ${later}\n`);
} finally {
  nginx.kill();
  await standIn.close();
  await rm(folder, { recursive: true, force: true });
}
