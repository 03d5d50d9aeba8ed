import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readYaml, renderField } from '../../../src/core/findings/front-matter.ts';
import { readPlain } from '../../../src/core/findings/plain.ts';

function byParser(yaml: string): unknown {
  const read = readYaml(yaml);
  return 'error' in read ? read.error : read.value;
}

describe('front matter that is read without a parser', () => {
  it('is what we write ourselves', () => {
    const yaml = [
      renderField('version', 2),
      renderField('name', 'Day.js'),
      renderField('homes', ['github:iamkun/dayjs', 'gitee:mirrors/dayjs']),
      renderField('license', 'MIT OR Apache-2.0'),
      renderField('replaces', ['pkg:npm/%40scope/moment']),
      renderField('tags', []),
      renderField('saved', '2026-01-02T00:00:00.000Z'),
      renderField('history', [{ status: 'candidate', date: '2026-01-02T00:00:00.000Z', by: 'Ada Lovelace' }]),
      '',
    ].join('\n');

    const read = readPlain(yaml);

    assert.ok(read);
    assert.deepEqual(read, byParser(yaml));
  });

  const words = [
    'a', 'true', 'Null', 'yes', '1', '1e3', '0x1f', '.inf', '2026-01-01', '2026-01-01T00:00:00Z', '~', '[]', '{}', '- ', ':',
    ' #', '#', "'", '"', '&a', '*a', '!!str x', '|', '>', '%', '@', '`', ', ', '{a: b}', '{status: a, date: 2026-01-01}', '[a, b]',
    'x: y', 'x:y', ' ', '\t', '工作流', 'é', '\u00a0', '\u2028', '---', '...', '? ', '<<', '=', 'a b', '12:30:45', '0o7', '-1', '+1', '1_000',
  ]; // biome-ignore format: a table of words
  const value = fc.oneof(
    fc.constantFrom(
      'Day.js',
      'MIT',
      'pkg:npm/%40a/b',
      '2026-01-01',
      '{status: adopted, date: 2026-01-01, by: Ada}',
      '[]',
    ),
    fc.array(fc.constantFrom(...words), { maxLength: 4 }).map(parts => parts.join('')),
  );
  const key = fc.constantFrom('version', 'name', 'tags', 'a-b', 'x');
  const line = fc.oneof(
    fc.tuple(key, value).map(([name, text]) => `${name}: ${text}`),
    key.map(name => `${name}:`),
    value.map(text => `  - ${text}`),
    value.map(text => `- ${text}`),
    value,
    value.map(text => `  ${text}`),
  );
  const yaml = fc
    .tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'))
    .map(([lines, end]) => lines.join(end));

  it('is never read otherwise than the parser reads it', () => {
    let plain = 0;
    fc.assert(
      fc.property(yaml, text => {
        const read = readPlain(text);
        if (read === undefined || Object.keys(read).length === 0) return;
        plain += 1;
        assert.deepEqual(read, byParser(text));
      }),
      { numRuns: 20_000 },
    );
    assert.ok(plain > 100, `only ${plain} were plain`);
  });
});
