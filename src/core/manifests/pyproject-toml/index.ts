import type { ManifestFormat } from '../manifest.ts';
import { parsePyproject } from './parse.ts';

export { gitReference, originOfTable } from './parse.ts';

export const pyprojectToml: ManifestFormat = {
  id: 'pyproject.toml',
  ecosystem: 'pypi',
  patterns: ['pyproject.toml'],
  parse: parsePyproject,
};
