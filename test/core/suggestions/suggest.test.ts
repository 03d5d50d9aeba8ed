import assert from 'node:assert/strict';
import { suggest } from '../../../src/core/suggestions/index.ts';
import { capability, catalog, packages, project } from '../catalog/sample.ts';

const dates = capability('dates', { plural: 'date libraries' });
const moment = packages('npm', { moment: ['dates'] });
const ids = (suggestions: readonly { readonly project: string }[]) => suggestions.map(each => each.project);

describe('suggestions', () => {
  it('say that a package is itself of Chinese origin, with its home, and replace nothing', () => {
    const known = catalog({ projects: [project('clock'), project('bell')], capabilities: [dates] });

    const { origin, suggestions } = suggest('pkg:npm/clock', known);

    assert.equal(origin, 'chinese');
    assert.deepEqual(ids(suggestions), ['clock']);
    assert.equal(suggestions[0]?.relation, 'same-project');
    assert.equal(suggestions[0]?.homes.gitee, 'sample/clock');
    assert.match(suggestions[0]?.reason ?? '', /itself a Chinese open-source project, developed on Gitee/);
  });

  it('share a narrow capability and say so', () => {
    const known = catalog({ projects: [project('clock')], capabilities: [dates], packages: moment });

    const { origin, suggestions } = suggest('pkg:npm/moment', known);

    assert.equal(origin, 'other');
    assert.equal(suggestions[0]?.reason, 'Both are date libraries.');
    assert.deepEqual(suggestions[0]?.reasons, [{ kind: 'shared-capabilities', capabilities: ['dates'] }]);
    assert.equal(suggestions[0]?.effort, 'similar');
  });

  it('never come from a broad capability alone', () => {
    const broad = { ...dates, specificity: 'broad' } as const;
    const known = catalog({ projects: [project('clock')], capabilities: [broad], packages: moment });

    const { suggestions } = suggest('pkg:npm/moment', known);

    assert.deepEqual(suggestions, []);
  });

  it('never offer a library of another ecosystem', () => {
    const java = project('java-clock', { purls: ['pkg:maven/a/clock'] });
    const known = catalog({ projects: [java], capabilities: [dates], packages: moment });

    const { suggestions } = suggest('pkg:npm/moment', known);

    assert.deepEqual(suggestions, []);
  });

  it('offer a server whatever its language', () => {
    const server = project('clock-server', { purls: [], form: 'server' });
    const known = catalog({ projects: [server], capabilities: [dates], packages: moment });

    const { suggestions } = suggest('pkg:npm/moment', known);

    assert.deepEqual(ids(suggestions), ['clock-server']);
  });

  it('never offer a closed project', () => {
    const known = catalog({
      projects: [project('clock', { status: 'closed' })],
      capabilities: [dates],
      packages: moment,
    });

    const { suggestions } = suggest('pkg:npm/moment', known);

    assert.deepEqual(suggestions, []);
  });

  it('show a project that hardly changes only among the best two, unless a source names it', () => {
    const projects = ['a', 'b'].map(id => project(id));
    const quiet = ['c', 'd'].map(id => project(id, { status: 'quiet' }));
    const edges = [{ from: 'pkg:npm/moment', to: 'd', relation: 'equivalent', claim: 'd continues it' } as const];
    const shown = (some: Parameters<typeof catalog>[0]) =>
      ids(suggest('pkg:npm/moment', catalog({ capabilities: [dates], packages: moment, ...some })).suggestions);

    assert.deepEqual(shown({ projects: [...projects, ...quiet] }), ['a', 'b']);
    assert.deepEqual(shown({ projects: quiet }), ['c', 'd']);
    assert.deepEqual(shown({ projects: [...projects, ...quiet], edges }), ['d', 'a', 'b']);
  });

  it('are silent about silent packages', () => {
    const known = catalog({
      projects: [project('clock')],
      capabilities: [dates],
      packages: moment,
      silent: new Map([['npm', new Set(['moment'])]]),
    });

    const { suggestions } = suggest('pkg:npm/moment', known);

    assert.deepEqual(suggestions, []);
  });

  it('put what a source states first, with its effort and its words', () => {
    const known = catalog({
      projects: [project('alarm'), project('clock')],
      capabilities: [dates],
      packages: moment,
      edges: [
        {
          from: 'pkg:npm/moment',
          to: 'clock',
          relation: 'equivalent',
          effort: 'drop-in',
          claim: 'Clock documents the API of Moment.js',
          source: 'https://example.org/',
        },
      ],
    });

    const { suggestions } = suggest('pkg:npm/moment', known);

    assert.deepEqual(ids(suggestions), ['clock', 'alarm']);
    assert.equal(suggestions[0]?.effort, 'drop-in');
    assert.equal(suggestions[0]?.reason, 'Both are date libraries; Clock documents the API of Moment.js.');
  });

  it('leave out what is denied', () => {
    const known = catalog({
      projects: [project('clock')],
      capabilities: [dates],
      packages: moment,
      edges: [{ from: 'pkg:npm/moment', to: 'clock', relation: 'deny', claim: 'It only shares the word' }],
    });

    const { suggestions } = suggest('pkg:npm/moment', known);

    assert.deepEqual(suggestions, []);
  });

  it('show complements after equivalents and never twice', () => {
    const complement = { from: 'pkg:npm/moment', relation: 'complementary', claim: 'Goes with it' } as const;
    const known = catalog({
      projects: [project('add-on', { capabilities: ['plug-ins'] }), project('clock')],
      capabilities: [dates, capability('plug-ins')],
      packages: moment,
      edges: [{ ...complement, to: 'add-on' }],
    });

    const { suggestions } = suggest('pkg:npm/moment', known);

    assert.deepEqual(
      suggestions.map(({ project: id, relation }) => [id, relation]),
      [
        ['clock', 'equivalent'],
        ['add-on', 'complementary'],
      ],
    );
  });

  it('are at most five', () => {
    const projects = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(id => project(id));
    const known = catalog({ projects, capabilities: [dates], packages: moment });

    const { suggestions } = suggest('pkg:npm/moment', known);

    assert.equal(suggestions.length, 5);
  });

  for (const [fact, weaker] of [
    ['are quiet', { status: 'quiet' }],
    ['have no English documentation', { documentation: ['zh'] }],
    ['have a demanding license', { license: 'AGPL-3.0-only' }],
    ['have only a community mirror', { homes: [{ host: 'gitee', path: 'mirrors/a', kind: 'community-mirror' }] }],
    ['share the capability only besides', { capabilities: ['zones', 'dates'] }],
  ] as const) {
    it(`come later when they ${fact}`, () => {
      const projects = [project('a', weaker), project('b')];
      const known = catalog({ projects, capabilities: [dates, capability('zones')], packages: moment });

      const { suggestions } = suggest('pkg:npm/moment', known);

      assert.deepEqual(ids(suggestions), ['b', 'a']);
    });
  }

  it('put what a person of the field names first before what has a home on Gitee and more evidence', () => {
    const evidence = ['a', 'b', 'c', 'd', 'e'].map(
      page => ({ facts: ['name'], source: `https://example.org/${page}`, date: '2026-11-24' }) as const,
    );
    const projects = [
      project('at-home', { evidence }),
      project('famous', { homes: [{ host: 'github', path: 'sample/famous', kind: 'primary' }] }),
      project('known', { homes: [{ host: 'github', path: 'sample/known', kind: 'primary' }] }),
    ];
    const named = capability('dates', { named: ['famous', 'known'] });
    const known = catalog({ projects, capabilities: [named], packages: moment });

    const { suggestions } = suggest('pkg:npm/moment', known);

    assert.deepEqual(ids(suggestions), ['famous', 'known', 'at-home']);
  });

  it('do not say twice what two kinds in common say', () => {
    const both = packages('npm', { moment: ['react-dates', 'dates'] });
    const projects = [project('clock', { capabilities: ['react-dates', 'dates'] })];
    const kinds = [
      capability('react-dates', { plural: 'React date libraries' }),
      capability('dates', { plural: 'date libraries' }),
    ];
    const known = catalog({ projects, capabilities: kinds, packages: both });

    const { suggestions } = suggest('pkg:npm/moment', known);

    assert.equal(suggestions[0]?.reason, 'Both are React date libraries.');
    assert.deepEqual(suggestions[0]?.reasons, [{ kind: 'shared-capabilities', capabilities: ['react-dates'] }]);
  });

  it('put what the package is above all before any other thing in common', () => {
    const discovery = packages('npm', { eureka: ['registries', 'dates'] });
    const projects = [
      project('a-framework', { capabilities: ['dates'] }),
      project('registry', { capabilities: ['other', 'registries'], documentation: ['zh'] }),
    ];
    const known = catalog({
      projects,
      capabilities: [dates, capability('registries'), capability('other')],
      packages: discovery,
    });

    const { suggestions } = suggest('pkg:npm/eureka', known);

    assert.deepEqual(ids(suggestions), ['registry', 'a-framework']);
  });

  it('put a project that shares more before one that shares less', () => {
    const both = packages('npm', { moment: ['dates', 'zones'] });
    const projects = [project('a'), project('b', { capabilities: ['dates', 'zones'] })];
    const known = catalog({ projects, capabilities: [dates, capability('zones')], packages: both });

    const { suggestions } = suggest('pkg:npm/moment', known);

    assert.deepEqual(ids(suggestions), ['b', 'a']);
  });

  it('put a rare thing in common before a frequent one', () => {
    const both = packages('npm', { moment: ['clocks', 'zones', 'dates'] });
    const frequent = ['a', 'b', 'c', 'd', 'e'].map(id => project(id));
    const known = catalog({
      projects: [...frequent, project('rare', { capabilities: ['zones'] })],
      capabilities: [dates, capability('zones'), capability('clocks')],
      packages: both,
    });

    const { suggestions } = suggest('pkg:npm/moment', known);

    assert.equal(suggestions[0]?.project, 'rare');
  });

  it('never offer a library that is for another framework', () => {
    const tables = packages('npm', { 'react-table': ['dates'], tabulator: ['dates'] });
    const projects = [project('a-vue-grid', { needs: 'Vue 3' }), project('grid')];
    const known = catalog({ projects, capabilities: [dates], packages: tables });

    const forReact = suggest('pkg:npm/react-table', known).suggestions;
    const forNone = suggest('pkg:npm/tabulator', known).suggestions;

    assert.deepEqual(ids(forReact), ['grid']);
    assert.deepEqual(ids(forNone), ['grid']);
  });

  it('offer what asks for a framework to a package bound to none, where nothing else is there', () => {
    const tables = packages('npm', { tabulator: ['dates'] });
    const known = catalog({
      projects: [project('a-vue-grid', { needs: 'Vue 3' })],
      capabilities: [dates],
      packages: tables,
    });

    const { suggestions } = suggest('pkg:npm/tabulator', known);

    assert.deepEqual(ids(suggestions), ['a-vue-grid']);
  });

  it('keep what asks for a framework, where a source names the pair', () => {
    const tables = packages('npm', { tabulator: ['dates'] });
    const projects = [project('a-vue-grid', { needs: 'Vue 3' }), project('grid')];
    const edges = [
      {
        from: 'pkg:npm/tabulator',
        to: 'a-vue-grid',
        relation: 'equivalent',
        claim: 'It says so',
        source: 'https://a.org/',
      },
    ] as const;
    const known = catalog({ projects, capabilities: [dates], packages: tables, edges });

    const { suggestions } = suggest('pkg:npm/tabulator', known);

    assert.deepEqual(ids(suggestions), ['a-vue-grid', 'grid']);
  });

  it('put a template for the same framework first, and leave out one for another', () => {
    const admin = packages('npm', { 'react-admin': ['dates'] });
    const template = { form: 'application', purls: [] } as const;
    const projects = [
      project('a-vue-template', { ...template, needs: 'Vue 3' }),
      project('b-template', template),
      project('react-template', { ...template, needs: 'React and a component library', documentation: ['zh'] }),
    ];
    const known = catalog({ projects, capabilities: [dates], packages: admin });

    const { suggestions } = suggest('pkg:npm/react-admin', known);

    assert.deepEqual(ids(suggestions), ['react-template', 'b-template']);
  });

  it('do not count copyleft against a project when the workspace has it too', () => {
    const projects = [project('a', { license: 'GPL-3.0-only' }), project('b')];
    const known = catalog({ projects, capabilities: [dates], packages: moment });

    const { suggestions } = suggest('pkg:npm/moment', known, { license: 'GPL-3.0-or-later' });

    assert.deepEqual(ids(suggestions), ['a', 'b']);
  });

  for (const purl of ['pkg:npm/left-alone', 'nonsense', 'pkg:npm/__proto__', '']) {
    it(`know nothing of "${purl}"`, () => {
      const known = catalog({ projects: [project('clock')], capabilities: [dates], packages: moment });

      const found = suggest(purl, known);

      assert.deepEqual(found, { purl, origin: 'unknown', suggestions: [] });
    });
  }
});
