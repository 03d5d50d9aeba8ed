import type { Manifest } from '../model.ts';
import { isPath } from './go-path.ts';
import { mapDependencies, type Workspace, type WorkspaceManifest, withResolved } from './workspace.ts';

/** A `replace` in go.work wins over those of the modules. https://go.dev/ref/mod#go-work-file-replace */
export function resolveGo(workspace: Workspace): (file: WorkspaceManifest) => Manifest {
  return ({ path, manifest }) => {
    const work = [...workspace.above(path)].find(file => file.manifest.type === 'go.work')?.manifest.definitions;
    if (!work) return manifest;
    return mapDependencies(manifest, dependency => {
      const { name, requirement, place } = dependency;
      const target = work.get(`replace:${name}`) ?? work.get(`replace:${name} ${requirement}`);
      if (target === undefined || !place.startsWith('require')) return dependency;
      return withResolved(dependency, target, { origin: isPath(target) ? 'path' : 'registry' });
    });
  };
}
