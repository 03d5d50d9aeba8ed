import assert from 'node:assert/strict';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { addDependency, applyChanges, readManifest, replaceDependency } from '../../../src/core/manifests/index.ts';
import type { Dependency } from '../../../src/core/model.ts';
import { specimens } from './specimens.ts';

/** A parser that forgives nothing, for what others than we will read; `undefined` for formats that have none here. */
function strictly(path: string): ((text: string) => unknown) | undefined {
  if (/\.json$|^composer\.json$/.test(path)) return withoutRepeatedKeys;
  if (/\.toml$|^Pipfile$/.test(path)) return parseToml;
  if (/\.ya?ml$/.test(path)) return text => parseYaml(text, { uniqueKeys: true });
  return undefined;
}

function withoutRepeatedKeys(text: string): unknown {
  const read: unknown = JSON.parse(text);
  // Repeated keys are lost in reading: what is read and written again has fewer.
  const keys = (of: string) => of.match(/"(?:[^"\\]|\\.)*"\s*:/g)?.length ?? 0;
  assert.equal(keys(JSON.stringify(read)), keys(text), 'a key stands there twice');
  return read;
}

/** Another package of the same ecosystem. */
function other({ purl }: Dependency): string {
  const ecosystem = /^pkg:[a-z]+\//.exec(purl)?.[0] ?? '';
  const namespaced = /^pkg:(?:maven|golang|composer|github|swift|docker)\//.test(ecosystem);
  return `${ecosystem}${namespaced ? 'example.org/' : ''}other-one`;
}

describe('what was edited', () => {
  let edited = 0;
  for (const [path, text] of Object.entries(specimens)) {
    it(`can be read by a strict parser as before: ${path}`, () => {
      const parse = strictly(path);
      const isXml = text.startsWith('<');
      for (const dependency of readManifest(path, text)?.dependencies ?? []) {
        const replacement = { purl: other(dependency), version: '7.8.9' };
        const replaced = replaceDependency(path, text, dependency, replacement);
        const added = addDependency(path, text, dependency, replacement);
        for (const changes of [replaced, added && [added]]) {
          if (!changes) continue;
          edited += 1;
          const result = applyChanges(text, changes);
          assert.ok(result.includes('other-one'), result);
          if (parse) assert.doesNotThrow(() => parse(result), result);
          const brackets = (of: string) =>
            ['()', '[]', '{}', ...(isXml ? ['<>'] : [])].map(
              pair => of.split(pair[0] ?? '').length - of.split(pair[1] ?? '').length,
            );
          assert.deepEqual(brackets(result), brackets(text), result);
        }
      }
    });
  }

  it('is much of what stands in manifests', () => {
    assert.ok(edited > 60, `${edited} edits`);
  });
});
