import assert from 'node:assert/strict';
import type { IndexedManifest } from '../../../src/surfaces/manifest-index.ts';
import {
  type Arrangement,
  childrenOf,
  filtered,
  pagesOf,
  type Row,
  rootsOf,
  rowsOfManifest,
  type TreeNode,
  unreadFiles,
} from '../../../src/surfaces/tree/nodes.ts';
import { dependency, manifest, publisher, suggestion } from '../samples.ts';

const tempo = suggestion({ project: 'tempo', name: 'Tempo' });
const echarts = suggestion({
  project: 'echarts',
  name: 'Apache ECharts',
  reasons: [{ kind: 'documented', claim: 'named', source: 'https://example.org' }],
  capabilities: ['charts'],
});
const web = manifest('web/package.json', [
  dependency('moment', { suggestions: [suggestion(), tempo] }),
  dependency('d3', { suggestions: [echarts] }),
  dependency('left-pad'),
]);
const api = manifest('api/package.json', [
  dependency('moment', { suggestions: [suggestion(), tempo] }),
  dependency('moment', { suggestions: [suggestion(), tempo], place: 'devDependencies' }),
]);

function rowsOf(manifests: readonly IndexedManifest[]): readonly Row[] {
  return manifests.flatMap(rowsOfManifest);
}

function shape(arrangement: Partial<Arrangement>): unknown {
  const full = { grouping: 'manifest', sorting: 'name', filter: '', ...arrangement } as const;
  const draw = (node: TreeNode): unknown => {
    const children = childrenOf(node, full.sorting).map(draw);
    return children.length > 0 ? [nameOf(node), children] : nameOf(node);
  };
  return rootsOf(filtered(rowsOf([web, api]), full.filter), full).map(draw);
}

function nameOf(node: TreeNode): string {
  switch (node.kind) {
    case 'manifest':
      return node.manifest.label;
    case 'capability':
      return node.capability;
    case 'project':
    case 'suggestion':
      return node.suggestion.name;
    case 'publisher':
      return node.publisher.name;
    case 'dependency':
      return node.dependency.name;
    case 'unread':
      return 'unread';
    case 'unread-file':
      return node.file.label;
    case 'more':
      return 'more';
  }
}

describe('the tree of suggestions', () => {
  it('has what is known by its publisher alone as a line without more below, and under its publisher', () => {
    const door = { chinese: true, publisher: publisher() };
    const rows = rowsOf([
      manifest('package.json', [dependency('moment', { suggestions: [suggestion()] }), dependency('door', door)]),
    ]);
    const draw = (grouping: Arrangement['grouping'], filter = '') =>
      rootsOf(filtered(rows, filter), { grouping, sorting: 'name', filter }).map(root => [
        nameOf(root),
        ...childrenOf(root, 'name').map(child => [nameOf(child), childrenOf(child, 'name').length]),
      ]);

    assert.deepEqual(draw('manifest'), [['package.json', ['door', 0], ['moment', 1]]]);
    assert.deepEqual(draw('project'), [
      ['Day.js', ['moment', 0]],
      ['House', ['door', 0]],
    ]);
    assert.deepEqual(draw('capability'), [
      ['date-time', ['moment', 1]],
      ['', ['door', 0]],
    ]);
    assert.deepEqual(draw('manifest', '房子'), [['package.json', ['door', 0]]]);
  });

  it('goes from manifest to dependency to suggestion, without what has nothing to say', () => {
    assert.deepEqual(shape({}), [
      ['api/package.json', [['moment', ['Day.js', 'Tempo']]]],
      [
        'web/package.json',
        [
          ['d3', ['Apache ECharts']],
          ['moment', ['Day.js', 'Tempo']],
        ],
      ],
    ]);
  });

  it('shows a long list in portions, each under the one before, and loses none', () => {
    const labels = Array.from({ length: 450 }, (_, at) => `part-${String(at).padStart(3, '0')}/package.json`);
    const rows = rowsOf(labels.map(label => manifest(label, [dependency('moment', { suggestions: [suggestion()] })])));
    const sizes: number[] = [];
    const shown: string[] = [];

    let portion = pagesOf(rootsOf(rows, { grouping: 'manifest', sorting: 'name', filter: '' }));
    for (;;) {
      sizes.push(portion.length);
      const more = portion.find(({ kind }) => kind === 'more');
      shown.push(...portion.filter(node => node !== more).map(nameOf));
      if (!more) break;
      portion = pagesOf(childrenOf(more, 'name'), more);
    }

    assert.deepEqual(sizes, [201, 201, 50]);
    assert.deepEqual(shown, labels);
  });

  it('puts the manifest of a folder before those of the folders in it', () => {
    const labels = ['a/b/package.json', 'a/package.json', 'package.json', 'b/package.json'];
    const rows = rowsOf(labels.map(label => manifest(label, [dependency('moment', { suggestions: [suggestion()] })])));

    const roots = rootsOf(rows, { grouping: 'manifest', sorting: 'name', filter: '' });

    assert.deepEqual(roots.map(nameOf), ['package.json', 'a/package.json', 'a/b/package.json', 'b/package.json']);
  });

  it('puts the most first when asked to', () => {
    assert.deepEqual(shape({ sorting: 'count' }), [
      [
        'web/package.json',
        [
          ['moment', ['Day.js', 'Tempo']],
          ['d3', ['Apache ECharts']],
        ],
      ],
      ['api/package.json', [['moment', ['Day.js', 'Tempo']]]],
    ]);
  });

  it('shows each package once under what it is for', () => {
    assert.deepEqual(shape({ grouping: 'capability' }), [
      ['charts', [['d3', ['Apache ECharts']]]],
      ['date-time', [['moment', ['Day.js', 'Tempo']]]],
    ]);
  });

  it('shows under a project every place where it is suggested', () => {
    assert.deepEqual(shape({ grouping: 'project' }), [
      ['Apache ECharts', ['d3']],
      ['Day.js', ['moment', 'moment']],
      ['Tempo', ['moment', 'moment']],
    ]);
  });

  for (const filter of ['TEMPO', 'tempo', ' tempo ']) {
    it(`is filtered by a part of a name: "${filter}"`, () => {
      assert.deepEqual(shape({ filter }), [
        ['api/package.json', [['moment', ['Tempo']]]],
        ['web/package.json', [['moment', ['Tempo']]]],
      ]);
    });
  }

  it('is filtered by path, dependency and capability as well', () => {
    assert.deepEqual(shape({ filter: 'web/' }), [shape({}), []].flat().slice(1));
    assert.deepEqual(shape({ filter: 'charts' }), [['web/package.json', [['d3', ['Apache ECharts']]]]]);
    assert.deepEqual(shape({ filter: 'nothing like this' }), []);
  });

  it('gives every node an id of its own', () => {
    for (const grouping of ['manifest', 'capability', 'project'] as const) {
      const ids: string[] = [];
      const collect = (node: TreeNode) => {
        ids.push(node.id);
        childrenOf(node, 'name').forEach(collect);
      };
      rootsOf(rowsOf([web, api]), { grouping, sorting: 'name', filter: '' }).forEach(collect);
      assert.equal(new Set(ids).size, ids.length, grouping);
    }
  });

  it('names manifests that were skipped or have problems, in their order', () => {
    const broken = { uri: web.uri, label: 'web/package.json', message: 'A comma is missing.' };
    const skipped = { uri: api.uri, label: 'api/package.json', message: '20.0 MB, larger than the limit' };

    const files = unreadFiles([broken], [skipped]);

    assert.deepEqual(files, [skipped, broken]);
    assert.deepEqual(unreadFiles([], []), []);
  });

  it('keeps a package named __proto__ apart like any other', () => {
    const odd = manifest('package.json', [dependency('__proto__', { suggestions: [suggestion()] })]);

    const rows = rowsOf([odd]);

    assert.equal(rows.length, 1);
    assert.equal(rootsOf(rows, { grouping: 'capability', sorting: 'name', filter: '' }).length, 1);
  });
});
