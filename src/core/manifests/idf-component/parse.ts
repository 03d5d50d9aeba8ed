import type { DependencyOrigin, Manifest } from '../../model.ts';
import { githubPurl, purlOfPath } from '../../purl/index.ts';
import { ManifestBuilder } from '../manifest.ts';
import { entriesOf, nodeAt, type SyntaxNode, scalarAt } from '../syntax/node.ts';
import { readYaml } from '../syntax/yaml.ts';

/** https://docs.espressif.com/projects/idf-component-manager/en/latest/reference/manifest_file.html */
export function parseIdfComponent(text: string): Manifest {
  const { roots, problems } = readYaml(text);
  const manifest = new ManifestBuilder(text);
  for (const { key, value } of entriesOf(nodeAt(roots[0], 'dependencies'))) {
    manifest.add(key, value?.kind === 'scalar' ? value : scalarAt(value, 'version'), {
      purl: purlOfComponent(key.value),
      place: 'dependencies',
      origin: originOf(value),
    });
  }
  return manifest.build('idf_component.yml', 'idf', problems);
}

/** `idf` is the framework itself; a name without a namespace is Espressif's. */
function purlOfComponent(name: string): string {
  if (name === 'idf') return githubPurl('espressif/esp-idf');
  return purlOfPath('idf', (name.includes('/') ? name : `espressif/${name}`).toLowerCase());
}

function originOf(value: SyntaxNode | undefined): DependencyOrigin {
  if (nodeAt(value, 'git')) return 'git';
  return nodeAt(value, 'path') || nodeAt(value, 'override_path') ? 'path' : 'registry';
}
