import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { runCli } from './run-cli.ts';

const antd = '{ "dependencies": { "antd": "^5" } }';
const reviewed = 'review: [MIT]\notherwise: allowed\n';
const denied = 'denied: [MIT]\notherwise: allowed\n';
const allowed = 'allowed: [MIT]\notherwise: allowed\n';

const Output = z.object({ policy: z.array(z.object({ manifest: z.string(), decision: z.string() })) });

describe('policies of several folders of a repository', () => {
  let repository: string;
  beforeEach(async () => {
    repository = await mkdtemp(path.join(tmpdir(), 'gitee-scout-policies-'));
    await mkdir(path.join(repository, '.git'));
    await write('apps/web/package.json', antd);
    await write('apps/mobile/package.json', antd);
  });
  afterEach(() => rm(repository, { recursive: true, force: true }));
  const write = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(repository, file)), { recursive: true });
    await writeFile(path.join(repository, file), text);
  };
  const policyOf = (folder: string) => path.posix.join(folder, '.gitee-scout/policy.yaml');
  /** Exit code and what each manifest's dependency is against; run in a folder of the repository. */
  const scan = async (place: string, ...parameters: readonly string[]) => {
    const { code, out, err } = await runCli(['scan', ...parameters, '--json', '--fail-on', 'denied'], {
      cwd: path.join(repository, place),
    });
    const { policy } = out === '' ? { policy: [] } : Output.parse(JSON.parse(out));
    return { code, err, against: Object.fromEntries(policy.map(({ manifest, decision }) => [manifest, decision])) };
  };

  it('hold each for what lies below it, and the strictest decides', async () => {
    await write(policyOf(''), reviewed);
    await write(policyOf('apps/web'), denied);

    const { code, against } = await scan('', '.');

    assert.equal(code, 1);
    assert.deepEqual(against, { 'apps/web/package.json': 'denied', 'apps/mobile/package.json': 'review' });
  });

  it('hold as well where the scan starts below them, as far up as the repository goes', async () => {
    await write(policyOf(''), denied);

    const below = await scan('apps/web', '.');
    const file = await scan('', 'apps/web/package.json');
    const both = await scan('', 'apps/web', 'apps/mobile');
    await rm(path.join(repository, '.git'), { recursive: true });
    const outside = await scan('apps/web', '.');

    assert.deepEqual([below.code, below.against], [1, { 'package.json': 'denied' }]);
    assert.deepEqual([file.code, file.against], [1, { 'package.json': 'denied' }]);
    assert.match(both.err, /^gitee-scout: 2 against the policy\.$/m);
    assert.equal(outside.code, 2);
    assert.match(outside.err, /needs one/);
  });

  it('loosen nothing that a folder above asks for', async () => {
    await write(policyOf(''), denied);
    await write(policyOf('apps/web'), allowed);

    const whole = await scan('', '.');
    const below = await scan('apps/web', '.');

    assert.equal(whole.against['apps/web/package.json'], 'denied');
    assert.equal(below.against['package.json'], 'denied');
  });

  it('say nothing of what lies beside them', async () => {
    await write(policyOf('apps/web'), denied);

    const { against } = await scan('', 'apps/web', 'apps/mobile');
    const mobile = await scan('', 'apps/mobile');

    assert.deepEqual(against, { 'package.json': 'denied' });
    assert.equal(mobile.code, 2);
  });

  it('give way to one that is named', async () => {
    await write(policyOf(''), denied);
    await write('strict/policy.yaml', reviewed);

    const { code, against } = await scan('apps/web', '.', '--policy', '../../strict/policy.yaml');

    assert.deepEqual([code, against], [0, { 'package.json': 'review' }]);
  });

  it('lie where the configuration above says', async () => {
    await write('.gitee-scout/config.yaml', 'version: 1\npolicy: company/rules.yaml\n');
    await write('company/rules.yaml', denied);

    assert.deepEqual((await scan('apps/web', '.')).against, { 'package.json': 'denied' });
  });

  it('are named when they cannot be followed, unless nothing lies below them', async () => {
    await write(policyOf(''), reviewed);
    await write(policyOf('apps/web'), 'denied: [Not A License]\n');

    const wrong = await scan('', '.');
    await write('.gitee-scout/config.yaml', 'version: 1\nexclude: ["apps/web/**"]\n');
    const excluded = await scan('', '.');

    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /apps\/web\/\.gitee-scout\/policy\.yaml:1: /);
    assert.deepEqual([excluded.code, excluded.against], [0, { 'apps/mobile/package.json': 'review' }]);
  });

  it('hold for a report of the same folder alike', async () => {
    await write(policyOf(''), reviewed);
    await write(policyOf('apps/web'), denied);

    const { code, out } = await runCli(['report', '.', '--of', 'workspace', '--fail-on', 'denied'], {
      cwd: repository,
    });

    assert.equal(code, 1);
    assert.match(out, /denied \| .*apps\/web\/package\.json/);
    assert.match(out, /review \| .*apps\/mobile\/package\.json/);
    assert.match(out, /apps\/web\/\.gitee-scout\/policy\.yaml/);
  });
});
