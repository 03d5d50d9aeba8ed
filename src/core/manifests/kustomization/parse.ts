import type { Manifest } from '../../model.ts';
import { purlOf } from '../../purl/index.ts';
import { imagePurl } from '../docker/image.ts';
import { repositoryName, repositoryPurl } from '../git/repository.ts';
import { ManifestBuilder, type Piece } from '../manifest.ts';
import { itemsOf, nodeAt, type ScalarNode, type SyntaxNode, scalarAt } from '../syntax/node.ts';
import { readYaml } from '../syntax/yaml.ts';

/** https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ */
export function parseKustomization(text: string): Manifest {
  const { roots, problems } = readYaml(text);
  const manifest = new ManifestBuilder(text);
  const [root] = roots;
  for (const image of itemsOf(nodeAt(root, 'images'))) addImageOverride(manifest, image);
  for (const chart of itemsOf(nodeAt(root, 'helmCharts'))) {
    const name = scalarAt(chart, 'name');
    if (name)
      manifest.add(name, scalarAt(chart, 'version'), { purl: purlOf('helm', '', name.value), place: 'helmCharts' });
  }
  for (const place of ['resources', 'bases', 'components']) {
    for (const item of itemsOf(nodeAt(root, place))) if (item.kind === 'scalar') addRemote(manifest, text, item, place);
  }
  return manifest.build('kustomization.yaml', 'docker', problems);
}

function addImageOverride(manifest: ManifestBuilder, image: SyntaxNode): void {
  const name = scalarAt(image, 'newName') ?? scalarAt(image, 'name');
  const purl = name && imagePurl(name.value);
  if (name && purl)
    manifest.add(name, scalarAt(image, 'newTag') ?? scalarAt(image, 'digest'), { purl, place: 'images' });
}

/** `https://github.com/owner/name//path?ref=v1`: a folder of another repository. */
function addRemote(manifest: ManifestBuilder, text: string, item: ScalarNode, place: string): void {
  const written = text.slice(item.start, item.end);
  if (!/^(?:[\w+]+:\/\/|git@|[\w-]+(?:\.[\w-]+)+\/[\w-]+\/)/.test(written) || !/[?&]ref=|\/\/.*\/\/|^git/.test(written))
    return;
  const mark = written.indexOf('?');
  const address: Piece = { start: item.start, end: mark < 0 ? item.end : item.start + mark };
  const { name, reference } = repositoryName(text, address);
  const ref = /[?&]ref=([^&\s]+)/.exec(written);
  const start = item.start + (ref ? ref.index + 5 : 0);
  if (reference)
    manifest.add(name, ref?.[1] ? { start, end: start + ref[1].length } : undefined, {
      purl: repositoryPurl(reference),
      place,
      origin: 'git',
    });
}
