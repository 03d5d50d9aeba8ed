import * as vscode from 'vscode';
import { parseReference } from '../../core/projects/index.ts';
import { commands } from '../contributions.ts';

/** Opens pages from links: `vscode://gitee-scout.gitee-scout/project/OWNER/REPO`, `.../project/github:OWNER/REPO`. */
export function registerLinks(): vscode.Disposable {
  return vscode.window.registerUriHandler({
    async handleUri({ path }) {
      const [, place, ...rest] = path.split('/');
      const reference = place === 'project' ? parseReference(rest.join('/')) : undefined;
      if (reference) await vscode.commands.executeCommand(commands.openProject, { reference });
      else await vscode.window.showWarningMessage(vscode.l10n.t('This link leads to no project.'));
    },
  });
}
