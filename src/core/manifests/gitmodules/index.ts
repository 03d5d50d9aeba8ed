import type { ManifestFormat } from '../manifest.ts';
import { parseGitmodules } from './parse.ts';

export const gitmodules: ManifestFormat = {
  id: '.gitmodules',
  ecosystem: 'generic',
  patterns: ['.gitmodules'],
  parse: parseGitmodules,
};
