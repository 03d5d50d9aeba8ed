import * as vscode from 'vscode';
import type { Licenses } from '../../core/licenses/index.ts';
import type { OwnLicense } from '../../webview/protocol.ts';
import { settings } from '../contributions.ts';
import { namesIn, textsOf } from '../license-texts.ts';
import { folderKey, folderLicenses } from './folder-licenses.ts';
import { foldersUp } from './folders-up.ts';

/** Files whose first lines may hold an SPDX header. */
const sources = /\.(?:[cm]?[jt]sx?|py|java|kt|go|rs|c|cc|cpp|h|hpp|cs|rb|php|swift|dart|vue|sh)$/i;
const mostFiles = 12;
const mostSources = 4;

/**
 * Finds the license of the work that a file belongs to: the setting for its folder or for one above, else the setting for
 * all, else the nearest folder that says something, up to the workspace folder. What a folder says is remembered until
 * `forget`.
 */
export function createOwnLicense(licenses: () => Promise<Pick<Licenses, 'workspaceLicense'>>) {
  const known = new Map<string, Promise<OwnLicense | undefined>>();

  const ofFolder = (folder: vscode.Uri, root: vscode.Uri): Promise<OwnLicense | undefined> => {
    const key = folder.toString();
    const found = known.get(key) ?? read(folder, root, licenses);
    known.set(key, found);
    found.catch(() => known.delete(key));
    return found;
  };
  const ofWork = async (file: vscode.Uri | undefined, root: vscode.Uri): Promise<OwnLicense | undefined> => {
    let guess: OwnLicense | undefined;
    const set = folderLicenses(root);
    const whole = setting(root);
    for (const folder of foldersUp(file, root)) {
      const key = folderKey(folder, root);
      const said = set.get(key);
      if (said) return { expression: said, place: vscode.l10n.t('your setting for {0}', key) };
      if (whole) continue;
      const found = await ofFolder(folder, root);
      // A private manifest that says nothing gives way to a folder above it that does.
      if (found && !found.guess) return found;
      guess ??= found;
    }
    return whole ?? guess;
  };

  return {
    async find(uri: vscode.Uri | undefined): Promise<OwnLicense | null> {
      const own = uri && vscode.workspace.getWorkspaceFolder(uri);
      if (own) return (await ofWork(uri, own.uri)) ?? null;
      for (const folder of vscode.workspace.workspaceFolders ?? []) {
        const found = await ofWork(undefined, folder.uri);
        if (found) return found;
      }
      return setting(uri) ?? null;
    },
    forget: () => known.clear(),
  };
}

/** What the settings say of all work. */
function setting(uri: vscode.Uri | undefined): OwnLicense | undefined {
  const set = vscode.workspace.getConfiguration(settings.section, uri).get<string>(settings.ownLicense, '').trim();
  return set === '' ? undefined : { expression: set, place: vscode.l10n.t('your setting') };
}

async function read(
  folder: vscode.Uri,
  root: vscode.Uri,
  licenses: () => Promise<Pick<Licenses, 'workspaceLicense'>>,
): Promise<OwnLicense | undefined> {
  const entries = await namesIn(folder);
  const { ownLicenseFile } = await import('../../core/licenses/index.ts');
  const wanted = entries.filter(name => ownLicenseFile.test(name)).slice(0, mostFiles);
  const reuse = entries.includes('LICENSES/') ? await namesIn(vscode.Uri.joinPath(folder, 'LICENSES')) : [];
  const texts = await textsOf(folder, [...wanted, ...reuse.slice(0, mostFiles).map(name => `LICENSES/${name}`)]);
  const { workspaceLicense } = await licenses();
  const found =
    workspaceLicense(texts) ??
    workspaceLicense(await textsOf(folder, entries.filter(name => sources.test(name)).slice(0, mostSources)));
  if (!found) return undefined;
  const below = folder.path.slice(root.path.replace(/\/$/, '').length).replace(/^\//, '');
  const place = found.place
    .split(', ')
    .map(path => (below === '' ? path : `${below}/${path}`))
    .join(', ');
  const guess = found.expression === 'proprietary' && found.confidence === 'low';
  return { expression: found.expression, place, ...(guess ? { guess } : {}) };
}
