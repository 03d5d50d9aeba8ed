/** What the catalog has for a package, and why. */
export { suggest } from './suggest.ts';
export type { SuggestOptions } from './suggest-options.ts';
