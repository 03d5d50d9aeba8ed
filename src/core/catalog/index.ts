/** Curated facts about Chinese open-source projects, and what other packages are for. */
export { type Catalog, openCatalog } from './catalog.ts';
export { CatalogError } from './catalog-error.ts';
export type { Edge } from './compiled.ts';
export { usableFrom } from './ecosystems.ts';
export { parsePurl } from './names.ts';
export type { Overlay } from './overlay.ts';
export { type OverlayFile, type OverlayProblem, readOverlay } from './read-overlay.ts';
