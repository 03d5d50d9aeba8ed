import assert from 'node:assert/strict';
import { type ComparisonColumn, compare, comparisonMarkdown } from '../../../src/core/comparison/index.ts';
import type { Project } from '../../../src/core/model.ts';

const dayjs: Project = {
  id: 'dayjs',
  name: { en: 'Day.js' },
  summary: { en: 'Small dates.', zh: '小' },
  homes: [{ host: 'gitee', path: 'iamkun/dayjs', kind: 'official-mirror' }],
  license: 'MIT',
  purls: ['pkg:npm/dayjs'],
  capabilities: ['date-time'],
  form: 'library',
  steward: { name: 'iamkun', kind: 'person' },
  status: 'active',
  documentation: ['en', 'zh'],
  reservations: [],
  evidence: [{ facts: ['license'], source: 'https://example.org', date: '2026-11-01' }],
};

const asked = { source: 'npm view', readAt: '2026-11-24T08:00:00.000Z' } as const;

const current: ComparisonColumn = {
  name: 'moment',
  kind: 'current',
  purl: 'pkg:npm/moment',
  capabilities: ['date-time', 'time-zones'],
  package: { ...asked, version: '2.30.1', license: 'MIT', size: 4_351_000, dependencies: 0 },
};
const candidate: ComparisonColumn = {
  name: 'Day.js',
  kind: 'candidate',
  purl: 'pkg:npm/dayjs',
  project: dayjs,
  effort: 'similar',
  capabilities: ['date-time'],
};

function row(columns: readonly ComparisonColumn[], id: string) {
  return compare(columns).rows.find(each => each.id === id);
}

describe('a comparison', () => {
  it('has the source and date of a fact, and leaves open what nobody said', () => {
    const steward = row([current, candidate], 'steward');

    assert.deepEqual(steward?.cells, [
      { values: [] },
      { values: ['iamkun'], source: 'Catalog of Gitee Scout', readAt: '2026-11-01' },
    ]);
  });

  it('takes what is unknown for no difference', () => {
    assert.equal(row([current, candidate], 'size')?.differs, false);
    assert.equal(row([current, candidate], 'license')?.differs, false);
    assert.equal(row([current, { ...candidate, package: { ...asked, size: 676_000 } }], 'size')?.differs, true);
  });

  it('says why a license fits or not, and takes that for no difference', () => {
    const verdict = { verdict: 'review', reason: 'It is not certain.', duties: [], sources: ['Rules'] } as const;
    const columns = [
      { ...current, verdict },
      { ...candidate, verdict: { ...verdict, reason: 'Another reason.' } },
    ];
    const verdicts = row(columns, 'verdict');

    assert.deepEqual(verdicts?.cells[0], { values: ['review'], note: 'It is not certain.', source: 'Rules' });
    assert.equal(verdicts?.differs, false);
  });

  it('takes the text of the installed package for more than what its registry says', () => {
    const installed = { expression: 'MIT', confidence: 'high', place: 'node_modules/moment/LICENSE' } as const;

    assert.deepEqual(row([{ ...current, installed }, candidate], 'license')?.cells[0], {
      values: ['MIT'],
      source: 'node_modules/moment/LICENSE',
    });
  });

  it('names who was asked about a package, and when', () => {
    for (const id of ['size', 'dependencies', 'version', 'license']) {
      const { values: _, ...origin } = row([current, candidate], id)?.cells[0] ?? { values: [] };
      assert.deepEqual(origin, asked, id);
    }
  });

  it('has the month of each number of commits', () => {
    const months = [
      { month: '2026-10', commits: 4 },
      { month: '2026-11', commits: 0 },
    ];
    const value = { since: '2025-11-01T00:00:00Z', commits: 4, isComplete: true, newestAt: null, authors: 1, months };
    const found = {
      kind: 'found',
      value,
      source: 'gitee.com',
      receivedAt: asked.readAt,
      age: 0,
      stale: false,
    } as const;

    const cells = row([current, { ...candidate, activity: found }], 'activity')?.cells;

    assert.deepEqual(cells?.[1]?.labels, ['2026-10', '2026-11']);
    assert.deepEqual(cells?.[1]?.values, [4, 0]);
    assert.deepEqual(cells?.[0], { values: [] });
  });

  it('says which of what the dependency does a candidate covers', () => {
    assert.deepEqual(
      row([current, candidate], 'coverage')?.cells.map(({ values }) => values),
      [['date-time', 'time-zones'], ['date-time']],
    );
  });

  it('leaves out rows that no column can fill', () => {
    assert.equal(row([current, candidate], 'stars'), undefined);
    assert.equal(row([current, candidate], 'activity'), undefined);
  });

  it('prefers the license that was found out to the one in the catalog', () => {
    const license = {
      kind: 'found',
      value: { expression: 'Apache-2.0', confidence: 'high', evidence: [], unread: [], complete: true },
      source: 'gitee.com',
      receivedAt: '2026-11-20T00:00:00.000Z',
      age: 0,
      stale: false,
    } as const;
    const page = {
      id: 'dayjs',
      name: 'Day.js',
      home: null,
      at: '2026-11-20T00:00:00.000Z',
      facts: { kind: 'loading' },
      repository: { kind: 'loading' },
      readme: { kind: 'loading' },
      releases: { kind: 'loading' },
      license,
      pending: 0,
    } as const;

    assert.deepEqual(row([current, { ...candidate, page }], 'license')?.cells[1]?.values, ['Apache-2.0']);
    assert.equal(row([current, { ...candidate, page }], 'license')?.differs, true);
  });

  it('becomes Markdown in which texts of others stay texts', () => {
    const hostile = {
      ...candidate,
      project: { ...dayjs, steward: { name: 'a|b\n<img> [x](y)', kind: 'person' as const } },
    };
    const text = comparisonMarkdown(compare([current, hostile]), {
      title: 'Compare',
      unknown: 'not known',
      fact: 'Fact',
      differs: 'differs',
      row: id => id,
      values: (_, { values }) => values.map(String),
      source: ({ source }) => source,
    });

    const line = text.split('\n').find(each => each.startsWith('| steward'));
    assert.equal(line, '| steward | not known | a\\|b \\<img\\> \\[x\\](y) |');
    assert.ok(text.includes('| license |'));
  });
});
