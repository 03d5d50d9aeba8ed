/**
 * The words that the folders of the core share: types only, no behavior.
 * A type that one folder alone needs lives in that folder.
 */
export type * from './findings.ts';
export type * from './hosts.ts';
export type * from './licenses.ts';
export type * from './manifests.ts';
export type * from './projects.ts';
export type * from './sentences.ts';
