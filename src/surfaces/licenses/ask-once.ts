import * as vscode from 'vscode';
import * as z from 'zod';
import type { Store } from '../../core/ports.ts';
import { chooseLicense } from './ask-own-license.ts';
import { folderKey, setFolderLicense } from './folder-licenses.ts';

const key = 'licenses.askedFor';
const Asked = z.array(z.string()).catch([]);
/** Folders that were asked about are remembered up to this many; a workspace has fewer. */
const most = 200;

/**
 * Asks for the license of the work in a folder that says nothing of it, beside the work and once: whoever says "not now",
 * or nothing, is not asked again. The command asks at any time.
 *
 * @param uri a file of the work
 */
export async function askOnce(uri: vscode.Uri | undefined, memory: Store): Promise<void> {
  const [only, ...others] = vscode.workspace.workspaceFolders ?? [];
  // Without a file, and with several folders, nobody knows whose work is meant.
  const root = (uri ? vscode.workspace.getWorkspaceFolder(uri) : others.length === 0 ? only : undefined)?.uri;
  if (!root) return;
  const folder = uri ? vscode.Uri.joinPath(uri, '..') : root;
  const asked = Asked.parse(memory.get(key) ?? []);
  const name = folder.toString();
  if (asked.includes(name)) return;
  await memory.update(key, [...asked, name].slice(-most));

  const path = folderKey(folder, root);
  const shown = path === '.' ? (vscode.workspace.getWorkspaceFolder(root)?.name ?? path) : path;
  const choose = vscode.l10n.t('Choose License…');
  const proprietary = vscode.l10n.t('Proprietary');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'No file says under which license your own work in {0} is. Once it is known, the licenses of projects are checked against it.',
      shown,
    ),
    choose,
    proprietary,
    vscode.l10n.t('Not Now'),
  );
  const license =
    answer === choose ? await chooseLicense() : answer === proprietary ? ('proprietary' as const) : undefined;
  if (license !== undefined) await setFolderLicense(folder, root, license);
}
