import type { Dependency, Manifest } from '../model.ts';
import { workspacePlace } from './cargo-place.ts';
import { mapDependencies, type Workspace, type WorkspaceManifest, withResolved } from './workspace.ts';

/** `{ workspace = true }`: the table of the nearest root above. */
export function resolveCargo(workspace: Workspace): (file: WorkspaceManifest) => Manifest {
  const tables = new Map<Manifest, ReadonlyMap<string, Dependency>>();
  const tableOf = (manifest: Manifest) => {
    const known =
      tables.get(manifest) ??
      new Map(manifest.dependencies.filter(({ place }) => place === workspacePlace).map(entry => [entry.name, entry]));
    tables.set(manifest, known);
    return known;
  };
  return ({ path, manifest }) =>
    mapDependencies(manifest, dependency => {
      if (dependency.requirement !== null || dependency.origin !== 'registry' || dependency.place === workspacePlace)
        return dependency;
      for (const { manifest: owner } of workspace.above(path)) {
        const entry = owner.type === 'Cargo.toml' ? tableOf(owner).get(dependency.name) : undefined;
        if (entry) return withResolved(dependency, entry.requirement, { purl: entry.purl, origin: entry.origin });
      }
      return dependency;
    });
}
