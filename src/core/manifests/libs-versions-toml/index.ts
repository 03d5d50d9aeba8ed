import type { ManifestFormat } from '../manifest.ts';
import { parseVersionCatalog } from './parse.ts';

export { accessorOf, pluginPurl } from './parse.ts';

export const versionCatalog: ManifestFormat = {
  id: 'libs.versions.toml',
  ecosystem: 'maven',
  patterns: ['*.versions.toml'],
  parse: parseVersionCatalog,
};
