import type { ManifestFormat } from '../manifest.ts';
import { parseGoMod } from './parse.ts';

export const goMod: ManifestFormat = {
  id: 'go.mod',
  ecosystem: 'golang',
  patterns: ['go.mod'],
  parse: text => parseGoMod(text, 'go.mod'),
};

export const goWork: ManifestFormat = {
  id: 'go.work',
  ecosystem: 'golang',
  patterns: ['go.work'],
  parse: text => parseGoMod(text, 'go.work'),
};
