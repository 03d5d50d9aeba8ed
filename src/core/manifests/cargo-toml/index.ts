import type { ManifestFormat } from '../manifest.ts';
import { parseCargo } from './parse.ts';

export const cargoToml: ManifestFormat = {
  id: 'Cargo.toml',
  ecosystem: 'cargo',
  patterns: ['Cargo.toml'],
  parse: parseCargo,
};
