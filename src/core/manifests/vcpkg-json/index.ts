import type { ManifestFormat } from '../manifest.ts';
import { parseVcpkg } from './parse.ts';

export const vcpkgJson: ManifestFormat = {
  id: 'vcpkg.json',
  ecosystem: 'vcpkg',
  patterns: ['vcpkg.json'],
  parse: parseVcpkg,
};
