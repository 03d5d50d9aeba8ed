import assert from 'node:assert/strict';
import type { IndexedManifest } from '../../../src/surfaces/manifest-index.ts';
import { createManifestRows, type ManifestRows, type RowChange } from '../../../src/surfaces/tree/manifest-rows.ts';
import { rootsOf } from '../../../src/surfaces/tree/nodes.ts';
import { dependency, manifest, suggestion } from '../samples.ts';

const dayjs = suggestion();
const moment = (fields: Parameters<typeof dependency>[1] = {}) =>
  dependency('moment', { suggestions: [dayjs], ...fields });
const byKey = (...manifests: readonly IndexedManifest[]) =>
  new Map(manifests.map(each => [each.uri.toString(), each] as const));
const names = (manifests: readonly IndexedManifest[] | undefined) => manifests?.map(({ label }) => label);

/** All steps at once. */
function follow(
  kept: ManifestRows,
  manifests: ReadonlyMap<string, IndexedManifest>,
  keys?: ReadonlySet<string>,
): RowChange | undefined {
  const work = kept.follow(manifests, keys);
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

describe('what the tree keeps of the manifests', () => {
  const web = manifest('web/package.json', [moment()]);
  const api = manifest('api/package.json', [moment(), dependency('left-pad')]);

  it('is told once for manifests that stay as they are', () => {
    const kept = createManifestRows();

    assert.deepEqual(names(follow(kept, byKey(web, api))?.fresh), ['web/package.json', 'api/package.json']);
    assert.equal(follow(kept, byKey(web, api)), undefined);
  });

  it('shows nothing anew when a manifest was read again and says the same, with names at other places', () => {
    const kept = createManifestRows();
    follow(kept, byKey(web, api));
    const before = kept.nodes('name');
    const moved = manifest('web/package.json', [dependency('right-pad'), moment({ nameRange: [40, 46] })]);

    const change = follow(kept, byKey(moved, api));

    const nodes = kept.nodes('name');
    assert.equal(change, undefined);
    assert.ok(nodes.every((node, at) => node === before[at]));
    assert.ok(kept.rows.some(row => row.manifest === moved));
  });

  for (const [what, changed] of [
    ['a requirement', moment({ requirement: '^2.0.0' })],
    ['what a requirement comes to', moment({ resolved: '2.0.0' })],
    ['a package', moment({ purl: 'pkg:npm/luxon' })],
    ['a suggestion', moment({ suggestions: [suggestion({ project: 'tempo' })] })],
    ['one suggestion more', moment({ suggestions: [dayjs, suggestion({ project: 'tempo' })] })],
  ] as const) {
    it(`follows a manifest in which ${what} changed, and only that`, () => {
      const kept = createManifestRows();
      follow(kept, byKey(web, api));

      const nodes = kept.nodes('name');
      const change = follow(kept, byKey(manifest('web/package.json', [changed]), api));

      assert.deepEqual(new Set(names(change?.fresh)), new Set(['web/package.json']));
      assert.equal(kept.rows.filter(row => row.dependency === changed).length, changed.suggestions.length);
      assert.equal(kept.count, kept.rows.length);
      // The same nodes, one of which says something else: the tree need not be drawn anew.
      assert.deepEqual(change?.nodes, [nodes.find(({ manifest: { label } }) => label === 'web/package.json')]);
      assert.deepEqual(new Set(kept.nodes('name')), new Set(nodes));
    });
  }

  it('forgets a manifest that is gone, or has nothing to say any more', () => {
    const kept = createManifestRows();
    follow(kept, byKey(web, api));

    const change = follow(kept, byKey(manifest('web/package.json', [])));

    assert.deepEqual(names(change?.fresh), ['web/package.json']);
    assert.equal(change?.nodes, undefined);
    assert.equal(kept.count, 0);
    assert.deepEqual(kept.rows, []);
    assert.deepEqual(kept.nodes('name'), []);
  });

  it('looks at no other manifests than those that it is told of', () => {
    const kept = createManifestRows();
    follow(kept, byKey(web, api));
    const [webKey = '', apiKey = ''] = byKey(web, api).keys();
    const changed = manifest('web/package.json', [moment({ requirement: '^3.0.0' })]);

    const unseen = follow(kept, byKey(changed), new Set(['file:///other']));
    const seen = follow(kept, byKey(changed), new Set([webKey]));
    const gone = follow(kept, byKey(changed), new Set([apiKey]));

    assert.equal(unseen, undefined);
    assert.deepEqual(seen?.fresh, [changed]);
    assert.deepEqual(gone, { fresh: [], nodes: undefined });
    assert.deepEqual(names(kept.nodes('name').map(node => node.manifest)), ['web/package.json']);
  });

  it('does not change for manifests that never had anything to say', () => {
    const kept = createManifestRows();
    follow(kept, byKey(web));
    const silent = manifest('docs/package.json', [dependency('left-pad')]);

    assert.equal(follow(kept, byKey(web, silent)), undefined);
    assert.equal(follow(kept, byKey(web)), undefined);
  });

  it('has the same nodes as a tree that is put together anew', () => {
    const kept = createManifestRows();
    follow(kept, byKey(web, api));

    for (const sorting of ['name', 'count'] as const)
      assert.deepEqual(
        kept.nodes(sorting).map(({ kind, id, rows, manifest: own }) => ({ kind, id, rows, manifest: own })),
        rootsOf(kept.rows, { grouping: 'manifest', sorting, filter: '' }),
      );
  });

  it('names the manifests with problems, as long as they have them', () => {
    const kept = createManifestRows();
    const problems = [{ message: 'A comma is missing.', range: [3, 4] }] as const;
    const labels = () => [...kept.broken].map(({ label, message }) => `${label}: ${message}`);

    follow(kept, byKey({ ...web, problems }, api));
    const before = labels();
    follow(kept, byKey(web, { ...api, problems }));
    const after = labels();
    follow(kept, byKey(web));

    assert.deepEqual(before, ['web/package.json: A comma is missing.']);
    assert.deepEqual(after, ['api/package.json: A comma is missing.']);
    assert.deepEqual(labels(), []);
  });
});
