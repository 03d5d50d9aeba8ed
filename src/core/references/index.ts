/** What manifests mean through others of the workspace, and through values that they name. Knows no parser: small. */
import type { Inclusion, Manifest } from '../model.ts';
import { resolveCargo } from './cargo.ts';
import { resolveGo } from './go.ts';
import { resolveGradle } from './gradle.ts';
import { resolveMaven } from './maven.ts';
import { resolveNpm } from './npm.ts';
import { resolveNuget } from './nuget.ts';
import { resolveSwift } from './swift.ts';
import { folderOf, joinPath, Workspace, type WorkspaceManifest } from './workspace.ts';

export { isPath } from './go-path.ts';
export { fillProperties } from './msbuild-properties.ts';
export { offerOf } from './offer.ts';
export { fill, type Lookup, outsideBraces, shellReference } from './variables.ts';
export type { WorkspaceManifest } from './workspace.ts';

/** Given the workspace once, resolves the manifests of some types. */
export type Resolver = (workspace: Workspace) => (file: WorkspaceManifest) => Manifest;

const resolvers: ReadonlyMap<string, Resolver> = new Map([
  ['package.json', resolveNpm],
  ['Cargo.toml', resolveCargo],
  ['go.mod', resolveGo],
  ['pom.xml', resolveMaven],
  ['build.gradle', resolveGradle],
  ['csproj', resolveNuget],
  ['Directory.Packages.props', resolveNuget],
  ['Directory.Build.props', resolveNuget],
  ['Package.resolved', resolveSwift],
]);

/**
 * Follows references from one manifest of the workspace to another. Gives the manifests in the order of `files`; names
 * and requirements stay as written, what they come to is in `resolved`, and the purl names the real package. What does
 * not stand in the workspace stays as it is.
 */
export function resolveManifests(files: readonly WorkspaceManifest[]): readonly Manifest[] {
  const { add, resolve } = createResolver();
  files.forEach(add);
  return files.map(resolve);
}

/** The same one by one, for a host that must not be held up by thousands of manifests. */
export interface WorkspaceResolver {
  /** All are added before the first is resolved. */
  readonly add: (file: WorkspaceManifest) => void;
  readonly resolve: (file: WorkspaceManifest) => Manifest;
}

export function createResolver(): WorkspaceResolver {
  const workspace = new Workspace();
  const ready = new Map<Resolver, (file: WorkspaceManifest) => Manifest>();
  return {
    add: file => workspace.add(file),
    resolve: file => {
      const resolver = resolvers.get(file.manifest.type);
      if (!resolver) return file.manifest;
      const resolve = ready.get(resolver) ?? resolver(workspace);
      ready.set(resolver, resolve);
      return resolve(file);
    },
  };
}

/** Files that a manifest takes in and that lie in the workspace, by their paths in it. */
export function inclusionsOf({ path, manifest }: WorkspaceManifest): readonly Inclusion[] {
  return (manifest.inclusions ?? []).flatMap(({ path: written, format }) => {
    const found = joinPath(folderOf(path), written);
    return found === undefined || found === '' ? [] : [{ path: found, format }];
  });
}
