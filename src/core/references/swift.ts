import type { Manifest } from '../model.ts';
import { folderOf, type Workspace, type WorkspaceManifest } from './workspace.ts';

/** Package.resolved repeats Package.swift and adds what that needs in turn: it counts only where it stands alone. */
export function resolveSwift(workspace: Workspace): (file: WorkspaceManifest) => Manifest {
  return ({ path, manifest }) => {
    const alone = !workspace.inFolder(folderOf(path)).some(file => file.manifest.type === 'Package.swift');
    return alone ? manifest : { ...manifest, dependencies: [] };
  };
}
