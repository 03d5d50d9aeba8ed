import type { Dependency, Manifest } from '../model.ts';
import { workspacePlace } from './cargo-place.ts';
import { mapDependencies, type Workspace, type WorkspaceManifest, withResolved } from './workspace.ts';

const none: ReadonlyMap<string, Dependency> = new Map();

/** `{ workspace = true }`: the table of the nearest root above. */
export function resolveCargo(workspace: Workspace): (file: WorkspaceManifest) => Manifest {
  const tables = new Map<Manifest, ReadonlyMap<string, Dependency>>();
  const tableOf = (manifest: Manifest) => {
    const known = tables.get(manifest);
    if (known) return known;
    const entries = manifest.dependencies.filter(({ place }) => place === workspacePlace);
    // Most have none: one map for all of them.
    const table = entries.length > 0 ? new Map(entries.map(entry => [entry.name, entry])) : none;
    tables.set(manifest, table);
    return table;
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
