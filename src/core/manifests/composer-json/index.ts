import type { ManifestFormat } from '../manifest.ts';
import { parseComposer } from './parse.ts';

export const composerJson: ManifestFormat = {
  id: 'composer.json',
  ecosystem: 'composer',
  patterns: ['composer.json'],
  parse: parseComposer,
};
