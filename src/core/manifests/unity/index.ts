import type { ManifestFormat } from '../manifest.ts';
import { parseUnity } from './parse.ts';

export const unityManifest: ManifestFormat = {
  id: 'Packages/manifest.json',
  ecosystem: 'unity',
  patterns: ['Packages/manifest.json'],
  parse: parseUnity,
};
