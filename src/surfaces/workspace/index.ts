export { registerIgnore } from './ignore.ts';
export { createManifestIndex, type ManifestIndexDependencies } from './workspace-index.ts';
