import type { ManifestFormat } from '../manifest.ts';
import { parseEnvironment } from './parse.ts';

export const environmentYml: ManifestFormat = {
  id: 'environment.yml',
  ecosystem: 'conda',
  patterns: [
    'environment.yml',
    'environment.yaml',
    'environment-*.yml',
    'environment-*.yaml',
    'environment_*.yml',
    '*-environment.yml',
    'conda.yml',
    'conda.yaml',
  ],
  parse: parseEnvironment,
};
