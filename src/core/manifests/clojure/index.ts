import type { ManifestFormat } from '../manifest.ts';
import { parseDepsEdn, parseProjectClj } from './parse.ts';

export const depsEdn: ManifestFormat = {
  id: 'deps.edn',
  ecosystem: 'maven',
  patterns: ['deps.edn', 'bb.edn'],
  parse: parseDepsEdn,
};

export const projectClj: ManifestFormat = {
  id: 'project.clj',
  ecosystem: 'maven',
  patterns: ['project.clj'],
  parse: parseProjectClj,
};
