import type { ManifestFormat } from '../manifest.ts';
import { isRosPackage, parseRosPackage } from './parse.ts';

export const packageXml: ManifestFormat = {
  id: 'package.xml',
  ecosystem: 'ros',
  patterns: ['package.xml'],
  accepts: isRosPackage,
  parse: parseRosPackage,
};
