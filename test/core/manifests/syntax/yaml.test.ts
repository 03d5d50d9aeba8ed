import assert from 'node:assert/strict';
import { parseAllDocuments } from 'yaml';
import type { SyntaxNode } from '../../../../src/core/manifests/syntax/node.ts';
import { readYaml } from '../../../../src/core/manifests/syntax/yaml.ts';

function plain(node: SyntaxNode | undefined): unknown {
  if (!node) return null;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, plain(value)]));
}

const texts: Readonly<Record<string, string>> = {
  'scalars of every style':
    'a: plain text # c\nb: \'it\'\'s\'\nc: "tab\\tend"\nd: |\n  two\n  lines\ne: >-\n  one\n  line\nf:\ng: 1.10\n"h i": x\n',
  'flow and block collections': 'a: [b, "c", {d: e}]\nf:\n- g\n-   h: 1\n    i: 2\n- - j\n',
  'several documents': 'a: 1\n---\nb: 2\n...\n---\nc: 3\n',
  'anchors and aliases': 'a: &x 1\nb: *x\nc: &y {d: e}\nf: *y\n',
};

describe('the YAML reader', () => {
  for (const [name, text] of Object.entries(texts)) {
    it(`agrees with the yaml library on ${name}`, () => {
      const documents = parseAllDocuments(text, { schema: 'failsafe' });

      assert.deepEqual(
        readYaml(text).roots.map(plain),
        Array.isArray(documents) ? documents.map(document => document.toJS()).map(empty) : [],
      );
      assert.deepEqual(readYaml(text).problems, []);
    });
  }

  it('keeps what stands before and after a line that is being typed', () => {
    for (const broken of ['ima', 'c: "', "c: 'x", '{{- if x }}', 'c: [d', '- ']) {
      const { roots, problems } = readYaml(`a: 1\n${broken}\nb: 2\n`);

      const tree = JSON.stringify(roots.map(plain));
      assert.match(tree, /"a":"1"/, broken);
      assert.match(tree, /"b":"2"/, broken);
      assert.equal(problems.length, 1, broken);
    }
  });

  it('comes to an end where the first line is broken', () => {
    for (const text of ['\n\u{F4E26}a:\n  - "b\n', '\n', '\n\n[', '\n: ]\n', ' \n\t[\na: {'])
      assert.ok(Array.isArray(readYaml(text).roots));
  });

  for (const [name, text] of Object.entries({
    'a list': 'a:\n  b: [\n    c,\n    d\n  ]\n  e: 1\n',
    'a list with a comma at its end': 'a:\n  b: [\n    c, d,\n  ]\n  e: 1\n',
    'a map': 'a:\n  b: {\n    c: d\n  }\n  e: 1\n',
    'lines that end as on Windows': 'a:\r\n  b: [\r\n    c\r\n  ]\r\n  e: 1\r\n',
  })) {
    it(`takes a bracket that is closed below its key, as Go and Python do: ${name}`, () => {
      const { roots, problems } = readYaml(text);

      const map = roots[0];
      const inner = map?.kind === 'map' ? map.entries[0]?.value : undefined;
      const last = inner?.kind === 'map' ? inner.entries.at(-1) : undefined;
      assert.deepEqual(problems, []);
      assert.equal(last && text.slice(last.key.start, last.key.end), 'e');
      assert.match(JSON.stringify(roots.map(plain)), /"b":(?:\["c"|\{"c":"d"\}).*"e":"1"/);
    });
  }

  it('says where the text is broken', () => {
    const { problems } = readYaml('\uFEFFa: 1\nb: [c\nd: 2\n');

    assert.match(problems[0]?.message ?? '', /^This is not YAML: /);
    assert.equal(problems[0]?.range[0], 12);
  });

  it('reads no deeper than it has to', () => {
    for (const text of ['['.repeat(100_000), '{a: '.repeat(100_000), '- '.repeat(100_000), 'a: &a [*a]']) {
      assert.ok(Array.isArray(readYaml(text).roots));
    }
  });
});

/** The failsafe schema reads an empty value as an empty string. */
function empty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(empty);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, empty(inner)]));
  return value === '' ? null : value;
}
