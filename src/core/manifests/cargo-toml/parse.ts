import type { DependencyOrigin, DependencyScope, Manifest } from '../../model.ts';
import { purlOf } from '../../purl/index.ts';
import { ManifestBuilder } from '../manifest.ts';
import { entriesOf, nodeAt, type ScalarNode, type SyntaxNode, scalarAt } from '../syntax/node.ts';
import { readToml } from '../syntax/toml.ts';

const tables: ReadonlyMap<string, DependencyScope> = new Map([
  ['dependencies', 'runtime'],
  ['dev-dependencies', 'development'],
  ['dev_dependencies', 'development'],
  ['build-dependencies', 'build'],
  ['build_dependencies', 'build'],
]);

/** https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html */
export function parseCargo(text: string): Manifest {
  const { roots, problems } = readToml(text);
  const manifest = new ManifestBuilder(text);
  const [root] = roots;
  readTables(manifest, root, '');
  for (const { key, value } of entriesOf(nodeAt(root, 'target'))) {
    readTables(manifest, value, `target.${/^[\w-]+$/.test(key.value) ? key.value : `'${key.value}'`}.`);
  }
  readTable(manifest, nodeAt(root, 'workspace', 'dependencies'), '[workspace.dependencies]', 'runtime');
  for (const { key, value } of entriesOf(nodeAt(root, 'patch')))
    readTable(manifest, value, `[patch.${key.value}]`, 'runtime');
  return manifest.build('Cargo.toml', 'cargo', problems);
}

function readTables(manifest: ManifestBuilder, owner: SyntaxNode | undefined, prefix: string): void {
  for (const { key, value } of entriesOf(owner)) {
    const scope = tables.get(key.value);
    if (scope) readTable(manifest, value, `[${prefix}${key.value}]`, scope);
  }
}

function readTable(
  manifest: ManifestBuilder,
  table: SyntaxNode | undefined,
  place: string,
  scope: DependencyScope,
): void {
  for (const { key, value } of entriesOf(table)) {
    // A renamed crate is known to the registry by its `package`.
    const crate = scalarAt(value, 'package')?.value ?? key.value;
    manifest.add(key, requirementOf(value), {
      purl: purlOf('cargo', '', crate),
      place,
      scope: scope === 'runtime' && scalarAt(value, 'optional')?.value === 'true' ? 'optional' : scope,
      origin: originOf(value),
    });
  }
}

function requirementOf(value: SyntaxNode | undefined): ScalarNode | undefined {
  const node =
    value?.kind === 'scalar'
      ? value
      : ['version', 'tag', 'rev', 'branch'].map(key => scalarAt(value, key)).find(Boolean);
  return node?.quoted ? node : undefined;
}

function originOf(value: SyntaxNode | undefined): DependencyOrigin {
  if (scalarAt(value, 'path')) return 'path';
  if (scalarAt(value, 'git')) return 'git';
  return 'registry';
}
