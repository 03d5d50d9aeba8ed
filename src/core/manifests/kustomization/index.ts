import type { ManifestFormat } from '../manifest.ts';
import { parseKustomization } from './parse.ts';

export const kustomization: ManifestFormat = {
  id: 'kustomization.yaml',
  ecosystem: 'docker',
  patterns: ['kustomization.yaml', 'kustomization.yml', 'Kustomization'],
  parse: parseKustomization,
};
