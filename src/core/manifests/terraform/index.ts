import type { ManifestFormat } from '../manifest.ts';
import { parseTerraform } from './parse.ts';

export const terraform: ManifestFormat = {
  id: 'terraform',
  ecosystem: 'terraform',
  patterns: ['*.tf', '*.tofu'],
  parse: parseTerraform,
};
