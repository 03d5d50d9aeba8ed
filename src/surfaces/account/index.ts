import * as vscode from 'vscode';
import type { TokenCheck } from '../../core/gitee/index.ts';
import type { Host } from '../../core/index.ts';
import { commands } from '../contributions.ts';
import { tokenKey } from '../host.ts';
import { readToken, type TokenProblem } from './token.ts';

export interface AccountDependencies {
  readonly secrets: vscode.SecretStorage;
  readonly host: Pick<Host, 'baseUrl' | 'offline' | 'clock' | 'network'>;
}

/** Signing in and out: a personal access token, kept in the secret storage and nowhere else. */
export function registerAccount({ secrets, host }: AccountDependencies): vscode.Disposable {
  const check = async (token: string): Promise<TokenCheck> => {
    if (host.offline())
      return { kind: 'unknown', message: vscode.l10n.t('The network is switched off in the settings.') };
    const { checkToken } = await import('../../core/gitee/index.ts');
    const baseUrl = host.baseUrl();
    return checkToken({
      token,
      clock: host.clock,
      network: host.network?.(),
      ...(baseUrl === undefined ? {} : { baseUrl }),
    });
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.signIn, async () => {
      const signedIn = await askToken(tokenPage(host.baseUrl()), check);
      if (!signedIn) return;
      await secrets.store(tokenKey, signedIn.token);
      await vscode.window.showInformationMessage(greeting(signedIn.checked));
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

interface SignedIn {
  readonly token: string;
  readonly checked: Exclude<TokenCheck, { kind: 'refused' }>;
}

/** Asks for a token until the host does not refuse it; `undefined` when the user goes away. */
function askToken(page: string, check: (token: string) => Promise<TokenCheck>): Promise<SignedIn | undefined> {
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
        message: error instanceof Error ? error.message : String(error),
      }));
      input.busy = false;
      input.enabled = true;
      if (checked.kind === 'refused') {
        input.validationMessage = checked.message;
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

/** Where a person makes a token; a company's own Gitee has its own page. */
function tokenPage(baseUrl: string | undefined): string {
  const origin = baseUrl !== undefined && URL.canParse(baseUrl) ? new URL(baseUrl).origin : 'https://gitee.com';
  return `${origin}/profile/personal_access_tokens`;
}

/** Who signed in, or that nobody could be asked: the token is kept all the same and tried with the next request. */
function greeting(checked: SignedIn['checked']): string {
  return checked.kind === 'accepted'
    ? vscode.l10n.t('Signed in to Gitee as {0}. The token is kept in the secret storage of this machine.', checked.name)
    : vscode.l10n.t(
        'The token is kept in the secret storage of this machine. It could not be checked: {0}',
        checked.message,
      );
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
