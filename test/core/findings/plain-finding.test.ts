import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readWithParser, renderFinding } from '../../../src/core/findings/file.ts';
import { readPlainFinding } from '../../../src/core/findings/plain-finding.ts';
import { sampleFinding } from './sample-finding.ts';

const written = renderFinding(
  sampleFinding('dayjs', {
    name: 'Day.js',
    homes: [{ host: 'github', path: 'iamkun/dayjs' }],
    note: 'In the shop.',
    tags: ['dates'],
    verdict: { is: 'fits', for: 'Apache-2.0' },
    replaces: ['pkg:npm/moment'],
    review: '2026-12-31',
    history: [{ status: 'candidate', date: '2026-01-01T00:00:00.000Z', by: 'Ada' }],
    savedAt: '2026-01-01T00:00:00.000Z',
  }),
);
const byParser = (text: string) => {
  const read = readWithParser(text);
  return read.kind === 'finding' ? read.finding : read.kind;
};

describe('a finding that is read without parser and schema', () => {
  it('is one as we write it ourselves', () => {
    const read = readPlainFinding(written);

    assert.equal(read?.name, 'Day.js');
    assert.deepEqual(read, byParser(written));
    assert.deepEqual(readPlainFinding(written.replaceAll('\n', '\r\n')), byParser(written));
  });

  const spoiled: readonly (readonly [what: string, change: (text: string) => string])[] = [
    ['with a conflict that Git left', text => `${text}<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n`],
    ['of a newer format', text => text.replace('version: 2', 'version: 3')],
    ['without a project', text => text.replace(/project: .*\n/, '')],
    ['with an unknown status', text => text.replace('status: candidate\n', 'status: perhaps\n')],
    ['with a home of another host', text => text.replace('github:iamkun', 'example:iamkun')],
    ['with a package that is none', text => text.replace('pkg:npm/moment', 'moment')],
    ['saved on a day that is none', text => text.replace('saved: 2026-01-01', 'saved: 2026-02-30')],
    ['to be reviewed on a day that is none', text => text.replace('2026-12-31', '2026-13-31')],
    ['with a status of history that is none', text => text.replace('{status: candidate', '{status: perhaps')],
    ['with too long a name', text => text.replace('Day.js', 'x'.repeat(501))],
    ['with too many tags', text => text.replace('  - dates\n', '  - dates\n'.repeat(101))],
    ['with too long front matter', text => text.replace('name:', `other: ${'x'.repeat(48_000)}\nname:`)],
  ];
  for (const [what, change] of spoiled) {
    it(`is none ${what}: the parser says what is wrong`, () => {
      const text = change(written);

      assert.notEqual(text, written);
      assert.equal(readPlainFinding(text), undefined);
      assert.equal(typeof byParser(text), 'string');
    });
  }

  it('is never another than the one that parser and schema read', () => {
    const words = fc.constantFrom(
      ...['1', '2', '3', 'dayjs', 'Day.js', 'fits', 'adopted', 'candidate', 'gitee:a/b', 'pkg:npm/a', '[]', 'MIT'],
      ...['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00Z', '2024-02-29', '2025-02-29', '2026-01-01', '中文'],
      ...['{status: adopted, date: 2026-01-01T00:00:00.000Z, by: Ada}', '{status: adopted}', 'https://example.org/a'],
      ...['{status: adopted, date: 2026-01-01T00:00:00.000Z, why: it}', 'x'.repeat(501), 'true', "'a'", 'A: b', ''],
    );
    const lines = written.split('\n');
    const edit = fc.tuple(fc.nat(lines.length - 1), fc.constantFrom('value', 'item', 'drop', 'twice'), words);
    let plain = 0;

    fc.assert(
      fc.property(fc.array(edit, { maxLength: 4 }), edits => {
        const changed = [...lines];
        for (const [at, how, word] of edits) {
          const line = changed[at] ?? '';
          const by = {
            value: line.replace(/(: |- ).*$/, (_, mark: string) => `${mark}${word}`),
            item: `${line}\n  - ${word}`,
            drop: '',
            twice: `${line}\n${line}`,
          };
          changed[at] = by[how];
        }
        const text = changed.filter((line, index) => line !== '' || index > lines.length - 4).join('\n');
        const read = readPlainFinding(text);
        if (read === undefined) return;
        plain += 1;
        assert.deepEqual(read, byParser(text));
      }),
      { numRuns: 5_000 },
    );

    assert.ok(plain > 500, `only ${plain} were plain`);
  });
});
