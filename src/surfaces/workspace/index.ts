export { createManifestIndex, type ManifestIndexDependencies } from './workspace-index.ts';
