import type { ManifestFormat } from '../manifest.ts';
import { isRequirements, parseRequirements } from './parse.ts';

export { readRequirementLine } from './parse.ts';

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
  accepts: isRequirements,
  parse: parseRequirements,
};
