import { writeCompiled } from './compiled.ts';
import { readCatalogFolder, shown } from './folder.ts';

/**
 * Compiles the data folder into the one text that the product loads. For the build, in Node.
 * Throws a `CatalogError` that names the bad file.
 */
export async function compileCatalogFolder(folder: string): Promise<string> {
  const data = await readCatalogFolder(folder);
  return writeCompiled({ ...data, projects: data.projects.map(project => shown(project, data.verifications)) });
}
