import type { Manifest } from '../../model.ts';
import { mavenPurl } from '../../purl/index.ts';
import { readMavenCoordinates } from '../jvm/coordinates.ts';
import { ManifestBuilder, type Piece } from '../manifest.ts';
import { entriesOf, itemsOf, nodeAt, type ScalarNode, type SyntaxNode, scalarAt } from '../syntax/node.ts';
import { readToml } from '../syntax/toml.ts';

/** The keys under which other manifests find the entries: `libs.` accessors know `-`, `_` and `.` as one. */
export function accessorOf(alias: string): string {
  return alias.replace(/[-_]/g, '.');
}

/** https://docs.gradle.org/current/userguide/version_catalogs.html */
export function parseVersionCatalog(text: string): Manifest {
  const { roots, problems } = readToml(text);
  const manifest = new ManifestBuilder(text);
  const [root] = roots;
  const versions = nodeAt(root, 'versions');
  for (const { key, value } of entriesOf(nodeAt(root, 'libraries'))) readLibrary(manifest, text, key, value, versions);
  for (const { key, value } of entriesOf(nodeAt(root, 'plugins'))) readPlugin(manifest, key, value, versions);
  for (const { key, value } of entriesOf(nodeAt(root, 'bundles'))) {
    const aliases = itemsOf(value).map(item => (item.kind === 'scalar' ? accessorOf(item.value) : ''));
    manifest.define(`bundles.${accessorOf(key.value)}`, aliases.join(' '));
  }
  return manifest.build('libs.versions.toml', 'maven', problems);
}

function readLibrary(
  manifest: ManifestBuilder,
  text: string,
  alias: ScalarNode,
  value: SyntaxNode | undefined,
  versions: SyntaxNode | undefined,
): void {
  const module = value?.kind === 'scalar' ? value : scalarAt(value, 'module');
  const version = versionOf(value, versions);
  if (module) {
    const found = readMavenCoordinates(text, module);
    if (found) add(manifest, alias, found.name, found.group, found.artifact, version ?? pieceOf(text, found.version));
    return;
  }
  const group = scalarAt(value, 'group');
  const name = scalarAt(value, 'name');
  if (group && name) add(manifest, alias, name, group.value, name.value, version);
}

interface Version extends Piece {
  readonly value: string;
}

function pieceOf(text: string, piece: Piece | undefined): Version | undefined {
  return piece && { ...piece, value: text.slice(piece.start, piece.end) };
}

function add(
  manifest: ManifestBuilder,
  alias: ScalarNode,
  name: Piece,
  group: string,
  artifact: string,
  version: Version | undefined,
): void {
  manifest.add(name, version, { purl: mavenPurl(group, artifact), place: '[libraries]' });
  manifest.define(accessorOf(alias.value), `${group}:${artifact}:${version?.value ?? ''}`);
}

/** The plugin `id` is published as `id:id.gradle.plugin`. */
function readPlugin(
  manifest: ManifestBuilder,
  alias: ScalarNode,
  value: SyntaxNode | undefined,
  versions: SyntaxNode | undefined,
): void {
  const id = value?.kind === 'scalar' ? value : scalarAt(value, 'id');
  if (!id) return;
  const colon = value?.kind === 'scalar' ? id.value.indexOf(':') : -1;
  const plugin = colon < 0 ? id.value : id.value.slice(0, colon);
  const version: Version | undefined =
    colon < 0
      ? versionOf(value, versions)
      : { start: id.start + colon + 1, end: id.end, value: id.value.slice(colon + 1) };
  manifest.add({ start: id.start, end: id.start + plugin.length }, version, {
    purl: pluginPurl(plugin),
    place: '[plugins]',
    scope: 'build',
  });
  manifest.define(`plugins.${accessorOf(alias.value)}`, `${plugin}:${plugin}.gradle.plugin:${version?.value ?? ''}`);
}

/** https://docs.gradle.org/current/userguide/plugins.html#sec:plugin_markers */
export function pluginPurl(id: string): string {
  return mavenPurl(id, `${id}.gradle.plugin`);
}

/** A version, a rich version or the entry that `version.ref` names. */
function versionOf(value: SyntaxNode | undefined, versions: SyntaxNode | undefined): ScalarNode | undefined {
  const reference = scalarAt(value, 'version', 'ref');
  const version = reference ? nodeAt(versions, reference.value) : nodeAt(value, 'version');
  if (version?.kind === 'scalar') return version;
  return scalarAt(version, 'require') ?? scalarAt(version, 'strictly') ?? scalarAt(version, 'prefer');
}
