import type { ManifestFormat } from '../manifest.ts';
import { hasScriptHeader, parseScriptHeader } from './parse.ts';

/** Python files that carry their own requirements. */
export const scriptHeader: ManifestFormat = {
  id: 'script.py',
  ecosystem: 'pypi',
  patterns: ['*.py'],
  accepts: hasScriptHeader,
  parse: parseScriptHeader,
};
