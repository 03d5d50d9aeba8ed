import * as vscode from 'vscode';
import type { TokenPlace } from '../../core/index.ts';
import type { Signed, TokenVault } from '../token-vault.ts';
import { type SignedIn, tokenScopes } from './ask-token.ts';

export interface ProviderDependencies {
  readonly vault: TokenVault;
  /** Where the token belongs as things are set now; `undefined` when the address in the settings cannot be used. */
  place(): TokenPlace | undefined;
  /** The place may be another one now. */
  readonly onDidChangePlace: vscode.Event<unknown>;
  /** Asks a person; `undefined` when they went away. */
  ask(): Promise<SignedIn | undefined>;
}

export interface TokenProvider extends vscode.AuthenticationProvider, vscode.Disposable {
  current(): Promise<vscode.AuthenticationSession | undefined>;
}

/** The pasted token as a session of VS Code: at most one for each address, the same in all windows. */
export function createProvider({ vault, place, onDidChangePlace, ask }: ProviderDependencies): TokenProvider {
  const changed = new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
  const shown: { session: vscode.AuthenticationSession | undefined } = { session: undefined };
  const current = async () => {
    const at = place();
    const signed = at && (await vault.read(at.origin));
    return signed && sessionOf(signed);
  };
  /** Tells VS Code what changed since it was told last, whoever changed it. */
  const tell = async () => {
    const now = await current();
    // Not before: whoever was told meanwhile is not to be told twice.
    const before = shown.session;
    shown.session = now;
    if (before?.id === now?.id) return;
    changed.fire({ added: now ? [now] : [], removed: before ? [before] : [], changed: [] });
  };
  const subscriptions = vscode.Disposable.from(
    changed,
    vault.onDidChange(origin => (origin === place()?.origin ? tell() : undefined)),
    onDidChangePlace(() => tell()),
  );
  return {
    current,
    onDidChangeSessions: changed.event,
    async getSessions(scopes) {
      const session = await current();
      shown.session = session;
      return session && covers(scopes ?? []) ? [session] : [];
    },
    async createSession(scopes) {
      if (!covers(scopes)) throw new Error(vscode.l10n.t('Only these scopes are used: {0}', tokenScopes.join(', ')));
      const at = place();
      if (!at) throw new Error(vscode.l10n.t('The address in the settings cannot be used.'));
      const answer = await ask();
      if (!answer) throw new vscode.CancellationError();
      const signed = signedOf(answer);
      await vault.store(at.origin, signed);
      await tell();
      return sessionOf(signed);
    },
    async removeSession(id) {
      const at = place();
      const signed = at && (await vault.read(at.origin));
      if (!at || signed?.id !== id) return;
      await vault.remove(at.origin);
      await tell();
    },
    dispose: () => subscriptions.dispose(),
  };
}

function covers(scopes: readonly string[]): boolean {
  return scopes.every(scope => tokenScopes.some(known => known === scope));
}

function signedOf({ token, checked }: SignedIn): Signed {
  const unknown = { id: 'unknown', label: vscode.l10n.t('Access token') };
  const account = checked.kind === 'accepted' ? { id: checked.login, label: checked.name } : unknown;
  return { id: crypto.randomUUID(), token, account };
}

function sessionOf({ id, token, account }: Signed): vscode.AuthenticationSession {
  return { id, accessToken: token, account, scopes: tokenScopes };
}
