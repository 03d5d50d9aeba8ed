import type { ManifestFormat } from '../manifest.ts';
import { parseGlobalJson } from './parse.ts';

export const globalJson: ManifestFormat = {
  id: 'global.json',
  ecosystem: 'nuget',
  patterns: ['global.json'],
  parse: parseGlobalJson,
};
