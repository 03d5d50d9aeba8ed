import type { Dependency, Manifest } from '../model.ts';
import { fillProperties } from './msbuild-properties.ts';
import { mapDependencies, type Workspace, type WorkspaceManifest, withResolved } from './workspace.ts';

const versionPlaces: ReadonlySet<string> = new Set(['PackageVersion', 'GlobalPackageReference']);

/** Central versions of Directory.Packages.props, and properties of the props files above. */
export function resolveNuget(workspace: Workspace): (file: WorkspaceManifest) => Manifest {
  // One file serves hundreds of projects.
  const versions = new Map<Manifest | undefined, ReadonlyMap<string, string>>();
  const versionsOf = (props: Manifest | undefined) => {
    const known = versions.get(props) ?? centralVersions(props);
    versions.set(props, known);
    return known;
  };
  return ({ path, manifest }) => {
    if (!manifest.dependencies.some(needsMore)) return manifest;
    const above = [...workspace.above(path)]
      .map(file => file.manifest)
      .filter(({ ecosystem, type }) => ecosystem === 'nuget' && type.startsWith('Directory.'));
    const properties = propertiesOf([manifest, ...above]);
    const central = versionsOf(above.find(({ type }) => type === 'Directory.Packages.props'));
    return mapDependencies(manifest, dependency => {
      if (!needsMore(dependency)) return dependency;
      const written = dependency.requirement ?? central.get(dependency.name.toLowerCase());
      return written === undefined ? dependency : withResolved(dependency, fillProperties(written, properties));
    });
  };
}

function needsMore({ requirement, place }: Dependency): boolean {
  return (requirement === null && place === 'PackageReference') || (requirement?.includes('$(') ?? false);
}

/** The nearest definition counts. */
function propertiesOf(manifests: readonly Manifest[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { definitions } of manifests.toReversed()) {
    for (const [key, value] of definitions ?? [])
      if (key.startsWith('property:')) found.set(key.slice('property:'.length), value);
  }
  return found;
}

function centralVersions(manifest: Manifest | undefined): ReadonlyMap<string, string> {
  const entries =
    manifest?.dependencies.filter(({ place, requirement }) => versionPlaces.has(place) && requirement !== null) ?? [];
  return new Map(entries.map(({ name, requirement }) => [name.toLowerCase(), requirement ?? '']));
}
