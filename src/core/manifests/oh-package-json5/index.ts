import type { ManifestFormat } from '../manifest.ts';
import { parseOhPackage } from './parse.ts';

export const ohPackageJson5: ManifestFormat = {
  id: 'oh-package.json5',
  ecosystem: 'ohpm',
  patterns: ['oh-package.json5'],
  parse: parseOhPackage,
};
