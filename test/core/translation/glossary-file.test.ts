import assert from 'node:assert/strict';
import { createGlossary, readGlossary } from '../../../src/core/translation/index.ts';

describe('a glossary of one’s own', () => {
  const cases = [
    [
      'words and renderings',
      '信创: Xinchuang\n中台: middle platform\n',
      ['信创 name Xinchuang', '中台 name middle platform'],
    ],
    [
      'a list with kinds and notes',
      '- source: 信创\n  target: Xinchuang\n  kind: term\n  note: National programme\n- { source: 中台, target: middle platform }\n',
      ['信创 term Xinchuang', '中台 name middle platform'],
    ],
    ['numbers as text', '二: 2\n', ['二 name 2']],
    ['nothing', '', []],
  ] as const;
  for (const [name, text, expected] of cases) {
    it(`reads ${name}`, () => {
      const { entries, bad } = readGlossary(text);

      assert.deepEqual(
        entries.map(({ source, kind, target }) => `${source} ${kind} ${target}`),
        expected,
      );
      assert.equal(bad, 0);
    });
  }

  for (const text of [
    '- 1\n- source: a\n',
    'a: [b]\n',
    '"half',
    '- { source: a, target: b, kind: verb }\n',
    'x'.repeat(300_000),
  ]) {
    it(`leaves out what it cannot read: ${text.slice(0, 30)}`, () => {
      const { entries, bad } = readGlossary(text);

      assert.deepEqual(entries, []);
      assert.ok(bad > 0);
    });
  }

  it('is not blown up by aliases', () => {
    assert.deepEqual(readGlossary('a: &x [1,1]\nb: *x\n').entries, []);
  });

  it('comes before the built-in words', () => {
    const glossary = createGlossary(readGlossary('若依: My Name\n').entries);

    assert.equal(glossary.withNames('使用若依'), '使用My Name');
    assert.notEqual(glossary.version, createGlossary().version);
  });
});
