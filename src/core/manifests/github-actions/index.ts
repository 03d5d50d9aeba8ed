import type { ManifestFormat } from '../manifest.ts';
import { parseActions } from './parse.ts';

export const githubWorkflow: ManifestFormat = {
  id: 'github-workflow',
  ecosystem: 'github',
  patterns: [
    '.github/workflows/*.yml',
    '.github/workflows/*.yaml',
    '.gitea/workflows/*.yml',
    '.gitea/workflows/*.yaml',
    'action.yml',
    'action.yaml',
  ],
  parse: parseActions,
};
