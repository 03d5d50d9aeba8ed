/** The compiled catalog, or the folder that it is made from, cannot be read. */
export class CatalogError extends Error {
  override readonly name = 'CatalogError';
}
