import assert from 'node:assert/strict';
import { parse } from 'smol-toml';
import type { SyntaxNode } from '../../../../src/core/manifests/syntax/node.ts';
import { readToml } from '../../../../src/core/manifests/syntax/toml.ts';

/** The tree as plain data, with every value as a string. */
function plain(node: SyntaxNode | undefined): unknown {
  if (!node) return undefined;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, plain(value)]));
}

function asStrings(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asStrings);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asStrings(inner)]));
  return String(value);
}

const texts: Readonly<Record<string, string>> = {
  'keys of every kind': 'a = 1\n"b c" = 2\n\'d.e\' = 3\nf."g h".i = 4\n1-2_3 = 5\nf.j = 6\n"" = 7\n',
  tables: '[a]\nx = 1\n[a.b]\nx = 2\n[ c . "d" ]\nx = 3\n[a.e]\n[f.g.h]\nx = 4\n[f]\ny = 5\n',
  'arrays of tables': '[[a]]\nx = 1\n[a.b]\ny = 2\n[[a]]\nx = 3\n[[a.c]]\nz = 4\n[[a.c]]\nz = 5\n',
  'inline tables and arrays':
    'a = { x = 1, y.z = "2", w = [1, [2, 3], { v = 4 }] }\nb = [\n  "1", # c\n  "2",\n\n]\nc = {}\nd = []\n',
  strings:
    'a = "\\u00e9\\t\\"q\\" \\\\ \\U0001F680"\nb = \'C:\\x\'\nc = """\none\n  two \\\n   three"""\nd = \'\'\'\nx\'y\'\'\'\ne = """a""quote"""\nf = """\\n"""\ng = """q"""""\nh = "# no comment"\n',
  'line ends and comments': '# x\r\na = "1" # y\r\n\r\n[b] # z\r\nc = "2"\r\n',
};

describe('the TOML reader', () => {
  for (const [name, text] of Object.entries(texts)) {
    it(`agrees with smol-toml on ${name}`, () => {
      const { roots, problems } = readToml(text);

      assert.deepEqual(plain(roots[0]), asStrings(parse(text)));
      assert.deepEqual(problems, []);
    });
  }

  it('keeps what stands before and after each kind of break', () => {
    for (const broken of [
      'x',
      'x =',
      'x = "',
      'x = [',
      'x = { y = 1',
      '[x',
      '= 1',
      'x = [1, "a\n',
      'x = {{',
      '[[x]',
      '""" """',
    ]) {
      const { roots, problems } = readToml(`[a]\nb = 1\n${broken}\n[c]\nd = "2"\n`);

      const tree = JSON.stringify(plain(roots[0]));
      assert.match(tree, /"b":"1"/, broken);
      assert.match(tree, /"d":"2"/, broken);
      assert.ok(problems.length > 0, broken);
    }
  });

  it('reads no deeper than it has to', () => {
    assert.match(readToml(`a = ${'['.repeat(100_000)}`).problems[0]?.message ?? '', /Nesting deeper/);
    assert.ok(readToml(`a = ${'{x='.repeat(100_000)}`).problems.length > 0);
    assert.ok(readToml(`${'a.'.repeat(100_000)}b = 1`).roots.length === 1);
  });
});
