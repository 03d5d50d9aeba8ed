import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { root } from '../vscode/folders.ts';

/** Packages what stands in `dist/` into a `.vsix` in this folder, offline; gives its path. */
export async function packExtension(folder: string): Promise<string> {
  const packagePath = path.join(folder, 'gitee-scout.vsix');
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
    // What may go in is an allow-list; looking for secrets in bundles takes half a minute.
    allowPackageAllSecrets: true,
    allowPackageEnvFile: true,
  });
  return packagePath;
}
