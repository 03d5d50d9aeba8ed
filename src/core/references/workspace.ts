import type { Dependency, Manifest } from '../model.ts';

/** A manifest that was read, with its `/`-separated path in the workspace. */
export interface WorkspaceManifest {
  readonly path: string;
  readonly manifest: Manifest;
}

/** The manifests of a workspace, found by where they stand. */
export class Workspace {
  readonly #types = new Map<string, WorkspaceManifest[]>();
  readonly #folders = new Map<string, WorkspaceManifest[]>();

  add(file: WorkspaceManifest): void {
    put(this.#types, file.manifest.type, file);
    put(this.#folders, folderOf(file.path), file);
  }

  ofType(type: string): readonly WorkspaceManifest[] {
    return this.#types.get(type) ?? [];
  }

  inFolder(folder: string): readonly WorkspaceManifest[] {
    return this.#folders.get(folder) ?? [];
  }

  at(path: string): WorkspaceManifest | undefined {
    return this.inFolder(folderOf(path)).find(file => file.path === path);
  }

  /** Manifests in the folder of `path` and those above, the nearest first; `below` names a folder under each of them. */
  *above(path: string, below = ''): Generator<WorkspaceManifest> {
    for (let folder: string | undefined = folderOf(path); folder !== undefined; folder = parentOf(folder)) {
      yield* this.inFolder(folder);
      if (below) yield* this.inFolder(folder === '' ? below : `${folder}/${below}`);
    }
  }
}

function put(map: Map<string, WorkspaceManifest[]>, key: string, file: WorkspaceManifest): void {
  const list = map.get(key);
  if (list) list.push(file);
  else map.set(key, [file]);
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

function parentOf(folder: string): string | undefined {
  return folder === '' ? undefined : folderOf(folder);
}

/** `../a` seen from a folder; `undefined` where it leaves the workspace. */
export function joinPath(folder: string, relative: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split(/[/\\]/)) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The manifest with other dependencies; the same object where none changed. */
export function mapDependencies(
  manifest: Manifest,
  map: (dependency: Dependency) => Dependency | readonly Dependency[],
): Manifest {
  let changed = false;
  const dependencies = manifest.dependencies.flatMap(dependency => {
    const mapped = map(dependency);
    changed ||= mapped !== dependency;
    return mapped;
  });
  return changed ? { ...manifest, dependencies } : manifest;
}

/** The dependency with what its requirement comes to. */
export function withResolved(
  dependency: Dependency,
  resolved: string | undefined | null,
  facts: Partial<Pick<Dependency, 'purl' | 'origin'>> = {},
): Dependency {
  const news = resolved === undefined || resolved === null || resolved === dependency.requirement ? {} : { resolved };
  return { ...dependency, ...facts, ...news };
}
