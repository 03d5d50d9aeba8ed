import type { ManifestFormat } from '../manifest.ts';
import { parseBower } from './parse.ts';

export const bowerJson: ManifestFormat = {
  id: 'bower.json',
  ecosystem: 'bower',
  patterns: ['bower.json'],
  parse: parseBower,
};
