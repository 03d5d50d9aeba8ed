import type { ManifestFormat } from '../manifest.ts';
import { parseSbt } from './parse.ts';

export const buildSbt: ManifestFormat = {
  id: 'build.sbt',
  ecosystem: 'maven',
  patterns: ['*.sbt', 'project/Dependencies.scala'],
  parse: parseSbt,
};
