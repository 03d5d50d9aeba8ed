import type { DependencyOrigin, DependencyScope, Manifest } from '../../model.ts';
import { purlOf } from '../../purl/index.ts';
import { ManifestBuilder } from '../manifest.ts';
import { entriesOf, nodeAt, type SyntaxNode, scalarAt } from '../syntax/node.ts';
import { readYaml } from '../syntax/yaml.ts';

const sections = [
  ['dependencies', 'runtime'],
  ['dev_dependencies', 'development'],
  ['dependency_overrides', 'runtime'],
] as const satisfies readonly (readonly [string, DependencyScope])[];

/** https://dart.dev/tools/pub/dependencies */
export function parsePubspec(text: string): Manifest {
  const { roots, problems } = readYaml(text);
  const manifest = new ManifestBuilder(text);
  for (const [section, scope] of sections) {
    for (const { key, value } of entriesOf(nodeAt(roots[0], section))) {
      const version = scalarAt(value, 'version') ?? scalarAt(value, 'git', 'ref');
      // A package of another registry may have another name there.
      const name = scalarAt(value, 'hosted', 'name') ?? key;
      manifest.add(key, value?.kind === 'scalar' ? value : version, {
        purl: purlOf('pub', '', name.value.toLowerCase()),
        place: section,
        scope,
        origin: originOf(value),
      });
    }
  }
  return manifest.build('pubspec.yaml', 'pub', problems);
}

/** A package of an SDK (`sdk: flutter`) is public: it counts as from a registry. */
function originOf(value: SyntaxNode | undefined): DependencyOrigin {
  if (nodeAt(value, 'git')) return 'git';
  return nodeAt(value, 'path') ? 'path' : 'registry';
}
