import type { ManifestFormat } from '../manifest.ts';
import { parseWest } from './parse.ts';

export const westYml: ManifestFormat = {
  id: 'west.yml',
  ecosystem: 'zephyr',
  patterns: ['west.yml', 'west.yaml'],
  parse: parseWest,
};
