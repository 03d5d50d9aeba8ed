import type { ManifestFormat } from '../manifest.ts';
import { parseSetupCfg } from './parse.ts';

export const setupCfg: ManifestFormat = {
  id: 'setup.cfg',
  ecosystem: 'pypi',
  patterns: ['setup.cfg'],
  parse: parseSetupCfg,
};
