import type { ManifestFormat } from '../manifest.ts';
import { parsePlatformio } from './parse.ts';

export const platformioIni: ManifestFormat = {
  id: 'platformio.ini',
  ecosystem: 'platformio',
  patterns: ['platformio.ini'],
  parse: parsePlatformio,
};
