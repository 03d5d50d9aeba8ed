import * as vscode from 'vscode';
import { settings } from '../contributions.ts';

/** The part of the Git extension's interface that is used: https://github.com/microsoft/vscode/blob/main/extensions/git/src/api/git.d.ts */
interface GitExtension {
  getAPI(version: 1): { readonly repositories: readonly { getGlobalConfig(key: string): Promise<string> }[] };
}

/** The name to stand beside changes of status: the setting's, else Git's `user.name`; nobody's where neither says. */
export async function findAuthor(): Promise<string | undefined> {
  const set = vscode.workspace.getConfiguration(settings.section).get<string>(settings.findingsAuthor)?.trim();
  if (set) return set;
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return undefined;
  try {
    const git = extension.isActive ? extension.exports : await extension.activate();
    const [repository] = git.getAPI(1).repositories;
    return (await repository?.getGlobalConfig('user.name'))?.trim() || undefined;
  } catch {
    return undefined; // Git is switched off or not installed: then nobody is named.
  }
}
