import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { runCli } from './run-cli.ts';

describe('command line with Gitee', () => {
  let gitee: StandIn;
  before(async () => {
    gitee = await startGitee();
  });
  beforeEach(() => gitee.reset());
  after(() => gitee.close());
  const run = (...parameters: readonly string[]) =>
    runCli(parameters, { environment: { GITEE_SCOUT_BASE_URL: gitee.apiUrl } });

  it('show gives facts, release, license and README of a project, each with its source', async () => {
    const { code, out } = await run('show', 'iamkun/dayjs', '--json');

    const page = JSON.parse(out);
    const ajv = new Ajv2020({ strict: false });
    const schema: object = JSON.parse((await runCli(['schema', 'show'])).out);
    const fits = ajv.compile(schema);
    assert.ok(fits(JSON.parse(out)), ajv.errorsText(fits.errors));
    assert.ok(!fits({ ...page, repository: { kind: 'found' } }));
    const offline = await run('show', 'hutool', '--json', '--offline');
    assert.ok(fits(JSON.parse(offline.out)), ajv.errorsText(fits.errors));
    assert.equal(code, 0);
    assert.equal(page.facts.kind, 'found');
    assert.equal(page.repository.value.path, 'iamkun/dayjs');
    for (const part of ['facts', 'repository', 'readme', 'license']) {
      assert.equal(page[part].kind, 'found', part);
      assert.ok(page[part].source.length > 0 && !Number.isNaN(Date.parse(page[part].receivedAt)), part);
    }
    assert.equal(page.license.value.expression, 'MIT');
  });

  it('show --evidence writes a file for due diligence, with what the license means for the own work', async () => {
    const { code, out } = await run('show', 'iamkun/dayjs', '--evidence', '--outbound', 'proprietary');
    const asked = gitee.requests.length;
    const { code: refused, err } = await run('show', 'iamkun/dayjs', '--evidence', '--outbound', 'nonsense');

    assert.deepEqual([code, refused], [0, 2]);
    assert.match(out, /^# Evidence: Day/);
    assert.match(out, /\*\*The license fits, with duties\.\*\*/);
    assert.match(out, /- \[ \] Keep the copyright notices/);
    assert.match(out, /\*\*No data\.\*\*/);
    assert.doesNotMatch(out, /complian/i);
    assert.ok(asked <= 9, `${asked} requests`);
    assert.match(err, /Not an SPDX license expression/);
  });

  it('report --format evidence writes one file on all that is in use or saved, also without the network', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'gitee-scout-evidence-'));
    try {
      await mkdir(path.join(folder, '.gitee-scout/findings'), { recursive: true });
      await writeFile(path.join(folder, 'package.json'), '{"dependencies":{"dayjs":"^1","left-pad":"^1"}}');
      await writeFile(
        path.join(folder, '.gitee-scout/findings/sa-token.md'),
        '---\nversion: 2\nproject: sa-token\nname: Sa-Token\nstatus: adopted\nhomes:\n  - gitee:dromara/sa-token\nlicense: Apache-2.0\nsaved: 2026-01-01T00:00:00Z\n---\n',
      );
      await writeFile(path.join(folder, '.gitee-scout/policy.yaml'), 'denied: [MIT]\notherwise: allowed\n');
      const report = ['report', folder, '--format', 'evidence', '--outbound', 'proprietary'];

      const { code, out, err } = await run(...report);
      const asked = gitee.requests.length;
      const offline = await run(...report, '--offline');
      const wrong = await run('report', folder, '--format', 'evidence', '--outbound', 'nonsense');
      const unsaid = await run('report', folder, '--format', 'evidence', '--offline');
      await writeFile(path.join(folder, 'package.json'), '{"license":"EUPL-1.2","dependencies":{"dayjs":"^1"}}');
      const said = await run('report', folder, '--format', 'evidence', '--offline');

      assert.deepEqual([code, offline.code, wrong.code], [0, 0, 2]);
      assert.match(out, /^## Evidence: Day\.js$/m);
      assert.match(out, /^## Evidence: Sa-Token$/m);
      assert.match(out, /\| Day\.js \| package\.json \| not saved \| `MIT` \| fits-with-duties \| denied \|/);
      assert.match(out, /\| Sa-Token \| not in a manifest \| adopted \|/);
      assert.doesNotMatch(out, /left-pad/);
      assert.match(err, /Evidence on 2 projects: up to 20 requests/);
      assert.ok(asked > 2 && asked <= 20, `${asked} requests`);
      assert.equal(gitee.requests.length, asked);
      assert.match(offline.out, /^## Evidence: Sa-Token$/m);
      assert.doesNotMatch(unsaid.out, /Your work: /);
      assert.match(said.out, /Your work: `EUPL-1\.2` \(package\.json\)/);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('readme prefers the English version that the project has', async () => {
    const { code, out, err } = await run('readme', 'iamkun/dayjs');

    assert.equal(code, 0);
    assert.match(err, /the project's own version/);
    assert.doesNotMatch(out, /\p{Script=Han}{12}/u);
  });

  it('says how many requests are left when asked to tell more, and unasked when they run short', async () => {
    const quiet = await run('show', 'iamkun/dayjs');
    const verbose = await run('show', 'dromara/warm-flow', '--verbose');
    for (let index = 0; index < 45; index += 1) await fetch(`${gitee.apiUrl}/licenses`);
    const short = await run('show', 'noear/solon', '--json');

    assert.doesNotMatch(quiet.err, /requests left/);
    assert.match(verbose.err, /^Gitee: \d+ of 60 requests left, full again at \d\d:\d\d$/m);
    assert.match(short.err, /^Gitee: \d of 60 requests left, full again at \d\d:\d\d$/m);
    JSON.parse(short.out);
  });

  it('keeps the token out of every address', async () => {
    await runCli(['show', 'iamkun/dayjs'], {
      environment: { GITEE_SCOUT_BASE_URL: gitee.apiUrl, GITEE_TOKEN: 'secret-of-mine' },
    });

    assert.ok(gitee.requests.length > 0);
    assert.ok(gitee.requests.every(({ url }) => !url.includes('secret-of-mine')));
    assert.ok(gitee.requests.some(({ headers }) => headers.authorization?.includes('secret-of-mine')));
  });

  it('ends with 2 when there is no such project, with 3 when nobody answers', async () => {
    const missing = await run('show', 'no-such/project');
    const offline = await runCli(['readme', 'iamkun/dayjs', '--offline']);
    const closed = await runCli(['readme', 'iamkun/dayjs'], {
      environment: { GITEE_SCOUT_BASE_URL: 'http://127.0.0.1:9/api/v5' },
    });

    assert.deepEqual([missing.code, offline.code, closed.code], [2, 3, 3]);
    for (const { err, out } of [missing, offline, closed]) {
      assert.equal(out, '');
      assert.equal(err.trim().split('\n').length, 1, err);
    }
  });

  it('shows what the catalog knows when Gitee does not answer, and what is missing', async () => {
    const { code, out } = await runCli(['show', 'dayjs', '--offline', '--json']);

    const page = JSON.parse(out);
    assert.equal(code, 0);
    assert.equal(page.facts.kind, 'found');
    assert.equal(page.repository.kind, 'missing');
    assert.match(page.repository.message, /offline/i);
  });

  it('sends a package name nowhere', async () => {
    await run('suggest', 'pkg:npm/moment');
    await run('scan', import.meta.dirname);

    assert.deepEqual(gitee.requests, []);
  });
});
