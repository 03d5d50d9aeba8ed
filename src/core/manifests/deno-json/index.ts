import type { ManifestFormat } from '../manifest.ts';
import { parseDeno } from './parse.ts';

export const denoJson: ManifestFormat = {
  id: 'deno.json',
  ecosystem: 'jsr',
  patterns: ['deno.json', 'deno.jsonc', 'import_map.json', 'jsr.json'],
  parse: parseDeno,
};
