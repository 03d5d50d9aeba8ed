import type { ManifestFormat } from '../manifest.ts';
import { parsePom } from './parse.ts';

export const pomXml: ManifestFormat = {
  id: 'pom.xml',
  ecosystem: 'maven',
  patterns: ['pom.xml', '*.pom', 'pom-*.xml', '.mvn/extensions.xml'],
  parse: parsePom,
};
