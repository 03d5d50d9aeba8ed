import * as vscode from 'vscode';
import { withIgnored } from '../../core/ignored/index.ts';
import { commands, settings } from '../contributions.ts';
import { ignoreFileOf } from './team-ignore.ts';

/**
 * The commands that add a package to those for which nothing is suggested: in the settings of where the manifest lies, or
 * in the repository's own file, for everybody.
 */
export function registerIgnore(): vscode.Disposable {
  const register = (command: string, set: (uri: vscode.Uri, purl: string, ignored: boolean) => Promise<void>) =>
    vscode.commands.registerCommand(command, async (argument: unknown) => {
      const ignored = readArgument(argument);
      if (!ignored) return;
      const { purl, uri } = ignored;
      await set(uri, purl, true);
      const undo = vscode.l10n.t('Undo');
      const done = vscode.l10n.t('Nothing is suggested for {0} any more.', purl);
      if ((await vscode.window.showInformationMessage(done, undo)) === undo) await set(uri, purl, false);
    });
  return vscode.Disposable.from(
    register(commands.ignoreDependency, (uri, purl, ignored) =>
      change(uri, list => [...list.filter(other => other !== purl), ...(ignored ? [purl] : [])]),
    ),
    register(commands.ignoreForAll, changeFile),
  );
}

/** Through an edit, so that what somebody is typing in the file is not lost. */
async function changeFile(uri: vscode.Uri, purl: string, ignored: boolean): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) {
    await vscode.window.showWarningMessage(vscode.l10n.t('This file belongs to no folder of the workspace.'));
    return;
  }
  const file = ignoreFileOf(folder);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { ignoreIfExists: true });
  await vscode.workspace.applyEdit(edit);
  const document = await vscode.workspace.openTextDocument(file);
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const change = new vscode.WorkspaceEdit();
  change.replace(file, whole, withIgnored(document.getText(), purl, ignored));
  await vscode.workspace.applyEdit(change);
  await document.save();
}

async function change(uri: vscode.Uri, edit: (list: readonly string[]) => readonly string[]): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const configuration = vscode.workspace.getConfiguration(settings.section, folder?.uri ?? uri);
  const values = configuration.inspect<readonly string[]>(settings.ignoredPackages);
  const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  const [target, current] =
    folder && several
      ? [vscode.ConfigurationTarget.WorkspaceFolder, values?.workspaceFolderValue ?? values?.workspaceValue]
      : folder
        ? [vscode.ConfigurationTarget.Workspace, values?.workspaceValue]
        : [vscode.ConfigurationTarget.Global, values?.globalValue];
  // A list in a narrower place hides the wider ones: it starts with what counted until now.
  const start = current ?? values?.globalValue ?? [];
  const next = edit(start);
  await configuration.update(settings.ignoredPackages, next.length === 0 ? undefined : next, target);
}

/** From a hover's link (`uri` as text) or from the tree. */
function readArgument(value: unknown): { readonly purl: string; readonly uri: vscode.Uri } | undefined {
  if (typeof value !== 'object' || value === null || !('purl' in value) || !('uri' in value)) return undefined;
  const { purl, uri } = value;
  if (typeof purl !== 'string' || !purl.startsWith('pkg:')) return undefined;
  if (uri instanceof vscode.Uri) return { purl, uri };
  return typeof uri === 'string' ? { purl, uri: vscode.Uri.parse(uri) } : undefined;
}
