import type { ManifestFormat } from '../manifest.ts';
import { parsePipfile } from './parse.ts';

export const pipfile: ManifestFormat = {
  id: 'Pipfile',
  ecosystem: 'pypi',
  patterns: ['Pipfile'],
  parse: parsePipfile,
};
