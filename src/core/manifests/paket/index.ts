import type { ManifestFormat } from '../manifest.ts';
import { parsePaket } from './parse.ts';

export const paketDependencies: ManifestFormat = {
  id: 'paket.dependencies',
  ecosystem: 'nuget',
  patterns: ['paket.dependencies'],
  parse: parsePaket,
};
