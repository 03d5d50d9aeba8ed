import * as vscode from 'vscode';
import type { OwnLicense } from '../../webview/protocol.ts';
import { settings } from '../contributions.ts';

/** Reads the license of a workspace folder's own work from its files; `undefined` when none of them says it. */
export type ReadOwnLicense = (
  files: readonly { readonly path: string; readonly text: string }[],
) => Promise<OwnLicense | undefined>;

/** Files of a folder's root that can say what license the work has. */
const candidates =
  /^(licen[cs]e|copying|unlicense)([-_.].*)?$|^(package\.json|pyproject\.toml|setup\.cfg|Cargo\.toml|composer\.json|pom\.xml|pubspec\.yaml|REUSE\.toml|.*\.(csproj|gemspec|nuspec))$/i;
const mostFiles = 12;
const mostBytes = 512 * 1024;

/** The setting decides; else the files of the first folder that says something. */
export async function findOwnLicense(read: ReadOwnLicense): Promise<OwnLicense | null> {
  const set = vscode.workspace.getConfiguration(settings.section).get<string>(settings.ownLicense, '').trim();
  if (set !== '') return { expression: set, place: vscode.l10n.t('your setting') };
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const found = await read(await filesOf(folder.uri));
    if (found) return found;
  }
  return null;
}

async function filesOf(folder: vscode.Uri): Promise<readonly { path: string; text: string }[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    found => found,
    () => [],
  );
  const names = entries
    .filter(([name, type]) => (type & vscode.FileType.File) !== 0 && candidates.test(name))
    .map(([name]) => name)
    .slice(0, mostFiles);
  const texts = await Promise.all(names.map(name => textOf(vscode.Uri.joinPath(folder, name))));
  return names.flatMap((path, index) => {
    const text = texts[index];
    return text === undefined ? [] : [{ path, text }];
  });
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > mostBytes ? undefined : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined; // Gone since it was listed, or not for us to read: then it says nothing.
  }
}

/** Licenses that companies and projects choose most, for the list; anything else can be typed. */
const usual = [
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

/** Asks for the license of the user's own work and keeps it in the settings of the workspace. */
export async function askOwnLicense(isValid: (expression: string) => Promise<boolean>): Promise<void> {
  const other = vscode.l10n.t('Another SPDX expression…');
  const items = usual.map(label => ({
    label,
    description: label === 'proprietary' ? vscode.l10n.t('closed source, all rights reserved') : '',
  }));
  const picked = await vscode.window.showQuickPick([...items, { label: other, description: '' }], {
    title: vscode.l10n.t('License of your own work'),
    placeHolder: vscode.l10n.t('Licenses of projects are checked against it'),
  });
  if (!picked) return;
  const expression = picked.label === other ? await askExpression(isValid) : picked.label;
  if (expression === undefined) return;
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration(settings.section).update(settings.ownLicense, expression, target);
}

async function askExpression(isValid: (expression: string) => Promise<boolean>): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('License of your own work'),
    prompt: vscode.l10n.t('An SPDX expression, for example: MIT OR Apache-2.0'),
    validateInput: async value =>
      value.trim() === '' || (await isValid(value.trim())) ? undefined : vscode.l10n.t('This is no SPDX expression.'),
  });
  return text?.trim() || undefined;
}
