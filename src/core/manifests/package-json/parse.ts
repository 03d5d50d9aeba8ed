import type { DependencyScope, Manifest } from '../../model.ts';
import { npmPurl, purlOfPath } from '../../purl/index.ts';
import { ManifestBuilder } from '../manifest.ts';
import { readJson } from '../syntax/json.ts';
import {
  entriesOf,
  itemsOf,
  type MapEntry,
  nodeAt,
  rangeOf,
  type ScalarNode,
  type SyntaxNode,
  scalarAt,
} from '../syntax/node.ts';
import { readNpmRequirement } from './requirement.ts';

const sections: ReadonlyMap<string, DependencyScope> = new Map([
  ['dependencies', 'runtime'],
  ['devDependencies', 'development'],
  ['peerDependencies', 'peer'],
  ['optionalDependencies', 'optional'],
]);

const wanted: ReadonlySet<string> = new Set([
  ...sections.keys(),
  ...[
    'overrides',
    'resolutions',
    'bundledDependencies',
    'bundleDependencies',
    'pnpm',
    'bun',
    'workspaces',
    'catalog',
    'catalogs',
  ],
]);

/** Reads a package.json, with the catalogs that Bun and Yarn keep in it. */
export function parsePackageJson(text: string): Manifest {
  const { roots, problems } = readJson(text, wanted);
  const manifest = new ManifestBuilder(text);
  const root = roots.find(node => node.kind === 'map');
  for (const entry of entriesOf(root)) readSection(manifest, entry);
  for (const place of ['pnpm', 'bun'] as const) {
    const overrides = nodeAt(root, place, 'overrides');
    if (overrides) readOverrides(manifest, overrides, `${place}.overrides`);
  }
  // Bun takes catalogs at the top or under `workspaces`.
  for (const [owner, prefix] of [
    [root, ''],
    [nodeAt(root, 'workspaces'), 'workspaces.'],
  ] as const) {
    readCatalogs(manifest, owner, prefix);
  }
  return manifest.build('package.json', 'npm', problems);
}

/** `catalog` and `catalogs` maps, as in pnpm-workspace.yaml, .yarnrc.yml and Bun's package.json. */
export function readCatalogs(manifest: ManifestBuilder, owner: SyntaxNode | undefined, prefix = ''): void {
  readEntries(manifest, nodeAt(owner, 'catalog'), 'runtime', `${prefix}catalog`);
  for (const { key, value } of entriesOf(nodeAt(owner, 'catalogs'))) {
    readEntries(manifest, value, 'runtime', `${prefix}catalogs.${key.value}`);
  }
}

function readSection(manifest: ManifestBuilder, { key, value }: MapEntry): void {
  const scope = sections.get(key.value);
  if (scope) {
    readEntries(manifest, value, scope, key.value);
  } else if (key.value === 'overrides' || key.value === 'resolutions') {
    readOverrides(manifest, value, key.value);
  } else if (key.value === 'bundledDependencies' || key.value === 'bundleDependencies') {
    for (const item of itemsOf(value)) {
      if (item.kind === 'scalar' && item.quoted)
        manifest.add(item, undefined, { purl: npmPurl(item.value), place: key.value });
    }
  }
}

/** One map of name to requirement. */
export function readEntries(
  manifest: ManifestBuilder,
  section: SyntaxNode | undefined,
  scope: DependencyScope,
  place: string,
): void {
  const entries = entriesOf(section);
  const last = entries.length > 1 ? lastOfEach(entries) : undefined;
  for (const entry of entries) {
    const { key, value } = entry;
    if (value?.kind === 'map') {
      // The brace that closes the section before is missing.
      if (sections.has(key.value)) readSection(manifest, entry);
    } else if (last && last.get(key.value) !== entry) {
      manifest.problem(`"${key.value}" is listed again below; only the last entry counts.`, rangeOf(key));
    } else if (value?.kind !== 'list') {
      add(manifest, key, value, scope, place);
    }
  }
}

function lastOfEach(entries: readonly MapEntry[]): ReadonlyMap<string, MapEntry> | undefined {
  const last = new Map(entries.map(entry => [entry.key.value, entry]));
  return last.size === entries.length ? undefined : last;
}

function add(
  manifest: ManifestBuilder,
  key: ScalarNode,
  value: ScalarNode | undefined,
  scope: DependencyScope,
  place: string,
): void {
  if (value && value.value === '' && key.value === '') return;
  const { origin, target, jsr, range } = readNpmRequirement(key.value, value?.value ?? '');
  const name = target ?? key.value;
  manifest.add(key, value, {
    purl: jsr ? purlOfPath('jsr', name) : npmPurl(name),
    scope,
    origin,
    place,
    resolved: range,
  });
}

/**
 * npm's nested `overrides`, Yarn's and pnpm's path patterns (`parent>child@1`, `**` + `/child`). The package that is
 * replaced is the last in the pattern; a requirement `$name` refers to the direct dependency of that name.
 */
export function readOverrides(manifest: ManifestBuilder, section: SyntaxNode | undefined, place: string): void {
  for (const { key, value } of entriesOf(section)) {
    const name = overriddenName(key);
    if (value?.kind === 'map') readOverrides(manifest, value, `${place}.${key.value}`);
    // `"a": { ".": "1", "b": "2" }`: the dot is the package itself.
    const requirement = value?.kind === 'map' ? scalarAt(value, '.') : value;
    if (!name || requirement?.kind !== 'scalar') continue;
    const { origin, target, range } = readNpmRequirement(name.value, requirement.value);
    manifest.add(name, requirement, { purl: npmPurl(target ?? name.value), place, origin, resolved: range });
  }
}

function overriddenName(key: ScalarNode): ScalarNode | undefined {
  const text = key.value;
  // With escapes in the name its parts cannot be told in the text.
  if (text === '.' || text.length !== key.end - key.start) return undefined;
  const inner = text.lastIndexOf('>') + 1;
  const from = inner + startOfLastName(text.slice(inner));
  const at = text.indexOf('@', from + 1);
  const to = at < 0 ? text.length : at;
  return { ...key, value: text.slice(from, to), start: key.start + from, end: key.start + to };
}

/** Yarn writes `parent/child`, `@scope/parent/child` and `**` + `/child`. */
function startOfLastName(text: string): number {
  const last = text.lastIndexOf('/');
  if (last < 0) return 0;
  const before = text.lastIndexOf('/', last - 1);
  return text[before + 1] === '@' ? before + 1 : last + 1;
}
