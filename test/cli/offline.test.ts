import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCli } from './run-cli.ts';

describe('command line without a network', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gitee-scout-workspace-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  const write = async (file: string, text: string | Uint8Array) => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  };

  it('scan gives every dependency with offsets that cut out its name and requirement', async () => {
    const text = '\uFEFF{\r\n  "dependencies": { "moment": "^2.30.1", "日期": "1" }\r\n}\r\n';
    await write('apps/web/package.json', text);
    await write('apps/web/node_modules/hidden/package.json', '{ "dependencies": { "moment": "1" } }');

    const { code, out } = await runCli(['scan', folder, '--json']);

    const { version, manifests } = JSON.parse(out);
    assert.equal(code, 0);
    assert.equal(version, 1);
    assert.deepEqual(
      manifests.map(({ path: place, type, ecosystem }: Record<string, unknown>) => ({ place, type, ecosystem })),
      [{ place: 'apps/web/package.json', type: 'package.json', ecosystem: 'npm' }],
    );
    const [moment] = manifests[0].dependencies;
    assert.equal(text.slice(...(moment.nameRange as [number, number])), 'moment');
    assert.equal(text.slice(...(moment.requirementRange as [number, number])), '^2.30.1');
    assert.equal(moment.purl, 'pkg:npm/moment');
    assert.ok(moment.suggestions.some(({ project }: { project: string }) => project === 'dayjs'));
  });

  it('scan names a file that is larger than it reads, and reads the others', async () => {
    await write('large/package.json', `{ "dependencies": { "moment": "${'1'.repeat(6 * 1024 * 1024)}" } }`);
    await write('large/sub/package.json', '{ "dependencies": { "axios": "1" } }');

    const { code, out, err } = await runCli(['scan', path.join(folder, 'large'), '--json']);

    assert.equal(code, 0);
    assert.match(err, /package\.json is not readable or larger than 5 MB/);
    assert.deepEqual(
      JSON.parse(out).manifests.map((manifest: { path: string }) => manifest.path),
      ['sub/package.json'],
    );
  });

  it('scan reads what requirements take in, whatever its name, inside the folder', async () => {
    await write('taken/requirements.txt', '-r deps/base.list\n-r ../broken/package.json\nrequests\n');
    await write('taken/deps/base.list', '-c ../requirements.txt\nflask==3.0\n');

    const { code, out } = await runCli(['scan', path.join(folder, 'taken'), '--json']);

    assert.equal(code, 0);
    assert.deepEqual(
      JSON.parse(out).manifests.map(
        ({ path: place, dependencies }: { path: string; dependencies: { name: string }[] }) => [
          place,
          dependencies.map(({ name }) => name),
        ],
      ),
      [
        ['requirements.txt', ['requests']],
        ['deps/base.list', ['flask']],
      ],
    );
  });

  it('scan reads what can be read of a broken manifest and says what could not', async () => {
    await write('broken/package.json', '{ "dependencies": { "__proto__": "1", "moment": "2", "half');

    const { code, out } = await runCli(['scan', path.join(folder, 'broken', 'package.json'), '--json']);

    const [manifest] = JSON.parse(out).manifests;
    assert.equal(code, 0);
    assert.equal(manifest.path, 'package.json');
    assert.ok(manifest.dependencies.some(({ name }: { name: string }) => name === '__proto__'));
    assert.ok(manifest.problems.length > 0);
  });

  for (const format of ['markdown', 'sarif', 'cyclonedx'] as const) {
    it(`scan writes ${format}, the same bytes each time`, async () => {
      await write('report/package.json', '{ "dependencies": { "moment": "2" } }');
      const scan = () => runCli(['scan', path.join(folder, 'report'), '--format', format]);

      const [first, second] = [await scan(), await scan()];

      assert.equal(first.code, 0);
      assert.match(first.out, /moment/);
      assert.equal(first.out, second.out);
      if (format !== 'markdown') assert.equal(typeof JSON.parse(first.out), 'object');
    });
  }

  it('suggest tells Chinese packages, others and unknown ones apart', async () => {
    const { code, out } = await runCli([
      'suggest',
      'pkg:npm/dayjs',
      'pkg:npm/moment@2.30.1',
      'pkg:npm/no-such-package-at-all',
      '--json',
    ]);

    const answers = JSON.parse(out);
    assert.equal(code, 0);
    assert.deepEqual(
      answers.map(({ origin }: { origin: string }) => origin),
      ['chinese', 'other', 'unknown'],
    );
    assert.deepEqual(
      answers.map(({ suggestions }: { suggestions: unknown[] }) => suggestions.length > 0),
      [true, true, false],
    );
    assert.equal(answers[0].suggestions[0].relation, 'same-project');
    assert.match(answers[0].suggestions[0].verified, /^\d{4}-\d\d-\d\d$/);
  });

  it('suggest and scan name the publisher of a package that has no project', async () => {
    await write('published/go.mod', 'module x\n\nrequire github.com/bytedance/no-such-module v1.0.0\n');

    const suggested = await runCli(['suggest', 'pkg:golang/github.com/bytedance/no-such-module']);
    const scanned = await runCli(['scan', path.join(folder, 'published'), '--json']);

    assert.match(suggested.out, /\n {2}Published by ByteDance \(China\)\. https:\/\/github\.com\/bytedance/);
    const [dependency] = JSON.parse(scanned.out).manifests[0].dependencies;
    assert.equal(dependency.publisher.id, 'bytedance');
    assert.deepEqual(dependency.suggestions, []);
  });

  it('search has the catalog at once and says who was not asked', async () => {
    const { code, out } = await runCli(['search', 'date', 'library', '--offline', '--json']);

    const { expanded, hits, sources } = JSON.parse(out);
    assert.equal(code, 0);
    assert.deepEqual(expanded, ['日期处理']);
    assert.ok(hits.some(({ name, source }: Record<string, unknown>) => name === 'Day.js' && source === 'catalog'));
    assert.ok(
      sources.every(({ source, status }: Record<string, unknown>) => source === 'catalog' || status === 'skipped'),
    );
  });

  it('license check refuses what is no license and never calls an unknown one fitting', async () => {
    const wrong = await runCli(['license', 'check', '--inbound', 'no such license', '--outbound', 'MIT']);
    const unknown = await runCli(['license', 'check', '--inbound', 'NOASSERTION', '--outbound', 'MIT', '--json']);
    const strong = await runCli([
      'license',
      'check',
      '--inbound',
      'GPL-3.0-only',
      '--outbound',
      'proprietary',
      '--json',
    ]);

    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /Not an SPDX license expression/);
    assert.ok(!['fits', 'fits-with-duties'].includes(JSON.parse(unknown.out).verdict));
    assert.equal(JSON.parse(strong.out).verdict, 'conflict');
  });

  it('license compare tells which of two licenses fits better, and what changes', async () => {
    const given = ['license', 'compare', '--current', 'GPL-3.0-only', '--outbound', 'proprietary'];

    const compared = await runCli([...given, '--candidate', 'MulanPSL-2.0', '--json']);
    const told = await runCli([...given, '--candidate', 'MulanPSL-2.0']);
    const wrong = await runCli([...given, '--candidate', 'no such license']);

    const { better, current, differences } = JSON.parse(compared.out);
    assert.equal(compared.code, 0);
    assert.equal(better, 'candidate');
    assert.equal(current.verdict, 'conflict');
    assert.ok(differences.length > 0);
    assert.match(told.out, /^Fits better: MulanPSL-2\.0$/m);
    assert.equal(wrong.code, 2);
  });

  it('license identify says of what is no text that no license is known, and reads UTF-16, GBK and pages', async () => {
    const { default: texts } = await import('spdx-license-list/full.js');
    const mit = texts.MIT?.licenseText ?? '';
    const escaped = mit.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    // 禁止商用 in GBK.
    const forbidden = Buffer.from([0xbd, 0xfb, 0xd6, 0xb9, 0xc9, 0xcc, 0xd3, 0xc3]);
    const inputs: readonly (readonly [name: string, bytes: Buffer, expected: RegExp])[] = [
      ['empty', Buffer.alloc(0), /^NOASSERTION$/],
      ['binary', Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 256)), /^NOASSERTION$/],
      [
        'five-megabytes',
        Buffer.from(`${mit}\n${'a sentence that nobody knows. '.repeat(180_000)}`),
        /LicenseRef-additional-terms$/,
      ],
      ['utf16', Buffer.from(`\ufeff${mit}`, 'utf16le'), /^MIT$/],
      ['gbk', Buffer.concat([Buffer.from(mit), forbidden]), /^MIT AND LicenseRef-additional-terms$/],
      ['page', Buffer.from(`<html><body><h1>License</h1><pre>${escaped}</pre></body></html>`), /^MIT$/],
    ];
    for (const [name, bytes] of inputs) await write(name, bytes);

    const { code, out } = await runCli([
      'license',
      'identify',
      '--json',
      ...inputs.map(([name]) => path.join(folder, name)),
    ]);

    const answers = JSON.parse(out);
    assert.equal(code, 0);
    for (const [index, [name, , expected]] of inputs.entries()) assert.match(answers[index].expression, expected, name);
  });

  it('license identify tells a plain license from one with a condition added', async () => {
    const { default: texts } = await import('spdx-license-list/full.js');
    const mit = texts.MIT?.licenseText ?? '';
    await write('LICENSE', mit);
    await write(
      'LICENSE-CHANGED',
      `${mit}\nThe software must not be used to offer a hosted service that competes with ours.\n`,
    );

    const { code, out } = await runCli([
      'license',
      'identify',
      path.join(folder, 'LICENSE'),
      path.join(folder, 'LICENSE-CHANGED'),
      '--json',
    ]);

    const [plain, changed] = JSON.parse(out);
    assert.equal(code, 0);
    assert.equal(plain.expression, 'MIT');
    assert.notEqual(changed.expression, 'MIT');
    assert.ok(changed.additions.length > 0);
  });

  it('ends with 2 and one clear line on wrong usage', async () => {
    for (const [parameters, sentence] of [
      [['scan', path.join(folder, 'nowhere')], /no such file or folder/],
      [['suggest', 'moment'], /Not a package URL: moment/],
      [['show', 'not a project'], /Not a project/],
      [['search', 'x', '--limit', 'many'], /whole number/],
      [['search', 'x', '--base-url', 'nonsense'], /Not a URL/],
      [['translate', path.join(folder, 'nowhere.md')], /Cannot read/],
      [['scna'], /unknown command 'scna' \(Did you mean scan\?\)/],
      [['scan'], /missing required argument 'path'/],
    ] as const) {
      const { code, out, err } = await runCli(parameters);
      assert.equal(code, 2, parameters.join(' '));
      assert.equal(out, '');
      assert.match(err, sentence);
      assert.equal(err.trimEnd().split('\n').length, 1, err);
    }
  });

  it('report says that --json is not among its forms', async () => {
    const { code, out, err } = await runCli(['report', '.', '--json']);
    const { out: help } = await runCli(['report', '--help']);

    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /report writes documents: take --format sarif or cyclonedx/);
    assert.doesNotMatch(help, /--json/);
  });

  it('says which variables an engine needs', async () => {
    await write('README.md', '# 标题\n');

    const { code, err } = await runCli(['translate', path.join(folder, 'README.md')]);

    assert.equal(code, 2);
    assert.match(err, /GITEE_SCOUT_LIBRETRANSLATE_URL/);
  });
});
