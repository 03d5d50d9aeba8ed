import type { Manifest } from '../../model.ts';
import { ManifestBuilder } from '../manifest.ts';
import { readCatalogs, readOverrides } from '../package-json/index.ts';
import { nodeAt } from '../syntax/node.ts';
import { readYaml } from '../syntax/yaml.ts';

/** Catalogs of pnpm (https://pnpm.io/catalogs) and Yarn, which keeps them in .yarnrc.yml. */
export function parsePnpmWorkspace(text: string): Manifest {
  const { roots, problems } = readYaml(text);
  const manifest = new ManifestBuilder(text);
  readCatalogs(manifest, roots[0]);
  readOverrides(manifest, nodeAt(roots[0], 'overrides'), 'overrides');
  return manifest.build('pnpm-workspace.yaml', 'npm', problems);
}
