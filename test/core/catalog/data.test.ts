import assert from 'node:assert/strict';
import path from 'node:path';
import { type CatalogFolder, type PublisherRecord, readCatalogFolder } from '../../../src/core/catalog/folder.ts';
import type { Evidence } from '../../../src/core/model.ts';
import { problemsOf } from '../../catalog/problems.ts';
import { capability, packages, project, publisher } from './sample.ts';

const evidence = [
  { facts: ['steward', 'accounts', 'families'], source: 'https://example.org/', date: '2026-11-24' },
] as const satisfies readonly Evidence[];
/** A folder with these publishers in files of their own. */
const publishing = (...publishers: readonly Partial<PublisherRecord>[]): Partial<CatalogFolder> => ({
  publishers: publishers.map(facts => ({ evidence, ...publisher('house'), ...facts })),
  publisherFiles: publishers.map(({ id = 'house' }) => id),
});
const naming = (...names: readonly (readonly [name: string, publisher: string])[]) => ({
  ...publishing({}),
  publishedNames: names.map(([name, by]) => ({ ecosystem: 'npm', name, publisher: by })),
});

const today = '2026-11-25';
const sound: CatalogFolder = {
  files: ['clock'],
  projects: [project('clock')],
  publisherFiles: [],
  publishers: [],
  publishedNames: [],
  published: new Map(),
  capabilities: [capability('dates')],
  packages: packages('npm', { moment: ['dates'] }),
  silent: new Map([['npm', new Set(['lint'])]]),
  edges: [
    { from: 'pkg:npm/moment', to: 'clock', relation: 'equivalent', claim: 'It says so', source: 'https://a.org/' },
  ],
  oneSided: new Set(),
  verifications: [],
  differences: new Map(),
};

const record = { facts: ['homes'], source: 'https://gitee.com/sample/clock', date: '2026-11-24' } as const;
const seen = (...evidence: readonly Evidence[]) => ({ projects: [project('clock', { evidence })] });
const differing = {
  subject: 'pkg:npm/clock',
  date: '2026-11-24',
  result: 'differs',
  detail: 'license GPL-3.0',
} as const;

describe('data of the catalog', () => {
  let folder: CatalogFolder;

  before(async function () {
    // Hundreds of files: slow on a busy machine.
    this.timeout(120_000);
    folder = await readCatalogFolder(path.join(import.meta.dirname, '../../../src/core/catalog/data'));
  });

  it('keeps to the policy', () => {
    assert.deepEqual(problemsOf(folder), []);
  });

  it('is large enough to matter', () => {
    const mapped = [...folder.packages.values()].reduce((sum, names) => sum + names.size, 0);

    assert.ok(folder.projects.length >= 720);
    assert.ok(folder.capabilities.length >= 240);
    assert.ok(mapped >= 6_000);
  });

  const mirror = { host: 'gitee', path: 'mirrors/clock', kind: 'dual' } as const;
  const table: readonly (readonly [fact: string, change: Partial<CatalogFolder>, problem: RegExp])[] = [
    ['a file that is not named by its id', { files: ['watch'] }, /not the name of the file/],
    [
      'a package of two projects',
      { projects: [project('clock'), project('bell', { purls: ['pkg:npm/clock'] })], files: ['clock', 'bell'] },
      /belongs to clock already/,
    ],
    [
      'a package that is ours and of others',
      { packages: packages('npm', { clock: ['dates'], moment: ['dates'] }) },
      /mapped/,
    ],
    [
      'an unknown capability',
      { packages: packages('npm', { moment: ['dates', 'dread'] }) },
      /unknown capability "dread"/,
    ],
    ['a capability without a project', { projects: [], files: [], edges: [] }, /no project has/],
    ['a capability without a package', { packages: new Map() }, /no package has/],
    ['a license that is none', { projects: [project('clock', { license: 'Apache 2' })] }, /no SPDX expression/],
    ['an own license without a note', { projects: [project('clock', { license: 'LicenseRef-X' })] }, /licenseNote/],
    [
      "Gitee's mirror account called the project's own",
      { projects: [project('clock', { homes: [mirror] })] },
      /community-mirror/,
    ],
    ['a project without evidence', { projects: [project('clock', { evidence: [] })] }, /has no evidence/],
    [
      'a source that must not be used',
      {
        projects: [
          project('clock', {
            evidence: [
              { facts: ['homes'], source: 'https://github.com/521xueweihan/HelloGitHub/x', date: '2026-11-24' },
            ],
          }),
        ],
      },
      /must not be used/,
    ],
    [
      'a project that suggests itself',
      { edges: [{ from: 'pkg:npm/clock', to: 'clock', relation: 'equivalent', claim: 'x', source: 'https://a.org/' }] },
      /for itself/,
    ],
    [
      'an edge without a source',
      { edges: [{ from: 'pkg:npm/moment', to: 'clock', relation: 'equivalent', claim: 'x' }] },
      /no source/,
    ],
    [
      'an edge to nowhere',
      { edges: [{ from: 'pkg:npm/moment', to: 'x', relation: 'deny', claim: 'x' }] },
      /no project "x"/,
    ],
    ['names out of order', { silent: new Map([['npm', new Set(['lint', 'fmt'])]]) }, /not in order/],
    [
      'packages of a project out of order',
      { projects: [project('clock', { purls: ['pkg:npm/b', 'pkg:npm/a'] })] },
      /order/,
    ],
    [
      'edges out of order',
      {
        projects: [project('bell'), project('clock')],
        files: ['bell', 'clock'],
        edges: ['clock', 'bell'].map(to => ({ from: 'pkg:npm/moment', to, relation: 'deny' as const, claim: 'x' })),
      },
      /edges.yaml: "bell" is not in order/,
    ],
    [
      'a package of others among the own of a project',
      {
        projects: [project('clock', { families: ['pkg:npm/mom-'] })],
        packages: packages('npm', { 'mom-ent': ['dates'], moment: ['dates'] }),
      },
      /all its own/,
    ],
    [
      'a license that nobody knows, without a note',
      { projects: [project('clock', { license: 'NOASSERTION' })] },
      /licenseNote/,
    ],
    ['evidence of the future', seen({ ...record, date: '2026-11-26' }), /in the future/],
    [
      'a file without a commit',
      seen(record, { ...record, source: 'https://github.com/a/b/blob/main/LICENSE' }),
      /no commit/,
    ],
    [
      "another project's home as evidence",
      seen({ ...record, source: 'https://gitee.com/sample/bell' }),
      /none of its homes/,
    ],
    ['a source that stands twice', seen(record, record), /names a source twice/],
    ['a fact that stands twice', seen({ ...record, facts: ['homes', 'homes'] }), /twice for one fact/],
    ['a home on Gitee that nothing shows', seen({ ...record, facts: ['purls'] }), /nothing shows its home/],
    [
      'a forbidden list as the source of an edge',
      {
        edges: [
          {
            from: 'pkg:npm/moment',
            to: 'clock',
            relation: 'equivalent',
            claim: 'x',
            source: 'https://github.com/GrowingGit/GitHub-Chinese-Top-Charts',
          },
        ],
      },
      /must not be used/,
    ],
    ['a difference that nobody explains', { verifications: [differing] }, /does not say why/],
    ['an explanation of nothing', { differences: new Map([['pkg:npm/clock', 'x']]) }, /does not differ/],
    [
      'an answer about a package that nobody has',
      { verifications: [{ ...differing, subject: 'pkg:npm/bell', result: 'agrees' }] },
      /nothing has pkg:npm\/bell/,
    ],
    [
      'a home of two projects',
      {
        projects: [
          project('clock'),
          project('bell', { homes: [{ host: 'gitee', path: 'sample/clock', kind: 'primary' }] }),
        ],
        files: ['clock', 'bell'],
      },
      /belongs to clock already/,
    ],
    [
      'an edge that stands twice',
      { edges: [1, 2].map(() => ({ from: 'pkg:npm/moment', to: 'clock', relation: 'deny' as const, claim: 'x' })) },
      /stands twice/,
    ],
    [
      'a name put first for what that project does not do',
      { capabilities: [capability('dates', { named: ['clock', 'clock', 'bell'] })] },
      /names a project twice[\s\S]*names "bell", which does not have it/,
    ],
    ['a publisher whose file has another name', { ...publishing({}), publisherFiles: ['home'] }, /the id is "house"/],
    ['a publisher that nothing shows to be Chinese', publishing({ evidence: [] }), /nothing shows that it is Chinese/],
    [
      'families of a publisher that nothing shows to be its own',
      publishing({ families: ['pkg:npm/%40house/'], evidence: [{ ...evidence[0], facts: ['steward', 'accounts'] }] }),
      /families are its own/,
    ],
    [
      'evidence of a publisher that names no commit',
      publishing({ evidence: [{ ...evidence[0], source: 'https://github.com/a/b/blob/main/index.yml' }] }),
      /no commit/,
    ],
    [
      'an account of two publishers',
      publishing({}, { id: 'other', accounts: [{ host: 'github', account: 'House' }] }),
      /github House belongs to house already/,
    ],
    [
      'a family of two publishers',
      publishing({ families: ['pkg:npm/%40house/'] }, { id: 'other', accounts: [], families: ['pkg:npm/%40house/'] }),
      /belongs to house already/,
    ],
    [
      'a family of a project and of a publisher',
      {
        ...publishing({ families: ['pkg:npm/%40clock/'] }),
        projects: [project('clock', { families: ['pkg:npm/%40clock/'] })],
      },
      /belongs to clock already/,
    ],
    ['a publisher that publishes nothing', publishing({ accounts: [] }), /nothing is published by it/],
    [
      'a package of others in a family of a publisher',
      {
        ...publishing({ families: ['pkg:npm/mom-'] }),
        packages: packages('npm', { 'mom-ent': ['dates'], moment: ['dates'] }),
      },
      /house: npm mom-ent is mapped as of others/,
    ],
    [
      'a package of others below an account of a publisher',
      { ...publishing({}), packages: packages('golang', { 'github.com/house/x': ['dates'] }) },
      /house: golang github.com\/house\/x is mapped/,
    ],
    [
      'a package of others whose name speaks for a Chinese domain',
      { packages: packages('maven', { 'cn.house/x': ['dates'] }) },
      /house.cn: maven cn.house\/x is mapped/,
    ],
    ['a name of no known publisher', naming(['x', 'nobody']), /there is no publisher "nobody"/],
    ['a name of a publisher that a project has', naming(['clock', 'house']), /belongs to the project clock/],
    ['a name of a publisher that is mapped', naming(['moment', 'house']), /is also mapped/],
    ['a name of a publisher that is silent', naming(['lint', 'house']), /is also silent/],
    ['a name of a publisher that stands twice', naming(['x', 'house'], ['x', 'house']), /published by house already/],
    [
      'a name of a publisher in a family of another one',
      {
        ...naming(['other-x', 'house']),
        publishers: [
          ...(publishing({}).publishers ?? []),
          { evidence, ...publisher('other', { families: ['pkg:npm/other-'] }) },
        ],
        publisherFiles: ['house', 'other'],
      },
      /"other-x" lies in a family of other/,
    ],
    ['names of a publisher out of order', naming(['y', 'house'], ['x', 'house']), /"x" is not in order/],
    ['a silent package with capabilities', { silent: new Map([['npm', new Set(['moment'])]]) }, /as well/],
  ];

  it('is sound in the sample that the following break', () => {
    assert.deepEqual(problemsOf(sound, today), []);
  });

  for (const [fact, change, problem] of table) {
    it(`is not accepted with ${fact}`, () => {
      const problems = problemsOf({ ...sound, ...change }, today);

      assert.match(problems.join('\n'), problem);
    });
  }
});
