import type { ManifestFormat } from '../manifest.ts';
import { parseCompose } from './parse.ts';

export const composeYaml: ManifestFormat = {
  id: 'compose.yaml',
  ecosystem: 'docker',
  patterns: [
    'compose.yaml',
    'compose.yml',
    'compose.*.yaml',
    'compose.*.yml',
    'docker-compose*.yaml',
    'docker-compose*.yml',
  ],
  parse: parseCompose,
};
