import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHost } from '../../src/cli/host.ts';
import { liesIn } from '../../src/cli/policies.ts';
import { pathBelow, portablePath } from '../../src/cli/portable-path.ts';
import { openTerminal } from '../../src/cli/terminal.ts';
import { runCli } from './run-cli.ts';

const { win32, posix } = path;

describe('paths of Windows', () => {
  for (const [folder, file, expected] of [
    ['C:\\work\\shop', 'C:\\work\\shop\\apps\\web\\package.json', 'apps/web/package.json'],
    ['c:\\work\\shop\\', 'C:\\Work\\shop\\pom.xml', 'pom.xml'],
    ['\\\\server\\share\\shop', '\\\\server\\share\\shop\\a b\\go.mod', 'a b/go.mod'],
    ['C:\\', 'C:\\package.json', 'package.json'],
  ] as const) {
    it(`${file} is written as ${expected}`, () => {
      assert.equal(portablePath(folder, file, win32), expected);
    });
  }

  it('are understood in the files of a repository on every system, whoever wrote them', () => {
    for (const written of ['docs/findings', 'docs\\findings']) {
      assert.equal(pathBelow('C:\\work\\shop', written, win32), 'C:\\work\\shop\\docs\\findings');
      assert.equal(pathBelow('/work/shop', written, posix), '/work/shop/docs/findings');
    }
  });

  for (const [folder, other, expected] of [
    ['C:\\work\\shop\\apps\\web', 'c:\\Work\\shop', true],
    ['C:\\work\\shop', 'C:\\work\\shop', true],
    ['C:\\work\\shopping', 'C:\\work\\shop', false],
    ['C:\\work\\..hidden\\a', 'C:\\work', true],
    ['C:\\work', 'C:\\work\\shop', false],
    ['D:\\work\\shop', 'C:\\work\\shop', false],
    ['\\\\server\\share\\shop\\apps', '\\\\SERVER\\share\\shop', true],
    ['\\\\server\\other\\shop', '\\\\server\\share', false],
  ] as const) {
    it(`a policy of ${other} ${expected ? 'holds' : 'does not hold'} for ${folder}`, () => {
      assert.equal(liesIn(folder, other, win32), expected);
    });
  }

  it('and line ends of Windows are understood in a configuration and a policy', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'gitee-scout-windows-'));
    const write = async (file: string, lines: readonly string[]) => {
      const target = path.join(folder, ...file.split('/'));
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, lines.join('\r\n'));
    };
    const antd = ['{', '  "dependencies": { "antd": "^5" }', '}'];
    try {
      for (const file of ['package.json', 'old/web/package.json', 'apps/[a]/package.json']) await write(file, antd);
      await write('.gitee-scout/config.yaml', [
        'version: 1',
        'exclude: ["old\\\\**", "apps/\\\\[a\\\\]/**"]',
        'policy: company\\policy.yaml',
        'findings: [company\\findings]',
        '',
      ]);
      await write('company/policy.yaml', ['denied:', '  - MIT', 'otherwise: allowed', '']);
      await write('company/findings/dayjs.md', [
        '---',
        'version: 2',
        'project: dayjs',
        'name: Day.js',
        'status: adopted',
        'license: MIT',
        'saved: 2026-01-01T00:00:00Z',
        '---',
        '',
        'Used.',
        '',
      ]);

      const scanned = await runCli(['scan', folder, '--json', '--fail-on', 'denied']);
      const reported = await runCli(['report', folder, '--of', 'findings']);
      await write('company/policy.yaml', ['denied:', '  - MIT', '  - Not A License', '']);
      const wrong = await runCli(['scan', folder]);

      const { manifests, policy } = JSON.parse(scanned.out);
      assert.equal(scanned.code, 1, scanned.err);
      assert.deepEqual(
        manifests.map((manifest: { path: string }) => manifest.path),
        ['package.json'],
      );
      assert.equal(policy.length, 1);
      assert.match(reported.out, /Day\.js/);
      assert.equal(wrong.code, 2);
      assert.match(wrong.err, /policy\.yaml:3: /);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('and files that its shell redirected are read: UTF-16 with a byte order mark', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'gitee-scout-utf16-'));
    const text = Buffer.from('\ufeffmomentum==1\r\njieba==0.42.1\r\n', 'utf16le');
    try {
      await writeFile(path.join(folder, 'requirements.txt'), text);
      const little = await runCli(['scan', folder, '--json']);
      await writeFile(path.join(folder, 'requirements.txt'), Buffer.from(text).swap16());
      const big = await runCli(['scan', folder, '--json']);

      const { manifests } = JSON.parse(little.out);
      assert.deepEqual(
        manifests[0].dependencies.map(({ name, nameRange }: { name: string; nameRange: number[] }) => [
          name,
          nameRange,
        ]),
        [
          ['momentum', [0, 8]],
          ['jieba', [13, 18]],
        ],
      );
      assert.equal(big.out, little.out);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  for (const [platform, environment, expected] of [
    ['win32', { LOCALAPPDATA: 'C:\\Users\\Ada\\AppData\\Local' }, 'C:\\Users\\Ada\\AppData\\Local\\gitee-scout'],
    ['win32', {}, 'C:\\Users\\Ada\\AppData\\Local\\gitee-scout'],
    ['win32', { XDG_CACHE_HOME: 'D:\\cache' }, 'D:\\cache\\gitee-scout'],
    ['darwin', {}, '/Users/ada/Library/Caches/gitee-scout'],
    ['linux', {}, '/Users/ada/.cache/gitee-scout'],
    ['linux', { XDG_CACHE_HOME: '/cache' }, '/cache/gitee-scout'],
  ] as const) {
    it(`answers are kept in ${expected} on ${platform} with ${JSON.stringify(environment)}`, () => {
      const homeFolder = platform === 'win32' ? 'C:\\Users\\Ada' : '/Users/ada';
      const assets = { catalog: async () => '', licenses: async () => '' };
      const terminal = openTerminal(process, environment, { platform, homeFolder });

      assert.equal(createHost(terminal, {}, assets).cacheFolder, expected);
    });
  }

  it('become relative addresses with forward slashes in SARIF, whatever the names hold', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'gitee-scout-paths-'));
    try {
      const names = ['a b', '中文', 'c#d', 'e%20f'];
      for (const name of names) {
        await mkdir(path.join(folder, 'apps', name), { recursive: true });
        await writeFile(path.join(folder, 'apps', name, 'package.json'), '{"dependencies":{"moment":"^2"}}');
      }

      const { out } = await runCli(['scan', folder, '--format', 'sarif']);

      const [{ results }] = JSON.parse(out).runs;
      const uris: Set<string> = new Set(
        results.flatMap(({ locations }: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
          locations.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri),
        ),
      );
      assert.equal(uris.size, names.length);
      for (const uri of uris) {
        assert.doesNotMatch(uri, /^[a-z]+:|^\/|\\/i);
        const { pathname, hash } = new URL(uri, 'file:///root/');
        assert.equal(hash, '');
        assert.ok(names.includes(decodeURIComponent(pathname).split('/')[3] ?? ''), uri);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
