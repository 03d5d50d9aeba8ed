import type { Manifest } from '../../model.ts';
import type { Lookup } from '../../references/index.ts';
import { addImage } from '../docker/image.ts';
import { ManifestBuilder } from '../manifest.ts';
import { entriesOf, itemsOf, nodeAt, type SyntaxNode, scalarAt } from '../syntax/node.ts';
import { readYaml } from '../syntax/yaml.ts';

/** Images and services of jobs. https://docs.gitlab.com/ci/yaml/ */
export function parseGitlabCi(text: string): Manifest {
  const { roots, problems } = readYaml(text);
  const manifest = new ManifestBuilder(text);
  for (const root of roots) {
    const global = nodeAt(root, 'variables');
    readJob(manifest, text, root, 'default', global);
    for (const { key, value } of entriesOf(root))
      if (value?.kind === 'map' && key.value !== 'image') readJob(manifest, text, value, key.value, global);
  }
  return manifest.build('.gitlab-ci.yml', 'docker', problems);
}

function readJob(
  manifest: ManifestBuilder,
  text: string,
  job: SyntaxNode,
  place: string,
  global: SyntaxNode | undefined,
): void {
  const own = nodeAt(job, 'variables');
  const lookup: Lookup = name => variable(own, name) ?? variable(global, name);
  const add = (node: SyntaxNode | undefined) => {
    const image = node?.kind === 'scalar' ? node : scalarAt(node, 'name');
    if (image) addImage(manifest, text, image, { place }, lookup);
  };
  add(nodeAt(job, 'image'));
  for (const service of itemsOf(nodeAt(job, 'services'))) add(service);
}

function variable(variables: SyntaxNode | undefined, name: string): string | undefined {
  return (scalarAt(variables, name) ?? scalarAt(variables, name, 'value'))?.value;
}
