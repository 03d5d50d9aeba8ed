import type { Dependency, Manifest } from '../model.ts';
import { mapDependencies, type Workspace, type WorkspaceManifest, withResolved } from './workspace.ts';

const none: ReadonlyMap<string, Dependency> = new Map();

/** `catalog:` of pnpm, Yarn and Bun; `$name` in npm's overrides. */
export function resolveNpm(workspace: Workspace): (file: WorkspaceManifest) => Manifest {
  const catalogs = new Map<Manifest, ReadonlyMap<string, Dependency>>();
  const entriesOf = (manifest: Manifest) => {
    const known = catalogs.get(manifest) ?? readCatalog(manifest);
    catalogs.set(manifest, known);
    return known;
  };
  return ({ path, manifest }) =>
    mapDependencies(manifest, dependency => {
      const { requirement } = dependency;
      if (requirement?.startsWith('$')) return direct(manifest, dependency, requirement.slice(1));
      if (!requirement?.startsWith('catalog:')) return dependency;
      const key = keyOf(requirement.slice('catalog:'.length).trim() || 'default', dependency.name);
      for (const { manifest: owner } of workspace.above(path)) {
        const entry = owner.ecosystem === 'npm' ? entriesOf(owner).get(key) : undefined;
        if (entry)
          return withResolved(dependency, entry.resolved ?? entry.requirement, {
            purl: entry.purl,
            origin: entry.origin,
          });
      }
      return dependency;
    });
}

function direct(manifest: Manifest, dependency: Dependency, name: string): Dependency {
  const found = manifest.dependencies.find(other => other.name === name && !other.place.startsWith('overrides'));
  return found ? withResolved(dependency, found.resolved ?? found.requirement) : dependency;
}

function keyOf(catalog: string, name: string): string {
  return `${catalog}\n${name}`;
}

/** The place of an entry names its catalog: `catalog`, `catalogs.next`, `workspaces.catalogs.next`. */
function readCatalog(manifest: Manifest): ReadonlyMap<string, Dependency> {
  const entries = new Map<string, Dependency>();
  for (const dependency of manifest.dependencies) {
    // Most manifests have none, and each is looked at.
    if (!dependency.place.includes('catalog')) continue;
    const match = /^(?:workspaces\.)?(?:catalog$|catalogs\.(.+)$)/.exec(dependency.place);
    if (match) entries.set(keyOf(match[1] ?? 'default', dependency.name), dependency);
  }
  return entries.size > 0 ? entries : none;
}
