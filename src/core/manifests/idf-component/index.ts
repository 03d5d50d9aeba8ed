import type { ManifestFormat } from '../manifest.ts';
import { parseIdfComponent } from './parse.ts';

export const idfComponent: ManifestFormat = {
  id: 'idf_component.yml',
  ecosystem: 'idf',
  patterns: ['idf_component.yml', 'idf_component.yaml'],
  parse: parseIdfComponent,
};
