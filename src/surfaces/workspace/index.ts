export { registerIgnore } from './ignore.ts';
export { createManifestIndex } from './workspace-index.ts';
