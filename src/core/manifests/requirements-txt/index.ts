import type { ManifestFormat } from '../manifest.ts';
import { parseRequirements } from './parse.ts';

export const requirementsTxt: ManifestFormat = {
  id: 'requirements.txt',
  ecosystem: 'pypi',
  patterns: [
    '*requirements*.txt',
    '*requirements*.in',
    'requirements/*.txt',
    'requirements/*.in',
    '*constraints*.txt',
    '*constraints*.in',
  ],
  parse: parseRequirements,
};
