import type { ManifestFormat } from '../manifest.ts';
import { parsePackageJson } from './parse.ts';

export { readCatalogs, readOverrides } from './parse.ts';

/** https://docs.npmjs.com/cli/configuring-npm/package-json */
export const packageJson: ManifestFormat = {
  id: 'package.json',
  ecosystem: 'npm',
  patterns: ['package.json'],
  parse: parsePackageJson,
};
