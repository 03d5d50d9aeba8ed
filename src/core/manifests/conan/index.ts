import type { ManifestFormat } from '../manifest.ts';
import { parseConanPython, parseConanText } from './parse.ts';

export const conanfileTxt: ManifestFormat = {
  id: 'conanfile.txt',
  ecosystem: 'conan',
  patterns: ['conanfile.txt'],
  parse: parseConanText,
};

export const conanfilePy: ManifestFormat = {
  id: 'conanfile.py',
  ecosystem: 'conan',
  patterns: ['conanfile.py'],
  parse: parseConanPython,
};
