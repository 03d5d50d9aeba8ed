import { ManifestBuilder, type ManifestFormat } from '../manifest.ts';

/** Lists no dependencies; build scripts refer to its values. */
export const gradleProperties: ManifestFormat = {
  id: 'gradle.properties',
  ecosystem: 'maven',
  patterns: ['gradle.properties'],
  parse: text => {
    const manifest = new ManifestBuilder(text);
    for (const [, key = '', value = ''] of text.matchAll(/^[ \t]*([\w.-]+)[ \t]*[=:][ \t]*([^\r\n]*)/gm)) {
      manifest.define(`variable:${key}`, value.trim());
    }
    return manifest.build('gradle.properties', 'maven');
  },
};
