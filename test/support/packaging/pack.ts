import { cp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { root } from '../vscode/folders.ts';

/** What the package is made of; `.vscodeignore` says which files of these go in. */
const parts = /^(dist|media|package\.json|package\.nls.*\.json|README\.md|CHANGELOG\.md|LICENSE|\.vscodeignore)$/;

/**
 * Copies what the package is made of into this folder. In the project's own folder the packager would first walk
 * through the editors that the tests have fetched.
 */
export async function stage(folder: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (parts.test(name)) await cp(path.join(root, name), path.join(folder, name), { recursive: true });
  }
}

/** The files of a staged folder that go into the package. */
export async function packedFiles(staged: string): Promise<readonly string[]> {
  return listFiles({ cwd: staged, packageManager: PackageManager.None });
}

/** Packages a staged folder into this `.vsix`, offline. */
export async function packExtension(staged: string, packagePath: string): Promise<void> {
  await createVSIX({
    cwd: staged,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
    // What may go in is an allow-list; looking for secrets in bundles takes half a minute.
    allowPackageAllSecrets: true,
    allowPackageEnvFile: true,
  });
}
