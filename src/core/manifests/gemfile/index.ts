import type { ManifestFormat } from '../manifest.ts';
import { parseGemfile, parseGemspec } from './parse.ts';

export { gitReference, requirementOf, ruby, startsStatement } from './parse.ts';

export const gemfile: ManifestFormat = {
  id: 'Gemfile',
  ecosystem: 'gem',
  patterns: ['Gemfile', '*.gemfile', 'Gemfile.*', 'gems.rb'],
  parse: parseGemfile,
};

export const gemspec: ManifestFormat = {
  id: 'gemspec',
  ecosystem: 'gem',
  patterns: ['*.gemspec'],
  parse: parseGemspec,
};
