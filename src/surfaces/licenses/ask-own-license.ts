import * as vscode from 'vscode';
import { isLicenseExpression } from '../../core/licenses/index.ts';
import { settings } from '../contributions.ts';
import { setFolderLicense } from './folder-licenses.ts';

/** Licenses that companies and projects choose most, for the list; anything else can be typed. */
const common = [
  'proprietary',
  'MIT',
  'Apache-2.0',
  'BSD-3-Clause',
  'MPL-2.0',
  'EUPL-1.2',
  'LGPL-3.0-or-later',
  'GPL-3.0-or-later',
  'GPL-2.0-only',
  'AGPL-3.0-or-later',
] as const;

/**
 * Asks for the license of the user's own work and keeps it in the settings of the workspace: for the folder of a file,
 * or for all where no file is given.
 */
export async function askOwnLicense(uri?: vscode.Uri): Promise<void> {
  const expression = await chooseLicense();
  if (expression === undefined) return;
  const root = uri && vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (root) return setFolderLicense(vscode.Uri.joinPath(uri, '..'), root, expression);
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration(settings.section).update(settings.ownLicense, expression, target);
}

/** `proprietary` or an SPDX expression, from a list or typed; `undefined` when the person turns away. */
export async function chooseLicense(): Promise<string | undefined> {
  const other = vscode.l10n.t('Another SPDX expression…');
  const items = common.map(label => ({
    label,
    description: label === 'proprietary' ? vscode.l10n.t('closed source, all rights reserved') : '',
  }));
  const picked = await vscode.window.showQuickPick([...items, { label: other, description: '' }], {
    title: vscode.l10n.t('License of your own work'),
    placeHolder: vscode.l10n.t('Licenses of projects are checked against it'),
  });
  return picked?.label === other ? askExpression() : picked?.label;
}

async function askExpression(): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('License of your own work'),
    prompt: vscode.l10n.t('An SPDX expression, for example: MIT OR Apache-2.0'),
    validateInput: value => {
      const written = value.trim();
      const isRight = written === '' || written === 'proprietary' || isLicenseExpression(written);
      return isRight ? undefined : vscode.l10n.t('This is no SPDX expression.');
    },
  });
  return text?.trim() || undefined;
}
