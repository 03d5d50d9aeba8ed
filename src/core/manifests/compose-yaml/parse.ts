import type { Manifest } from '../../model.ts';
import { addImage } from '../docker/image.ts';
import { ManifestBuilder } from '../manifest.ts';
import { entriesOf, nodeAt, type SyntaxNode, scalarAt } from '../syntax/node.ts';
import { readYaml } from '../syntax/yaml.ts';

/** https://docs.docker.com/reference/compose-file/ */
export function parseCompose(text: string): Manifest {
  const { roots, problems } = readYaml(text);
  const manifest = new ManifestBuilder(text);
  const seen = new Set<SyntaxNode>();
  const [root] = roots;
  // Version 1 had no `services`: the services stood at the top.
  const services = nodeAt(root, 'services') ?? root;
  for (const { key, value } of entriesOf(services)) {
    const image = scalarAt(value, 'image') ?? scalarAt(value, '<<', 'image');
    // An image that several services inherit stands in the text once.
    if (!image || seen.has(image) || isBuilt(value)) continue;
    seen.add(image);
    addImage(manifest, text, image, { place: `services.${key.value}` });
  }
  return manifest.build('compose.yaml', 'docker', problems);
}

/** With `build`, `image` is the name of the result. */
function isBuilt(service: SyntaxNode | undefined): boolean {
  return nodeAt(service, 'build') !== undefined;
}
