import type { DependencyScope, Manifest } from '../../model.ts';
import { purlOf } from '../../purl/index.ts';
import { ManifestBuilder } from '../manifest.ts';
import { readJson } from '../syntax/json.ts';
import { entriesOf, itemsOf, nodeAt, type SyntaxNode, scalarAt } from '../syntax/node.ts';

/** https://learn.microsoft.com/vcpkg/reference/vcpkg-json */
export function parseVcpkg(text: string): Manifest {
  const { roots, problems } = readJson(text);
  const manifest = new ManifestBuilder(text);
  const [root] = roots;
  readList(manifest, nodeAt(root, 'dependencies'), 'dependencies', 'runtime');
  readList(manifest, nodeAt(root, 'overrides'), 'overrides', 'runtime');
  for (const { key, value } of entriesOf(nodeAt(root, 'features'))) {
    readList(manifest, nodeAt(value, 'dependencies'), `features.${key.value}`, 'optional');
  }
  return manifest.build('vcpkg.json', 'vcpkg', problems);
}

function readList(
  manifest: ManifestBuilder,
  list: SyntaxNode | undefined,
  place: string,
  scope: DependencyScope,
): void {
  for (const item of itemsOf(list)) {
    const name = item.kind === 'scalar' ? item : scalarAt(item, 'name');
    if (!name?.quoted) continue;
    const version = ['version>=', 'version', 'version-semver', 'version-date', 'version-string']
      .map(key => scalarAt(item, key))
      .find(Boolean);
    const host = scalarAt(item, 'host')?.value === 'true';
    manifest.add(name, version, { purl: purlOf('vcpkg', '', name.value), place, scope: host ? 'build' : scope });
  }
}
