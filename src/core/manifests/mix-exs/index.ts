import type { ManifestFormat } from '../manifest.ts';
import { parseMix } from './parse.ts';

export const mixExs: ManifestFormat = {
  id: 'mix.exs',
  ecosystem: 'hex',
  patterns: ['mix.exs'],
  parse: parseMix,
};
