import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHost } from '../../src/cli/host.ts';
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
