/** What the catalog has for a package, and for a project, and why. */
export { type SimilarProject, similarProjects } from './similar.ts';
export { suggest } from './suggest.ts';
export type { SuggestOptions } from './suggest-options.ts';
