import assert from 'node:assert/strict';
import { CatalogError, openCatalog } from '../../../src/core/catalog/index.ts';
import { capability, catalog, packages, project } from './sample.ts';

describe('catalog', () => {
  it('finds the project that publishes a package', () => {
    const known = catalog({ projects: [project('clock'), project('bell')] });

    const found = known.byPurl('pkg:npm/bell@1.2.3');

    assert.equal(found?.id, 'bell');
  });

  it('finds a project by the family of its packages, the longest beginning first', () => {
    const known = catalog({
      projects: [
        project('wide', { families: ['pkg:npm/%40clock/'] }),
        project('exact', { families: ['pkg:npm/%40clock/bell-'] }),
      ],
    });

    const found = ['pkg:npm/%40clock/hand', 'pkg:npm/%40clock/bell-tower', 'pkg:npm/%40clocks/x'].map(
      purl => known.byPurl(purl)?.id,
    );

    assert.deepEqual(found, ['wide', 'exact', undefined]);
  });

  it('spells the beginning of a family as the registry spells its names', () => {
    const known = catalog({
      projects: [
        project('clock', {
          families: ['pkg:docker/clock/', 'pkg:nuget/Clock.Tower', 'pkg:pypi/clock_', 'pkg:pypi/clocktowersdk'],
        }),
      ],
    });

    const found = [
      'pkg:docker/clock/hand',
      'pkg:docker/library/clock',
      'pkg:docker/clocks/hand',
      'pkg:nuget/clock.towers',
      'pkg:nuget/clock.town',
      'pkg:pypi/clock-hand',
      'pkg:pypi/clockhand',
      'pkg:pypi/clocktowersdkbell',
      'pkg:pypi/clocktower-sdk-bell',
    ].map(purl => known.byPurl(purl)?.id === 'clock');

    assert.deepEqual(found, [true, false, false, true, false, true, false, true, false]);
  });

  it('keeps a package that is mapped by name out of a family', () => {
    const known = catalog({
      projects: [project('clock', { families: ['pkg:npm/clock-'] })],
      packages: packages('npm', { 'clock-of-others': ['dates'] }),
      capabilities: [capability('dates')],
    });

    const found = known.byPurl('pkg:npm/clock-of-others');

    assert.equal(found, undefined);
  });

  it('finds the project in whose repository on GitHub a package lies, but for those that are mapped', () => {
    const known = catalog({
      projects: [project('clock', { homes: [{ host: 'github', path: 'Sample/Clock', kind: 'primary' }] })],
      packages: packages('golang', { 'github.com/sample/clock/hands': ['dates'] }),
      capabilities: [capability('dates')],
    });

    const found = [
      'pkg:github/sample/clock',
      'pkg:golang/github.com/sample/clock/v2',
      'pkg:swift/github.com/Sample/Clock',
      'pkg:golang/github.com/sample/clock/hands',
      'pkg:golang/example.org/sample/clock',
      'pkg:npm/sample/clock',
    ].map(purl => known.byPurl(purl)?.id);

    assert.deepEqual(found, ['clock', 'clock', 'clock', undefined, undefined, undefined]);
  });

  it('finds a project by any of its homes, whatever the letter case', () => {
    const moved = { host: 'gitee', path: 'old/Clock', kind: 'moved' } as const;
    const known = catalog({ projects: [project('clock', { homes: [moved] })] });

    const found = known.byHome('gitee', 'OLD/clock');

    assert.equal(found?.id, 'clock');
  });

  it('says what a package is for, by name before by beginning', () => {
    const known = catalog({ packages: packages('npm', { '@date/*': ['dates'], '@date/zone': ['zones'] }) });

    const found = ['pkg:npm/%40date/zone', 'pkg:npm/%40date/x', 'pkg:npm/date'].map(purl => known.capabilitiesOf(purl));

    assert.deepEqual(found, [['zones'], ['dates'], []]);
  });

  it('is silent about named packages and families, except those that are mapped', () => {
    const known = catalog({
      packages: packages('npm', { '@types/real': ['dates'] }),
      silent: new Map([['npm', new Set(['lint', '@types/*'])]]),
    });

    const silent = ['pkg:npm/lint', 'pkg:npm/%40types/node', 'pkg:npm/%40types/real', 'pkg:npm/moment'].map(purl =>
      known.isSilent(purl),
    );

    assert.deepEqual(silent, [true, true, false, false]);
  });

  it('lists those projects first of which a capability is the most characteristic', () => {
    const known = catalog({
      projects: [project('second', { capabilities: ['other', 'dates'] }), project('first')],
    });

    const found = known.withCapability('dates').map(({ id }) => id);

    assert.deepEqual(found, ['first', 'second']);
  });

  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    it(`knows nothing of a package named ${name}`, () => {
      const known = catalog({ projects: [project('clock')] });

      const found = [known.byPurl(`pkg:npm/${name}`), known.capabilitiesOf(`pkg:npm/${name}`), known.project(name)];

      assert.deepEqual(found, [undefined, [], undefined]);
    });
  }

  for (const [fact, text] of [
    ['is no JSON', '{"version":1'],
    ['has another version', '{"version":99}'],
    ['lacks its parts', '{"version":1}'],
    [
      'has a damaged project',
      '{"version":1,"capabilities":[],"projects":[{"id":1}],"sets":[],"packages":{},"silent":{},"edges":[]}',
    ],
  ] as const) {
    it(`refuses data that ${fact}`, () => {
      assert.throws(() => openCatalog(text), CatalogError);
    });
  }
});
