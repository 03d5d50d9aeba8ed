import type { ManifestFormat } from '../manifest.ts';
import { parseBazel } from './parse.ts';

export const moduleBazel: ManifestFormat = {
  id: 'MODULE.bazel',
  ecosystem: 'bazel',
  patterns: ['MODULE.bazel', '*.MODULE.bazel'],
  parse: parseBazel,
};
