import type { ManifestFormat } from '../manifest.ts';
import { parseGitlabCi } from './parse.ts';

export const gitlabCi: ManifestFormat = {
  id: '.gitlab-ci.yml',
  ecosystem: 'docker',
  patterns: ['.gitlab-ci.yml', '.gitlab-ci.yaml', '*.gitlab-ci.yml'],
  parse: parseGitlabCi,
};
