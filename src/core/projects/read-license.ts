import { manifestLicense } from '../licenses/index.ts';
import type { DirectoryEntry, Outcome } from '../model.ts';
import { told } from '../sentences/index.ts';
import type { Call, ProjectHost } from './host.ts';
import { type LicenseGathering, licenseFiles, noticeFiles, statingManifests } from './license-part.ts';

/** Files that are read for the license of a page, and of an evidence file; each one is a request. */
const mostFiles = { usual: 4, thorough: 12 } as const;
const mostManifests = 2;
const mostInFolder = 8;

/**
 * Reads the license files of the root folder. `thorough` also reads the manifest's field, NOTICE and the texts in
 * LICENSES/; a folder of that name is looked into anyhow where the root has no license file.
 */
export async function readLicenseFiles(
  client: Pick<ProjectHost, 'directory' | 'file'>,
  path: string,
  listing: Promise<Outcome<readonly DirectoryEntry[]>>,
  { call, thorough }: { readonly call: Call; readonly thorough: boolean },
  license: LicenseGathering,
): Promise<void> {
  const entries = await listing;
  if (entries.kind === 'not-found') return;
  if (entries.kind !== 'found') return license.unread('LICENSE', entries);
  const names = entries.value.filter(({ type }) => type === 'file').map(({ name }) => name);
  const found = licenseFiles(names);
  const most = thorough ? mostFiles.thorough : mostFiles.usual;
  for (const name of found.slice(most)) license.unread(name, told('It was not read, to spare requests.'));

  const read = async (name: string, use: (name: string, file: LicenseFile) => void) => {
    const file = await client.file(path, name, call);
    if (file.kind === 'found') use(name, file);
    else license.unread(name, file);
  };
  const folder = entries.value.find(({ name, type }) => type === 'dir' && name === 'LICENSES');
  await Promise.all([
    ...found.slice(0, most).map(name => read(name, license.file)),
    ...(thorough ? noticeFiles(names).map(name => read(name, license.notice)) : []),
    ...(thorough
      ? statingManifests(names)
          .slice(0, mostManifests)
          .map(name =>
            read(name, (place, file) => license.manifest(place, file, manifestLicense(name, file.value.text))),
          )
      : []),
    ...(folder && (thorough || found.length === 0) ? [readFolder(client, path, call, license, read)] : []),
  ]);
}

type LicenseFile = Extract<Awaited<ReturnType<ProjectHost['file']>>, { kind: 'found' }>;

async function readFolder(
  client: Pick<ProjectHost, 'directory'>,
  path: string,
  call: Call,
  license: LicenseGathering,
  read: (name: string, use: (name: string, file: LicenseFile) => void) => Promise<void>,
): Promise<void> {
  const inside = await client.directory(path, 'LICENSES', call);
  if (inside.kind !== 'found') return license.unread('LICENSES/', inside);
  const names = inside.value.filter(({ type }) => type === 'file').map(({ name }) => `LICENSES/${name}`);
  for (const name of names.slice(mostInFolder)) license.unread(name, told('It was not read, to spare requests.'));
  await Promise.all(names.slice(0, mostInFolder).map(name => read(name, license.file)));
}
