import type { ManifestFormat } from '../manifest.ts';
import { parseDockerfile } from './parse.ts';

export const dockerfile: ManifestFormat = {
  id: 'Dockerfile',
  ecosystem: 'docker',
  patterns: [
    'Dockerfile',
    'Dockerfile.*',
    'Dockerfile-*',
    '*.dockerfile',
    '*.Dockerfile',
    'Containerfile',
    'Containerfile.*',
    '*.containerfile',
  ],
  parse: parseDockerfile,
};
