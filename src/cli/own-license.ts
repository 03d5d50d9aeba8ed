import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type Licenses, ownLicenseFile, textOfBytes, type WorkspaceLicense } from '../core/licenses/index.ts';
import { foldersAbove } from './policies.ts';
import { largestSettings } from './settings.ts';
import { readBoundedBytes } from './walk.ts';

/** So many files of a folder are read; more are no manifests and license texts of one work. */
const mostFiles = 12;

/**
 * The license of the work in a folder, by the nearest folder that says something, up to the root of its repository; a
 * private manifest that names none gives way to a folder above it that does. `undefined` where nothing says it, or two
 * places differ.
 */
export async function ownLicense(
  folder: string,
  { workspaceLicense }: Pick<Licenses, 'workspaceLicense'>,
): Promise<WorkspaceLicense | undefined> {
  let assumed: WorkspaceLicense | undefined;
  for (const each of [folder, ...(await foldersAbove(folder))]) {
    const found = workspaceLicense(await textsIn(each));
    if (!found) continue;
    if (found.expression === 'NOASSERTION') return undefined;
    const place = path.relative(folder, path.join(each, found.place)).replaceAll(path.sep, '/');
    if (found.confidence !== 'low' || found.expression !== 'proprietary') return { ...found, place };
    assumed ??= { ...found, place: `assumed: ${place} is private and names no license` };
  }
  return assumed;
}

async function textsIn(folder: string): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const names = await namesIn(folder);
  const kept = names.includes('LICENSES') ? await namesIn(path.join(folder, 'LICENSES')) : [];
  const wanted = [
    ...names.filter(name => ownLicenseFile.test(name)).slice(0, mostFiles),
    ...kept.slice(0, mostFiles).map(name => `LICENSES/${name}`),
  ];
  const texts = await Promise.all(
    wanted.map(async name => {
      const bytes = await readBoundedBytes(path.join(folder, ...name.split('/')), largestSettings);
      const text = bytes && textOfBytes(bytes);
      return text === undefined ? [] : [{ path: name, text }];
    }),
  );
  return texts.flat();
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).then(
    names => names.sort(),
    () => [],
  );
}
