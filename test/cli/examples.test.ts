import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { startGitee } from '../support/gitee/server.ts';
import { runCli } from './run-cli.ts';

const root = path.resolve(import.meta.dirname, '../..');
const example = (name: string) => readFile(path.join(root, 'media/examples', name), 'utf8');

/** The shell commands of each example, as its runner would run them. */
async function commandsOf(): Promise<Readonly<Record<string, readonly string[]>>> {
  const github = z
    .object({ jobs: z.object({ scan: z.object({ steps: z.array(z.object({ run: z.string().optional() })) }) }) })
    .parse(parse(await example('github-actions.yml')));
  const gitlab = z
    .object({ 'gitee-scout': z.object({ script: z.array(z.string()) }) })
    .parse(parse(await example('gitlab-ci.yml')));
  const jenkins = await example('Jenkinsfile');
  return {
    'GitHub Actions': github.jobs.scan.steps.flatMap(({ run }) => (run === undefined ? [] : [run])),
    'GitLab CI': gitlab['gitee-scout'].script,
    Jenkins: [...jenkins.matchAll(/\bsh '([^']+)'/g)].map(([, command = '']) => command),
  };
}

describe('the examples for continuous integration', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gitee-scout-ci-'));
    await cp(path.join(root, 'test/support/sample-workspace'), folder, { recursive: true });
    await mkdir(path.join(folder, '.gitee-scout'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Runs a command in a shell, with the built command line in the place of the published one. */
  const run = async (command: string): Promise<number> => {
    const built = `"${process.execPath}" "${path.join(root, 'dist/cli.js')}"`;
    const own = command.replace('npx --yes gitee-scout', built);
    assert.notEqual(own, command);
    const failed: unknown = await promisify(execFile)('sh', ['-c', own], { cwd: folder }).then(
      () => 0,
      (error: unknown) => error,
    );
    return failed === 0 ? 0 : z.object({ code: z.number() }).parse(failed).code;
  };

  for (const name of ['GitHub Actions', 'GitLab CI', 'Jenkins']) {
    it(`${name} pass where nothing is denied and fail where something is, with a report either way`, async () => {
      const commands = (await commandsOf())[name] ?? [];
      const policy = path.join(folder, '.gitee-scout/policy.yaml');
      await writeFile(policy, 'otherwise: allowed\n');
      const good = [];
      for (const command of commands) good.push(await run(command));
      await writeFile(policy, 'denied: [MIT]\notherwise: allowed\n');
      const bad = [];
      for (const command of commands) bad.push(await run(command));

      assert.deepEqual(
        [good, bad],
        [
          [0, 0],
          [0, 1],
        ],
      );
      const report = name === 'GitHub Actions' ? 'gitee-scout.sarif' : 'gitee-scout-report.html';
      assert.ok((await readFile(path.join(folder, report), 'utf8')).length > 1000);
    });
  }
});

describe('a loop over a thousand repositories', function () {
  this.timeout(120_000);
  it('asks Gitee for each project once, however many repositories use it', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'gitee-scout-thousand-'));
    const gitee = await startGitee();
    try {
      const repositories = Array.from({ length: 1000 }, (_, index) => path.join(folder, `repository-${index}`));
      for (const [index, repository] of repositories.entries()) {
        await mkdir(repository);
        const dependencies = { moment: '^2', axios: '^1', [`own-${index}`]: '1' };
        await writeFile(path.join(repository, 'package.json'), JSON.stringify({ dependencies }));
      }
      const environment = { XDG_CACHE_HOME: path.join(folder, 'cache'), GITEE_SCOUT_BASE_URL: gitee.apiUrl };

      const scan = await runCli(['scan', ...repositories, '--json'], { environment });
      const afterScan = gitee.requests.length;
      const shown: number[] = [];
      // What a report of each repository would look up: the same project again and again.
      for (let turn = 0; turn < 5; turn += 1) {
        assert.equal((await runCli(['show', 'dromara/sa-token', '--json'], { environment })).code, 0);
        shown.push(gitee.requests.length);
      }

      assert.equal(JSON.parse(scan.out).manifests.length, 1000);
      assert.equal(afterScan, 0);
      assert.ok((shown[0] ?? 0) > 0 && (shown[0] ?? 0) <= 12, `${shown[0]} requests for a page`);
      assert.deepEqual(new Set(shown), new Set([shown[0]]));
    } finally {
      await gitee.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
