import type { ManifestFormat } from '../manifest.ts';
import { parsePodfile, parsePodspec } from './parse.ts';

export const podfile: ManifestFormat = {
  id: 'Podfile',
  ecosystem: 'cocoapods',
  patterns: ['Podfile'],
  parse: parsePodfile,
};

export const podspec: ManifestFormat = {
  id: 'podspec',
  ecosystem: 'cocoapods',
  patterns: ['*.podspec'],
  parse: parsePodspec,
};
