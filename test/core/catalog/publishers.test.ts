import assert from 'node:assert/strict';
import { openCatalog, readOverlay } from '../../../src/core/catalog/index.ts';
import { capability, catalog, compiled, packages, project, publisher } from './sample.ts';

const house = publisher('house', {
  accounts: [
    { host: 'gitee', account: 'house-cn' },
    { host: 'github', account: 'House' },
  ],
  families: ['pkg:npm/%40house/', 'pkg:composer/house/'],
});
const published = new Map([['pypi', new Map([['bell', 'house']])]]);

describe('publishers of packages', () => {
  const table: readonly (readonly [purl: string, found: string | undefined])[] = [
    ['pkg:pypi/Bell@1.0', 'house'],
    ['pkg:conda/bell', 'house'],
    ['pkg:pypi/bells', undefined],
    ['pkg:npm/%40house/door', 'house'],
    ['pkg:npm/%40houses/door', undefined],
    ['pkg:composer/house/door', 'house'],
    ['pkg:golang/github.com/house/door/v2', 'house'],
    ['pkg:golang/github.com/houses/door', undefined],
    ['pkg:golang/gitee.com/house-cn/door', 'house'],
    ['pkg:github/house/action', 'house'],
    ['pkg:swift/github.com/House/Door', 'house'],
    ['pkg:maven/com.github.house/door', 'house'],
    ['pkg:maven/io.github.house.deep/door', 'house'],
    ['pkg:maven/io.gitee.house-cn/door', 'house'],
    ['pkg:docker/house/door', undefined],
    ['pkg:docker/house/door?repository_url=ghcr.io', 'house'],
    ['pkg:terraform/house/door', 'house'],
    ['pkg:maven/cn.example.deep/door', 'example.cn'],
    ['pkg:maven/cn.com.example/door', 'example.com.cn'],
    ['pkg:maven/cn.com/door', 'com.cn'],
    ['pkg:maven/cnx.example/door', undefined],
    ['pkg:maven/com.example.cn/door', undefined],
    ['pkg:maven/com.gitee.someone/door', 'someone'],
    ['pkg:maven/com.github.someone/door', undefined],
    ['pkg:golang/gitee.com/someone/door', 'someone'],
    ['pkg:golang/gitcode.com/someone/door', 'someone'],
    ['pkg:golang/atomgit.com/someone/door', 'someone'],
    ['pkg:golang/example.com.cn/door', 'example.com.cn'],
    ['pkg:npm/cn.example', undefined],
    ['not a package', undefined],
  ];

  for (const [purl, expected] of table) {
    it(`${expected === undefined ? 'knows none of' : `says ${expected} of`} ${purl}`, () => {
      const known = catalog({ publishers: [house], published });

      const found = known.publisherOf(purl);

      assert.equal(found?.id ?? found?.name, expected);
    });
  }

  it('links to the account on Gitee or AtomGit that the name of a package tells of', () => {
    const known = catalog({});

    const found = ['pkg:maven/io.gitee.someone/x', 'pkg:golang/gitcode.com/someone/x', 'pkg:maven/cn.someone/x'].map(
      purl => known.publisherOf(purl),
    );

    assert.deepEqual(
      found.map(each => [each?.known, each?.id, each?.gitee, each?.atomgit]),
      [
        ['account', null, 'someone', null],
        ['account', null, null, 'someone'],
        ['domain', null, null, null],
      ],
    );
  });

  it('knows no publisher beside a project, neither by its packages nor by its home', () => {
    const clock = project('clock', {
      purls: ['pkg:npm/%40house/clock'],
      homes: [{ host: 'gitee', path: 'house-cn/clock', kind: 'primary' }],
    });
    const known = catalog({ projects: [clock], publishers: [house] });

    const purls = ['pkg:npm/%40house/clock', 'pkg:golang/gitee.com/house-cn/clock'];

    assert.deepEqual(
      purls.map(purl => [known.byPurl(purl)?.id, known.publisherOf(purl)]),
      [
        ['clock', undefined],
        ['clock', undefined],
      ],
    );
  });

  it('knows no publisher of a package that is mapped or silent, by name or by beginning', () => {
    const known = catalog({
      publishers: [house],
      published,
      capabilities: [capability('dates')],
      packages: packages('npm', { '@house/mapped': ['dates'], '@house/all-*': ['dates'] }),
      silent: new Map([
        ['npm', new Set(['@house/lint', '@house/fmt-*'])],
        ['maven', new Set(['cn.example/plumbing'])],
      ]),
    });

    const found = ['mapped', 'all-parts', 'lint', 'fmt-x', 'door'].map(
      name => known.publisherOf(`pkg:npm/%40house/${name}`)?.id,
    );

    assert.deepEqual(found, [undefined, undefined, undefined, undefined, 'house']);
    assert.equal(known.publisherOf('pkg:maven/cn.example/plumbing'), undefined);
  });

  it('trusts the name of a package more than a beginning of names of others', () => {
    const known = catalog({ publishers: [house], published, silent: new Map([['pypi', new Set(['be*'])]]) });

    const found = ['pkg:pypi/bell', 'pkg:pypi/belt'].map(purl => known.publisherOf(purl)?.id);

    assert.deepEqual(found, ['house', undefined]);
  });

  it('takes publishers of a company, and denies those that it does not want named', async () => {
    const { overlay, problems } = await readOverlay([
      {
        path: 'own.yaml',
        text: `
publishers:
  - { id: own, name: { en: Own }, kind: company, accounts: [{ host: github, account: own }] }
published: { npm: { own: [own-door] } }
deny: [house]
`,
      },
    ]);
    const known = openCatalog(compiled({ publishers: [house], published }), overlay);

    const found = ['pkg:npm/own-door', 'pkg:github/own/x', 'pkg:pypi/bell'].map(purl => known.publisherOf(purl)?.id);

    assert.deepEqual(problems, []);
    assert.deepEqual(found, ['own', 'own', undefined]);
    assert.deepEqual(
      known.publishers().map(({ id }) => id),
      ['own'],
    );
  });
});
