import type { Dependency, Manifest } from '../model.ts';
import { workspacePlace } from './cargo-place.ts';

/** Which dependencies of a manifest others take requirements from. */
const offers: ReadonlyMap<string, (dependency: Dependency) => boolean> = new Map<
  string,
  (dependency: Dependency) => boolean
>([
  ['package.json', ({ place }) => place.includes('catalog')],
  ['pnpm-workspace.yaml', ({ place }) => place.includes('catalog')],
  ['Cargo.toml', ({ place }) => place === workspacePlace],
  ['pom.xml', ({ place }) => place === 'dependencyManagement' || place === 'build.pluginManagement'],
  ['Directory.Packages.props', () => true],
  ['Directory.Build.props', () => true],
]);

/**
 * What other manifests of the workspace may take from this one, as a text to compare: as long as it stays the same, no
 * other manifest has to be resolved again. Texts of two manifests say nothing about each other.
 */
export function offerOf({ type, dependencies, definitions }: Manifest): string {
  const isOffered = offers.get(type);
  const offered = isOffered ? dependencies.filter(isOffered) : [];
  if (offered.length === 0 && !definitions) return type;
  const parts = offered.map(({ place, name, purl, requirement, resolved, origin }) => [
    place,
    name,
    purl,
    requirement,
    resolved,
    origin,
  ]);
  return JSON.stringify([type, parts, [...(definitions ?? [])]]);
}
