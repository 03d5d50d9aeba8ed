import type { Dependency, Manifest, Suggestion } from '../model.ts';

/** A dependency with what the catalog has for it; without the field when nobody asked. */
export interface ScannedDependency extends Dependency {
  readonly suggestions?: readonly Suggestion[];
}

/** A manifest of a scanned folder. */
export interface ScannedManifest extends Omit<Manifest, 'dependencies' | 'definitions'> {
  /** `/`-separated, relative to the folder that was scanned. */
  readonly path: string;
  readonly dependencies: readonly ScannedDependency[];
}
