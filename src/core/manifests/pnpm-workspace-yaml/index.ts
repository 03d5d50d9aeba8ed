import type { ManifestFormat } from '../manifest.ts';
import { parsePnpmWorkspace } from './parse.ts';

export const pnpmWorkspaceYaml: ManifestFormat = {
  id: 'pnpm-workspace.yaml',
  ecosystem: 'npm',
  patterns: ['pnpm-workspace.yaml', '.yarnrc.yml'],
  parse: parsePnpmWorkspace,
};
