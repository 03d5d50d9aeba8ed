import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { outputs } from '../../src/cli/schemas.ts';
import { runCli } from './run-cli.ts';

const finding =
  '---\nversion: 2\nproject: dayjs\nname: Day.js\nstatus: adopted\nlicense: MIT\nsaved: 2026-01-01T00:00:00Z\n---\n\nUsed in the shop.\n';

describe('command line under a policy and a configuration', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gitee-scout-policy-'));
    await write('package.json', '{ "dependencies": { "antd": "^5", "moment": "^2" } }');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const write = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  };

  it('ends with 1 when something in use is denied, and still prints the whole scan', async () => {
    await write('.gitee-scout/policy.yaml', 'denied:\n  - MIT\notherwise: allowed\n');

    const { code, out, err } = await runCli(['scan', folder, '--json', '--fail-on', 'denied']);

    const { manifests, policy } = JSON.parse(out);
    assert.equal(code, 1);
    assert.equal(manifests.length, 1);
    assert.deepEqual(
      policy.map(({ decision, dependency }: Record<string, unknown>) => [decision, dependency]),
      [['denied', 'antd']],
    );
    assert.equal(err, 'gitee-scout: 1 against the policy.\n');
  });

  it('ends with 0 when the policy asks for a review and only what is denied counts', async () => {
    await write('.gitee-scout/policy.yaml', 'review: [MIT]\notherwise: allowed\n');

    const denied = await runCli(['scan', folder, '--fail-on', 'denied']);
    const review = await runCli(['scan', folder, '--fail-on', 'review']);

    assert.deepEqual([denied.code, review.code], [0, 1]);
    assert.match(denied.out, /^review: package\.json: antd: MIT is to be reviewed/m);
  });

  it('needs a policy to fail on, and a policy that can be read', async () => {
    const without = await runCli(['scan', folder, '--fail-on', 'denied']);
    await write('.gitee-scout/policy.yaml', 'denied:\n  - Not A License\n');
    const broken = await runCli(['scan', folder]);
    const absent = await runCli(['scan', folder, '--policy', 'nowhere.yaml']);

    assert.deepEqual([without.code, broken.code, absent.code], [2, 2, 2]);
    assert.match(without.err, /needs one/);
    assert.match(broken.err, /policy\.yaml:2: /);
    assert.match(absent.err, /nowhere\.yaml/);
  });

  it('leaves out what the configuration does not want', async () => {
    await write('old/package.json', '{ "dependencies": { "moment": "^1" } }');
    await write('.gitee-scout/config.yaml', 'version: 1\nignoredPackages: ["pkg:npm/moment"]\nexclude: ["old/**"]\n');

    const { out } = await runCli(['scan', folder, '--json']);

    const { manifests } = JSON.parse(out);
    assert.deepEqual(
      manifests.map((manifest: { path: string }) => manifest.path),
      ['package.json'],
    );
    const moment = manifests[0].dependencies.find(({ name }: { name: string }) => name === 'moment');
    assert.deepEqual(moment.suggestions, []);
  });

  it('suggests nothing for what everybody in the repository ignores', async () => {
    await write('.gitee-scout/ignore', '# ours\npkg:npm/moment # we know\n');

    const { out } = await runCli(['scan', folder, '--json']);

    const [manifest] = JSON.parse(out).manifests;
    const moment = manifest.dependencies.find(({ name }: { name: string }) => name === 'moment');
    assert.deepEqual(moment.suggestions, []);
  });

  const wrong: readonly (readonly [name: string, text: string, message: RegExp])[] = [
    ['a field that does not exist', 'version: 1\nignored: []\n', /config\.yaml:1: Unrecognized key.*ignored/],
    ['a newer version', 'version: 2\n', /config\.yaml:1: version: must be 1/],
    ['a path that leads outside', 'version: 1\nfindings: ["../../etc"]\n', /config\.yaml:2: findings\.0: .*inside/],
    ['broken YAML', 'version: [', /config\.yaml:1: No valid YAML/],
    ['nothing in it', '', /config\.yaml:1: /],
  ];
  for (const [name, text, message] of wrong) {
    it(`says where the configuration is wrong: ${name}`, async () => {
      await write('.gitee-scout/config.yaml', text);

      const { code, out, err } = await runCli(['scan', folder]);

      assert.deepEqual([code, out], [2, '']);
      assert.match(err, message);
    });
  }

  it('writes every form of a report, the same twice', async () => {
    await write('.gitee-scout/findings/dayjs.md', finding);
    await write('.gitee-scout/findings/broken.md', '---\n');
    for (const [format, start] of Object.entries({
      html: '<!doctype html>',
      markdown: '# Chinese open source',
      csv: '\uFEFFkind,',
      sarif: '{\n  "$schema"',
      cyclonedx: '{\n  "$schema"',
    })) {
      const one = await runCli(['report', folder, '--format', format]);
      const file = path.join(folder, `report.${format}`);
      const two = await runCli(['report', folder, '--format', format, '--output', file]);

      assert.deepEqual([one.code, two.code, two.out], [0, 0, '']);
      assert.ok(one.out.startsWith(start), one.out.slice(0, 100));
      assert.equal(await readFile(file, 'utf8'), one.out);
      assert.match(one.err, /broken\.md: The file does not start/);
      if (format !== 'sarif') assert.match(one.out, /Day\.js/);
    }
  });

  it('holds adopted findings against the policy too', async () => {
    await write('findings/dayjs.md', finding);
    await write('.gitee-scout/policy.yaml', 'denied: [MIT]\notherwise: allowed\n');

    const parameters = ['report', folder, '--of', 'findings', '--findings', path.join(folder, 'findings')];
    const { code, out } = await runCli([...parameters, '--fail-on', 'denied']);

    assert.equal(code, 1);
    assert.match(out, /denied \| Day\.js \| MIT/);
  });

  it('prints schemas that its own output fits, and lists them', async () => {
    const names = (await runCli(['schema'])).out.trim().split('\n');
    const printed = await Promise.all(names.map(name => runCli(['schema', name])));
    const scan = await runCli(['scan', folder, '--json']);
    const suggest = await runCli(['suggest', 'pkg:npm/moment', '--json']);
    const check = await runCli(['license', 'check', '--inbound', 'MIT', '--outbound', 'proprietary', '--json']);
    const identify = await runCli(['license', 'identify', path.join(folder, 'package.json'), '--json']);
    const search = await runCli(['search', 'workflow engine', '--offline', '--json']);

    assert.ok(['scan', 'config', 'finding', 'policy'].every(name => names.includes(name)));
    const ajv = new Ajv2020({ strict: false });
    const schema = (name: string) => JSON.parse(printed[names.indexOf(name)]?.out ?? '');
    const valid = { scan, suggest, search, 'license-check': check, 'license-identify': identify };
    for (const [name, { out }] of Object.entries(valid)) {
      assert.ok(ajv.validate(schema(name), JSON.parse(out)), `${name}: ${ajv.errorsText()}`);
    }
    assert.deepEqual(Object.keys(outputs).sort(), names.filter(name => name in outputs).sort());
    assert.equal((await runCli(['schema', 'nonsense'])).code, 2);
  });

  it('has colors only where somebody wants them, and none that a file brings', async () => {
    await write('package.json', '{ "dependencies": { "\\u001b[31mred": "1", "moment": "1" }, "half');
    const piped = await runCli(['scan', folder]);
    const forced = await runCli(['scan', folder], { environment: { FORCE_COLOR: '1' } });
    const refused = await runCli(['scan', folder], { environment: { FORCE_COLOR: '1', NO_COLOR: '1' } });

    assert.equal(piped.out.includes('\u001b'), false);
    assert.ok(forced.out.includes('\u001b[32m    ->'));
    assert.equal(forced.out.includes('\u001b[31mred'), false);
    assert.equal(refused.out, piped.out);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `"p${index}": "1"`).join(',');
    await write('package.json', `{ "dependencies": { ${many} } }`);
    const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');
    const child = spawn('sh', ['-c', `"${process.execPath}" "${cli}" scan "${folder}" --json | head -n 1`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.on('data', chunk => {
      out += String(chunk);
    });
    child.stderr.on('data', chunk => {
      err += String(chunk);
    });
    await new Promise(resolve => child.once('close', resolve));

    assert.deepEqual([out, err], ['{\n', '']);
  });

  it('tells in its help what files, variables and exit codes mean', async () => {
    const { out } = await runCli(['--help']);

    for (const word of ['config.yaml', 'policy.yaml', 'GITEE_TOKEN', 'NO_COLOR', 'Exit codes', '--fail-on']) {
      assert.ok(out.includes(word), word);
    }
    assert.ok(out.split('\n').every(line => line.length <= 130));
  });
});
