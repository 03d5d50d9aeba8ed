import type { ManifestFormat } from '../manifest.ts';
import { parseSetupPy } from './parse.ts';

export { python } from './parse.ts';

export const setupPy: ManifestFormat = {
  id: 'setup.py',
  ecosystem: 'pypi',
  patterns: ['setup.py'],
  parse: parseSetupPy,
};
