/** Text of a manifest in, dependencies with exact places out. Pure: no file system, no network, no editor. */
export { formatOf, formats, readManifest } from './formats.ts';
export type { ManifestFormat } from './manifest.ts';
export { applyChanges, type Replacement, replaceDependency, type TextChange } from './replace.ts';
export { createResolver, offerOf, resolveManifests, type WorkspaceManifest } from './resolve/index.ts';
