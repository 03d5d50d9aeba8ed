import assert from 'node:assert/strict';
import { latestVersion } from '../../src/surfaces/latest-version.ts';
import { questionsFor } from '../../src/surfaces/package-managers.ts';

/** What package managers print, as they did when asked. */
const answers: readonly (readonly [ecosystem: string, name: string, answer: string, version: string | undefined])[] = [
  ['npm', 'dayjs', '"1.11.13"\n', '1.11.13'],
  ['npm', '@antv/g2', '[\n  "2.0.0-beta.1"\n]', '2.0.0-beta.1'],
  ['npm', 'dayjs', '', undefined],
  ['npm', 'dayjs', 'npm error code E404', undefined],
  ['pypi', 'pyecharts', 'pyecharts (2.1.0)\nAvailable versions: 2.1.0, 2.0.9, 2.0.8\n', '2.1.0'],
  ['cargo', 'salvo', 'salvo #http #async\nSalvo is a framework.\nversion: 1.1.0\nlicense: Apache-2.0\n', '1.1.0'],
  ['golang', 'github.com/gogf/gf/v2', 'v2.9.0\n', 'v2.9.0'],
  [
    'maven',
    'cn.hutool/hutool-core',
    '[INFO]   cn.hutool:hutool-core ................................ 0.0.0 -> 5.8.44\n[INFO] BUILD SUCCESS\n',
    '5.8.44',
  ],
  [
    'nuget',
    'FreeSql',
    '{"searchResult":[{"packages":[{"id":"FreeSql","version":"3.4.0"},{"id":"FreeSql","version":"3.5.0"}]}]}',
    '3.5.0',
  ],
];

/** Names that would be options, commands, other files or other markup. */
const hostile = [
  '--registry',
  '-e',
  'a & b',
  'a;b',
  '$(a)',
  'a/../../b',
  '',
  'a"b',
  'a<b',
  'a\nb',
  '`a`',
  '@/x',
  '../x',
];

describe('the latest version of a package', () => {
  for (const [ecosystem, name, answer, version] of answers) {
    it(`is read from what the package manager of ${ecosystem} says: ${JSON.stringify(answer.slice(0, 40))}`, () => {
      assert.equal(questionsFor(ecosystem, name)[0]?.read(answer), version);
    });
  }

  it('comes with the license where cargo says it, and with the day where go says it', () => {
    const [cargo] = questionsFor('cargo', 'salvo');
    const [go] = questionsFor('golang', 'github.com/gin-gonic/gin');

    assert.equal(cargo?.license?.('salvo\nversion: 1.1.0\nlicense: MIT OR Apache-2.0\n'), 'MIT OR Apache-2.0');
    assert.equal(cargo?.license?.('version: 1.1.0\n'), undefined);
    assert.equal(go?.read('v1.12.0\n2026-02-28'), 'v1.12.0');
    assert.equal(go?.releasedAt?.('v1.12.0\n2026-02-28'), '2026-02-28');
    assert.equal(go?.releasedAt?.('v1.12.0\n'), undefined);
  });

  for (const ecosystem of ['npm', 'pypi', 'cargo', 'golang', 'nuget', 'maven']) {
    it(`is not asked for in ${ecosystem} with a name that is none`, () => {
      assert.deepEqual(
        hostile.filter(name => questionsFor(ecosystem, name).length > 0),
        [],
      );
    });
  }

  for (const purl of ['pkg:npm/a%20%26%20b', 'pkg:npm/--registry', 'pkg:npm/%', 'pkg:npm/a/../../b', 'moment']) {
    it(`is not asked for with the package URL ${purl}`, async () => {
      assert.equal(await latestVersion(purl, undefined), undefined);
    });
  }

  it('is not asked for where there is no package manager that says it', async () => {
    assert.equal(await latestVersion('pkg:conan/zlib', undefined), undefined);
  });
});
