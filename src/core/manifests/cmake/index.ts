import type { ManifestFormat } from '../manifest.ts';
import { parseCmake } from './parse.ts';

export const cmakeLists: ManifestFormat = {
  id: 'CMakeLists.txt',
  ecosystem: 'cmake',
  patterns: ['CMakeLists.txt', '*.cmake'],
  parse: parseCmake,
};
