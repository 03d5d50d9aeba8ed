import * as vscode from 'vscode';
import { commands, settings } from '../contributions.ts';

/** The command that adds a package to the list of those for which nothing is suggested, where the manifest lies. */
export function registerIgnore(): vscode.Disposable {
  return vscode.commands.registerCommand(commands.ignoreDependency, async (argument: unknown) => {
    const ignored = readArgument(argument);
    if (!ignored) return;
    const { purl, uri } = ignored;
    await change(uri, list => [...list.filter(other => other !== purl), purl]);
    const undo = vscode.l10n.t('Undo');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing is suggested for {0} any more.', purl),
      undo,
    );
    if (answer === undo) await change(uri, list => list.filter(other => other !== purl));
  });
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
