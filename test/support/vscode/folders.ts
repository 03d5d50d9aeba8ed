import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** The project's root. */
export const root = path.resolve(import.meta.dirname, '../../..');

/** What the tests fetch for themselves: editors and browsers, by version, kept between runs and ignored by git. */
export const fetched = path.join(root, '.vscode-test');

/** What the tests leave for a person to look at: screenshots, reports. Ignored by git. */
export const results = path.join(root, 'test-results');

/**
 * The folder `name` below `.vscode-test`, made by `make` when it is not there. It is made under another name and
 * renamed when whole, so that a run that was stopped half-way, or two at once, cannot leave half a folder.
 */
export async function once(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = path.join(fetched, name);
  if (await exists(folder)) return folder;
  await mkdir(fetched, { recursive: true });
  const draft = await mkdtemp(path.join(fetched, `.making-${name}-`));
  try {
    await make(draft);
    await rename(draft, folder).catch(async (error: unknown) => {
      // Another run was faster.
      if (!(await exists(folder))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

/** Copies the sample workspace to `target`, so that what is edited there does not show up in git. */
export async function copySample(target: string): Promise<string> {
  await cp(path.join(root, 'test/support/sample-workspace'), target, { recursive: true, force: true });
  return target;
}

/** Is there such a file or folder? */
export async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
