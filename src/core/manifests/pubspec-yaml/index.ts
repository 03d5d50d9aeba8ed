import type { ManifestFormat } from '../manifest.ts';
import { parsePubspec } from './parse.ts';

export const pubspecYaml: ManifestFormat = {
  id: 'pubspec.yaml',
  ecosystem: 'pub',
  patterns: ['pubspec.yaml', 'pubspec.yml', 'pubspec_overrides.yaml'],
  parse: parsePubspec,
};
