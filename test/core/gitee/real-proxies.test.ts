import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openCache } from '../../../src/core/cache/index.ts';
import { createGitee, type GiteeOptions } from '../../../src/core/gitee/index.ts';
import { debianProgram, mayBeLeftOut } from '../../support/debian-program.ts';
import { recordedLog } from '../../support/gitee/doubles.ts';
import { type StandIn, startGitee } from '../../support/gitee/server.ts';
import { freePort, listening } from '../../support/ports.ts';
import { createLifetime } from '../../support/vscode/lifetime.ts';
import { openClient } from './open-client.ts';

const programs = createLifetime();
const [nginx, tinyproxy] = [
  await debianProgram('nginx', 'usr/sbin/nginx', programs.folder()),
  await debianProgram('tinyproxy-bin', 'usr/bin/tinyproxy', programs.folder()),
];

after(() => programs.end());

describe('nginx of Debian with the configuration that the README names', () => {
  if (nginx.kind === 'missing') {
    it(`is left out outside CI: ${nginx.why}`, () => assert.ok(mayBeLeftOut()));
    return;
  }
  const clients = 200;
  const projects = ['iamkun/dayjs', 'dromara/warm-flow', 'chinabugotech/hutool', 'noear/solon', 'layui/layui'];
  const lifetime = createLifetime();
  const at: { standIn?: StandIn; apiUrl?: string } = {};
  const standIn = (): StandIn => at.standIn ?? assert.fail('not started');

  /** The documented configuration, only with other places: port, cache folder, and the stand-in for gitee.com. */
  async function configure(folder: string, port: number): Promise<string> {
    const source = path.resolve(import.meta.dirname, '../../../media/shared-proxy/nginx.conf');
    const places: readonly [from: string, to: string][] = [
      ['listen 8080;', `listen 127.0.0.1:${port};`],
      ['/var/cache/nginx/gitee', `${folder}/cache`],
      ['https://gitee.com/api/v5/', `${standIn().apiUrl}/`],
    ];
    const documented = await readFile(source, 'utf8');
    for (const [from] of places) assert.ok(documented.includes(from), from);
    const text = places.reduce((config, [from, to]) => config.replaceAll(from, to), documented);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      kind => `${kind}_temp_path ${folder}/${kind};`,
    );
    const user = process.getuid?.() === 0 ? 'user root;\n' : '';
    const head = `daemon off;\n${user}pid ${folder}/nginx.pid;\nerror_log ${folder}/error.log;\nevents {}\n`;
    await mkdir(path.join(folder, 'cache'));
    const file = path.join(folder, 'nginx.conf');
    await writeFile(file, `${head}http {\naccess_log off;\n${temporary.join('\n')}\n${text}\n}\n`);
    return file;
  }

  before(async function () {
    this.timeout(120_000);
    at.standIn = await startGitee({ limit: 100_000 });
    const [folder, port] = [lifetime.folder(), await freePort()];
    const config = await configure(folder, port);
    lifetime.own(
      spawn(nginx.file, ['-c', config, '-e', `${folder}/error.log`], { stdio: 'ignore', env: nginx.environment }),
    );
    await listening(port);
    at.apiUrl = `http://127.0.0.1:${port}/api/v5`;
  });
  after(async () => {
    lifetime.end();
    await at.standIn?.close();
  });

  /** One developer with a cache of their own; how many projects were found. */
  async function developer(options: Partial<GiteeOptions> = {}): Promise<number> {
    const log = recordedLog();
    const cache = openCache({ clock: Date, log });
    const gitee = createGitee({ baseUrl: at.apiUrl, cache, clock: Date, log, ...options });
    const outcomes = await Promise.all(projects.map(project => gitee.repository(project)));
    await gitee.dispose();
    await cache.close();
    return outcomes.filter(({ kind }) => kind === 'found').length;
  }

  async function developers(count: number): Promise<number> {
    let [left, found] = [count, 0];
    const worker = async () => {
      while (left > 0) {
        left -= 1;
        const more = await developer();
        found += more;
      }
    };
    await Promise.all(Array.from({ length: 20 }, worker));
    return found;
  }

  it(`lets ${clients} developers who open ${projects.length} projects each cost Gitee ${projects.length} requests`, async function () {
    this.timeout(120_000);

    const found = await developers(clients);

    assert.equal(found, clients * projects.length);
    assert.equal(standIn().requests.length, projects.length);
  });

  it('goes on with what it has when Gitee refuses', async () => {
    standIn().fault(/./, { kind: 'limit' });

    assert.equal(await developers(10), 10 * projects.length);
  });

  it('keeps nothing of what was asked with a token', async () => {
    standIn().reset();
    const signedIn = { token: async () => 'stand-in-token' };

    await developer(signedIn);
    await developer(signedIn);

    assert.equal(standIn().requests.length, 2 * projects.length);
  });
});

describe('tinyproxy of Debian', () => {
  if (tinyproxy.kind === 'missing') {
    it(`is left out outside CI: ${tinyproxy.why}`, () => assert.ok(mayBeLeftOut()));
    return;
  }
  const { file: program, environment } = tinyproxy;
  const lifetime = createLifetime();
  after(() => lifetime.end());

  /** Starts it; `more` are lines of its configuration. */
  async function start(...more: readonly string[]): Promise<{ readonly port: number; log(): Promise<string> }> {
    const [folder, port] = [lifetime.folder(), await freePort()];
    const file = path.join(folder, 'tinyproxy.conf');
    const logFile = path.join(folder, 'log');
    const lines = [
      `Port ${port}`,
      'Listen 127.0.0.1',
      'Timeout 30',
      `LogFile "${logFile}"`,
      'LogLevel Connect',
      ...more,
    ];
    await writeFile(file, `${lines.join('\n')}\n`);
    lifetime.own(spawn(program, ['-d', '-c', file], { stdio: 'ignore', env: environment }));
    await listening(port);
    return { port, log: () => readFile(logFile, 'utf8') };
  }

  it('takes requests to Gitee', async () => {
    const { port, log } = await start();
    const own = await openClient({ network: () => ({ proxy: `http://127.0.0.1:${port}` }) });

    const repository = await own.gitee.repository('iamkun/dayjs');
    await own.close();

    assert.equal(repository.kind, 'found');
    assert.equal(own.standIn.requests.length, 1);
    assert.match(await log(), new RegExp(`CONNECT ${new URL(own.standIn.url).host}`));
  });

  it('is given the password that it wants, and refuses another one', async () => {
    const { port } = await start('BasicAuth user secret');
    const ask = async (password: string) => {
      const own = await openClient({
        network: () => ({ proxy: `http://user:${password}@127.0.0.1:${port}` }),
        tuning: { retries: 0 },
      });
      const outcome = await own.gitee.repository('iamkun/dayjs');
      await own.close();
      return outcome;
    };

    const [right, wrong] = [await ask('secret'), await ask('other')];

    assert.equal(right.kind, 'found');
    assert.match(wrong.kind === 'unreachable' ? wrong.message : '', /proxy/i);
  });

  it('is passed by for hosts that need no proxy', async () => {
    const { port, log } = await start();
    const own = await openClient({
      network: () => ({ proxy: `http://127.0.0.1:${port}`, noProxy: ['127.0.0.1'] }),
    });

    const repository = await own.gitee.repository('iamkun/dayjs');
    await own.close();

    assert.equal(repository.kind, 'found');
    assert.doesNotMatch(await log(), /CONNECT \d/);
  });
});
