import * as vscode from 'vscode';
import { commands } from '../contributions.ts';
import { readToken, type TokenProblem } from './token.ts';

export interface AccountDependencies {
  readonly secrets: vscode.SecretStorage;
  /** Key of the token in the secret storage. */
  readonly tokenKey: string;
  /** Page on which a person makes a token. */
  readonly tokenPage: string;
}

/** Signing in and out: a personal access token, kept in the secret storage and nowhere else. */
export function registerAccount({ secrets, tokenKey, tokenPage }: AccountDependencies): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.signIn, async () => {
      const token = await askToken(tokenPage);
      if (token === undefined) return;
      await secrets.store(tokenKey, token);
      await vscode.window.showInformationMessage(
        vscode.l10n.t('Signed in to Gitee. The token is kept in the secret storage of this machine.'),
      );
    }),
    vscode.commands.registerCommand(commands.signOut, async () => {
      if ((await secrets.get(tokenKey)) === undefined) {
        await vscode.window.showInformationMessage(vscode.l10n.t('You are not signed in to Gitee.'));
        return;
      }
      await secrets.delete(tokenKey);
      await vscode.window.showInformationMessage(
        vscode.l10n.t('Signed out of Gitee. The token was deleted from this machine.'),
      );
    }),
  );
}

/** Asks for a token until it looks like one; `undefined` when the user goes away. */
function askToken(tokenPage: string): Promise<string | undefined> {
  const input = vscode.window.createInputBox();
  input.title = vscode.l10n.t('Sign In to Gitee');
  input.prompt = vscode.l10n.t(
    'Paste a personal access token. The scope "projects" is enough; Gitee Scout only reads.',
  );
  input.placeholder = vscode.l10n.t('Personal access token');
  input.password = true;
  input.ignoreFocusOut = true;
  const makeToken: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('link-external'),
    tooltip: vscode.l10n.t('Make a token on Gitee'),
  };
  input.buttons = [makeToken];
  return new Promise(resolve => {
    input.onDidTriggerButton(() => vscode.env.openExternal(vscode.Uri.parse(tokenPage)));
    input.onDidChangeValue(() => {
      input.validationMessage = undefined;
    });
    input.onDidAccept(() => {
      const read = readToken(input.value);
      if (read.kind === 'problem') {
        input.validationMessage = sentence(read.problem);
        return;
      }
      resolve(read.token);
      input.hide();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}

function sentence(problem: TokenProblem): string {
  switch (problem) {
    case 'empty':
      return vscode.l10n.t('Paste the token first.');
    case 'address':
      return vscode.l10n.t('This is an address, not a token.');
    case 'characters':
      return vscode.l10n.t('A token has letters and digits only, without spaces.');
    case 'length':
      return vscode.l10n.t('This is too short or too long for a token. Copy it again as a whole.');
  }
}
