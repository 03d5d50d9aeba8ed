import type { Manifest } from '../../model.ts';
import { purlOf } from '../../purl/index.ts';
import { addImage, imagePurl } from '../docker/image.ts';
import { ManifestBuilder } from '../manifest.ts';
import {
  entriesOf,
  itemsOf,
  type MapNode,
  nodeAt,
  type ScalarNode,
  type SyntaxNode,
  scalarAt,
} from '../syntax/node.ts';
import { readYaml } from '../syntax/yaml.ts';

/** Charts that a chart is made of. https://helm.sh/docs/topics/charts/#chart-dependencies */
export function parseChart(text: string, type = 'Chart.yaml'): Manifest {
  const { roots, problems } = readYaml(text);
  const manifest = new ManifestBuilder(text);
  for (const chart of itemsOf(nodeAt(roots[0], 'dependencies'))) {
    const name = scalarAt(chart, 'name');
    if (!name) continue;
    manifest.add(name, scalarAt(chart, 'version'), {
      purl: purlOf('helm', '', name.value),
      place: 'dependencies',
      origin: scalarAt(chart, 'repository')?.value.startsWith('file:') ? 'path' : 'registry',
    });
  }
  return manifest.build(type, 'helm', problems);
}

/** Images in the values of a chart: `image: name:tag`, `image: { registry, repository, tag, digest }`. */
export function parseValues(text: string): Manifest {
  const { roots, problems } = readYaml(text);
  const manifest = new ManifestBuilder(text);
  for (const root of roots) readValues(manifest, text, root);
  return manifest.build('values.yaml', 'docker', problems);
}

interface Open {
  readonly node: SyntaxNode;
  readonly path: string;
}

function readValues(manifest: ManifestBuilder, text: string, root: SyntaxNode): void {
  const seen = new Set<SyntaxNode>();
  const open: Open[] = [{ node: root, path: '' }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, path } = next;
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'list') open.push(...node.items.map(item => ({ node: item, path })).reverse());
    else if (node.kind === 'map') open.push(...readMap(manifest, text, node, path).reverse());
  }
}

function readMap(manifest: ManifestBuilder, text: string, node: MapNode, path: string): Open[] {
  const inner: Open[] = [];
  const repository = scalarAt(node, 'repository') ?? (isImageKey(lastKey(path)) ? scalarAt(node, 'name') : undefined);
  // `image: redis`, `tag: "7"` side by side.
  const beside = scalarAt(node, 'tag') && scalarAt(node, 'image');
  const untagged = beside && !/:[^/]+$/.test(beside.value) ? beside : undefined;
  if (repository && isImageMap(node, path)) addParts(manifest, text, node, repository, path);
  else if (untagged) addParts(manifest, text, node, untagged, path ? `${path}.image` : 'image');
  for (const { key, value } of node.entries) {
    const at = path ? `${path}.${key.value}` : key.value;
    if (value?.kind === 'scalar') {
      // A word alone under `image` is often a switch or a name; with a slash or a tag it is an image.
      if (isImageKey(key.value) && /[:/]/.test(value.value) && value !== untagged)
        addImage(manifest, text, value, { place: at });
    } else if (value) {
      if (key.value === 'images') addImages(manifest, text, value, at);
      inner.push({ node: value, path: at });
    }
  }
  return inner;
}

/** A list of images, or a map of names to images. */
function addImages(manifest: ManifestBuilder, text: string, node: SyntaxNode, place: string): void {
  const values = node.kind === 'list' ? node.items : entriesOf(node).map(({ value }) => value);
  for (const value of values)
    if (value?.kind === 'scalar' && /[:/]/.test(value.value)) addImage(manifest, text, value, { place });
}

function isImageKey(key: string): boolean {
  return key === 'image' || key.endsWith('Image');
}

function lastKey(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function isImageMap(node: MapNode, path: string): boolean {
  return isImageKey(lastKey(path)) || scalarAt(node, 'tag') !== undefined || scalarAt(node, 'digest') !== undefined;
}

function addParts(manifest: ManifestBuilder, text: string, node: MapNode, repository: ScalarNode, path: string): void {
  const tag = [scalarAt(node, 'tag'), scalarAt(node, 'digest')].find(part => part && part.value !== '');
  const registry = [scalarAt(node, 'registry'), scalarAt(node, 'registryHost')].find(part => part && part.value !== '');
  if (!tag && /:[^/]+$/.test(repository.value)) {
    addImage(manifest, text, repository, { place: path });
    return;
  }
  const purl = imagePurl(repository.value, registry?.value);
  if (purl && !/[{}\s]/.test(repository.value)) manifest.add(repository, tag, { purl, place: path });
}
