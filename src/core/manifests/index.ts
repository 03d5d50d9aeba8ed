/** Text of a manifest in, dependencies with exact places out. Pure: no file system, no network, no editor. */
export { addDependency, isList } from './add.ts';
export type { Replacement } from './edit.ts';
export { formatOf, formats, readManifest } from './formats.ts';
export type { ManifestFormat } from './manifest.ts';
export { replaceDependency } from './replace.ts';
export { applyChanges, type TextChange } from './text-change.ts';
