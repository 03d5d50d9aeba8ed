import type { DependencyScope, Manifest } from '../../model.ts';
import { purlOfPath } from '../../purl/index.ts';
import { ManifestBuilder } from '../manifest.ts';
import { readJson } from '../syntax/json.ts';
import { entriesOf, nodeAt } from '../syntax/node.ts';

const sections = [
  ['dependencies', 'runtime'],
  ['devDependencies', 'development'],
  ['dynamicDependencies', 'runtime'],
  ['overrides', 'runtime'],
] as const satisfies readonly (readonly [string, DependencyScope])[];

/** OpenHarmony. https://developer.huawei.com/consumer/en/doc/harmonyos-guides/ide-oh-package-json5 */
export function parseOhPackage(text: string): Manifest {
  const { roots, problems } = readJson(text);
  const manifest = new ManifestBuilder(text);
  for (const [section, scope] of sections) {
    for (const { key, value } of entriesOf(nodeAt(roots[0], section))) {
      if (value && value.kind !== 'scalar') continue;
      const path = /^(?:file:|\.{1,2}\/)/.test(value?.value ?? '');
      manifest.add(key, value, {
        purl: purlOfPath('ohpm', key.value),
        place: section,
        scope,
        origin: path ? 'path' : 'registry',
      });
    }
  }
  return manifest.build('oh-package.json5', 'ohpm', problems);
}
