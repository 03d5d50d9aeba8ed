import type { DependencyScope, Manifest } from '../../model.ts';
import { purlOfPath } from '../../purl/index.ts';
import { ManifestBuilder } from '../manifest.ts';
import { readJson } from '../syntax/json.ts';
import { entriesOf, nodeAt } from '../syntax/node.ts';

const sections = [
  ['require', 'runtime'],
  ['require-dev', 'development'],
] as const satisfies readonly (readonly [string, DependencyScope])[];

/** PHP itself, its extensions and libraries are no packages. https://getcomposer.org/doc/01-basic-usage.md#platform-packages */
const platform = /^(?:php(?:-64bit|-ipv6|-zts|-debug)?|hhvm|(?:ext|lib)-.+|composer(?:-plugin-api|-runtime-api)?)$/i;

export function parseComposer(text: string): Manifest {
  const { roots, problems } = readJson(text);
  const manifest = new ManifestBuilder(text);
  for (const [section, scope] of sections) {
    for (const { key, value } of entriesOf(nodeAt(roots[0], section))) {
      if (platform.test(key.value) || (value && value.kind !== 'scalar')) continue;
      manifest.add(key, value, { purl: purlOfPath('composer', key.value.toLowerCase()), place: section, scope });
    }
  }
  return manifest.build('composer.json', 'composer', problems);
}
