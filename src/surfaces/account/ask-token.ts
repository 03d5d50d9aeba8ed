import * as vscode from 'vscode';
import type { TokenCheck } from '../../core/gitee/index.ts';
import { errorText, toldText } from '../sentence-text.ts';
import { readToken, type TokenProblem } from './token.ts';

/** A token that the host did not refuse. */
export interface SignedIn {
  readonly token: string;
  readonly checked: Exclude<TokenCheck, { kind: 'refused' }>;
}

/** Scopes of a personal access token: `projects` reads repositories, `user_info` says whose token it is. */
export const tokenScopes = ['projects', 'user_info'] as const;

export interface TokenQuestion {
  /** Of the host. */
  readonly label: string;
  /** Where a person makes a token. */
  readonly page: string;
  check(token: string): Promise<TokenCheck>;
}

/** Asks for a token until the host does not refuse it; `undefined` when the user goes away. */
export function askToken({ label, page, check }: TokenQuestion): Promise<SignedIn | undefined> {
  const input = vscode.window.createInputBox();
  input.title = vscode.l10n.t('Sign In to {0}', label);
  input.prompt = vscode.l10n.t(
    'Paste a personal access token with the scopes {0}. Gitee Scout only reads.',
    tokenScopes.join(', '),
  );
  input.placeholder = vscode.l10n.t('Personal access token');
  input.password = true;
  input.ignoreFocusOut = true;
  const makeToken: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('link-external'),
    tooltip: vscode.l10n.t('Make a token on {0}', label),
  };
  input.buttons = [makeToken];
  return new Promise(resolve => {
    input.onDidTriggerButton(() => vscode.env.openExternal(vscode.Uri.parse(page)));
    input.onDidChangeValue(() => {
      input.validationMessage = undefined;
    });
    input.onDidAccept(async () => {
      const read = readToken(input.value);
      if (read.kind === 'problem') {
        input.validationMessage = sentence(read.problem);
        return;
      }
      input.busy = true;
      input.enabled = false;
      const checked = await check(read.token).catch((error: unknown) => ({
        kind: 'refused' as const,
        message: errorText(error),
      }));
      input.busy = false;
      input.enabled = true;
      if (checked.kind === 'refused') {
        input.validationMessage = toldText(checked);
        return;
      }
      resolve({ token: read.token, checked });
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
