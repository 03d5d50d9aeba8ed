import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatOf, formats } from '../../../src/core/manifests/index.ts';
import { resolveManifests } from '../../../src/core/references/index.ts';
import { assertExact } from './reading.ts';
import { specimens } from './specimens.ts';

/** What people type and what attackers write. */
const snippets = [
  '"',
  "'",
  '"""',
  '`',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ':',
  '=',
  ',',
  ';',
  '#',
  '//',
  '/*',
  '*/',
  '\\',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '\uFEFF',
  '\0',
  '\uD800',
  '🚀',
  '依赖',
  'é',
  '$',
  '${',
  '${a}',
  '$(',
  '#{',
  '{{',
  '}}',
  '&a',
  '*a',
  '<<: *a',
  '|',
  '>-',
  '---',
  '- ',
  '? ',
  '!!x',
  '%',
  '@',
  '__proto__',
  'constructor',
  '"__proto__": {',
  '\\u',
  '\\ud800',
  '&amp;',
  '&#0;',
  '&x;',
  '<!DOCTYPE x [',
  ' '.repeat(200),
  '['.repeat(200),
  '{'.repeat(200),
  'a'.repeat(3000),
  '-'.repeat(300),
  '.'.repeat(300),
] as const;

type Edit = { readonly at: number; readonly remove: number; readonly insert: string };

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 }), fc.constant(1_000_000)),
  insert: fc.oneof(fc.constantFrom('', ...snippets), fc.string({ unit: 'binary', maxLength: 4 })),
});

function apply(text: string, edits: readonly Edit[]): string {
  return edits.reduce((current, { at, remove, insert }) => {
    const start = Math.floor(at * current.length);
    return current.slice(0, start) + insert + current.slice(start + remove);
  }, text);
}

describe('any manifest, however broken', () => {
  it('has a specimen for every format', () => {
    const covered = new Set(Object.entries(specimens).map(([path, text]) => formatFor(path, text).id));

    assert.deepEqual(
      formats.map(({ id }) => id).filter(id => !covered.has(id)),
      [],
    );
  });

  for (const [path, text] of Object.entries(specimens)) {
    const format = formatFor(path, text);

    it(`is read without an error and with exact ranges: ${path}`, () => {
      const whole = format.parse(text);
      assertExact(text, whole);
      assert.ok(whole.dependencies.length > 0 || whole.definitions !== undefined);
      assert.deepEqual(whole.problems, []);

      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), edits => {
          const changed = apply(text, edits);
          const manifest = format.parse(changed);
          assertExact(changed, manifest);
          const [resolved] = resolveManifests([{ path, manifest }]);
          if (resolved) assertExact(changed, resolved);
        }),
        { numRuns: Number(process.env.FUZZ_RUNS ?? 150) },
      );
    });

    it(`is read while it is typed, character by character: ${path}`, () => {
      for (let length = 0; length <= text.length; length++) {
        const typed = text.slice(0, length);
        assertExact(typed, format.parse(typed));
      }
    });

    it(`is read the same with CRLF and behind a byte order mark: ${path}`, () => {
      const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
      const manifest = format.parse(windows);

      assertExact(windows, manifest);
      assert.deepEqual(manifest.dependencies.map(facts), format.parse(text).dependencies.map(facts));
    });
  }
});

function formatFor(path: string, text: string): (typeof formats)[number] {
  const format = formats.find(({ id }) => id === 'kubernetes' && path === 'k8s.yaml') ?? formatOf(path);
  assert.ok(format, path);
  assert.ok(format.accepts?.(text) ?? true);
  return format;
}

function facts({
  name,
  purl,
  requirement,
  scope,
  origin,
  place,
  resolved,
}: ReturnType<(typeof formats)[number]['parse']>['dependencies'][number]): unknown {
  return { name, purl, requirement, scope, origin, place, resolved };
}
