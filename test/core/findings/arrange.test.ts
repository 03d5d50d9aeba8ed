import assert from 'node:assert/strict';
import { dueFindings, filterFindings, groupFindings, type SavedFinding } from '../../../src/core/findings/index.ts';
import { missingHere, readSynced, syncedIndex } from '../../../src/core/findings/synced.ts';
import type { Finding } from '../../../src/core/model.ts';
import { sampleFinding } from './sample-finding.ts';

function saved(id: string, facts: Partial<Finding> = {}, place = 'personal'): SavedFinding {
  return { place, path: `${id}.md`, finding: sampleFinding(id, facts) };
}

const all = [
  saved('clock', { status: 'adopted', tags: ['web', 'date'], note: 'Works in the Shop' }),
  saved('bell', { tags: ['web'], replaces: ['pkg:npm/chime'], review: '2026-03-01' }, 'team'),
  saved('horn', { status: 'rejected', review: '2026-01-01' }),
  saved('drum', { review: '2026-02-01' }),
];
const shape = (groups: ReturnType<typeof groupFindings>) =>
  groups.map(({ key, findings }) => [key, findings.map(({ finding }) => finding.id)]);

describe('findings in a list', () => {
  it('are grouped by what is asked for, those without any last', () => {
    assert.deepEqual(shape(groupFindings(all, 'status')), [
      ['candidate', ['bell', 'drum']],
      ['adopted', ['clock']],
      ['rejected', ['horn']],
    ]);
    assert.deepEqual(shape(groupFindings(all, 'tag')), [
      ['date', ['clock']],
      ['web', ['clock', 'bell']],
      ['', ['horn', 'drum']],
    ]);
    assert.deepEqual(shape(groupFindings(all, 'place')), [
      ['personal', ['clock', 'horn', 'drum']],
      ['team', ['bell']],
    ]);
    assert.deepEqual(
      shape(groupFindings(all, 'capability', id => (id === 'clock' ? ['time'] : []))).map(([key]) => key),
      ['time', ''],
    );
  });

  it('are filtered by words wherever they stand', () => {
    const ids = (text: string) => filterFindings(all, text).map(({ finding }) => finding.id);

    assert.deepEqual(ids('shop WEB'), ['clock']);
    assert.deepEqual(ids('chime'), ['bell']);
    assert.deepEqual(ids('  '), ['clock', 'bell', 'horn', 'drum']);
    assert.deepEqual(ids('nowhere'), []);
  });

  it('are due when their day has come, the longest waiting first, but not when they were rejected', () => {
    assert.deepEqual(
      dueFindings(all, '2026-03-01').map(({ finding }) => finding.id),
      ['drum', 'bell'],
    );
    assert.deepEqual(dueFindings(all, '2026-01-31'), []);
  });
});

describe('findings on two machines', () => {
  const here = all.map(({ finding }) => finding);

  it('are made anew where they are missing', async () => {
    const index = syncedIndex(here, await readSynced(undefined), '2026-01-05T00:00:00Z');

    const missing = missingHere(
      await readSynced(JSON.parse(JSON.stringify(index))),
      new Set(['clock', 'horn', 'drum']),
    );

    assert.deepEqual(
      missing.map(({ id, status, tags }) => [id, status, tags]),
      [['bell', 'candidate', ['web']]],
    );
  });

  it('that were removed on one do not come back from the other', async () => {
    const before = syncedIndex(here, await readSynced(undefined), '2026-01-05T00:00:00Z');
    const removedHere = syncedIndex(here.slice(1), before, '2026-01-06T00:00:00Z');

    const other = syncedIndex(here, removedHere, '2026-01-07T00:00:00Z');

    assert.deepEqual(missingHere(other, new Set(here.slice(1).map(({ id }) => id))), []);
  });

  it('that were saved again after they were removed come to the other', async () => {
    const before = syncedIndex(here, await readSynced(undefined), '2026-01-05T00:00:00Z');
    const removedHere = syncedIndex(here.slice(1), before, '2026-01-06T00:00:00Z');
    const again = { ...saved('clock').finding, savedAt: '2026-01-08T00:00:00Z' };

    const other = syncedIndex([again, ...here.slice(1)], removedHere, '2026-01-09T00:00:00Z');

    assert.deepEqual(
      missingHere(other, new Set(['bell', 'horn', 'drum'])).map(({ id }) => id),
      ['clock'],
    );
  });

  for (const nonsense of [null, 5, { version: 2 }, { version: 1, findings: [{ id: '../x' }], removed: [] }]) {
    it(`are left alone by what is not ours: ${JSON.stringify(nonsense)}`, async () => {
      assert.deepEqual(await readSynced(nonsense), { version: 1, findings: [], removed: [] });
    });
  }
});
