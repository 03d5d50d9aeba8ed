import type { ManifestFormat } from '../manifest.ts';
import { isKubernetes, parseKubernetes } from './parse.ts';

/** Objects of Kubernetes have no file name of their own: the text tells. */
export const kubernetes: ManifestFormat = {
  id: 'kubernetes',
  ecosystem: 'docker',
  patterns: ['*.yaml', '*.yml'],
  accepts: isKubernetes,
  parse: parseKubernetes,
};
