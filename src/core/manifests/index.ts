/** Text of a manifest in, dependencies with exact places out. Pure: no file system, no network, no editor. */
export { addDependency } from './add.ts';
export { applyChanges, type Replacement, type TextChange } from './edit.ts';
export { formatOf, formats, readManifest } from './formats.ts';
export type { ManifestFormat } from './manifest.ts';
export { replaceDependency } from './replace.ts';
export { createResolver, offerOf, resolveManifests, type WorkspaceManifest } from './resolve/index.ts';
