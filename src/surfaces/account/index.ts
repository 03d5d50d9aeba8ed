import * as vscode from 'vscode';
import type { SiteHost, TokenCheck } from '../../core/gitee/index.ts';
import { type Host, tokenPlace } from '../../core/index.ts';
import type { Log } from '../../core/ports.ts';
import { authentication, commands, settings } from '../contributions.ts';
import type { EditorHost } from '../host.ts';
import type { TokenVault } from '../token-vault.ts';
import { askToken, tokenScopes } from './ask-token.ts';
import { createProvider, type TokenProvider } from './provider.ts';

export interface AccountDependencies {
  readonly vault: TokenVault;
  readonly host: Pick<
    EditorHost,
    'baseUrl' | 'atomgitUrl' | 'allowPlainHttp' | 'offline' | 'clock' | 'network' | 'onDidRejectToken'
  >;
  readonly log: Log;
  /** Forgets what was seen with a token. */
  forgetSignedIn(): Promise<void>;
}

const sites = {
  gitee: { label: 'Gitee', web: 'https://gitee.com', tokenPage: '/profile/personal_access_tokens' },
  atomgit: { label: 'GitCode', web: 'https://gitcode.com', tokenPage: '/setting/token-classic/create' },
} as const satisfies Record<SiteHost, unknown>;

/** Signing in and out: a personal access token, kept in the secret storage and nowhere else, shown in the Accounts menu. */
export function registerAccount(dependencies: AccountDependencies): vscode.Disposable {
  const { vault, host, log, forgetSignedIn } = dependencies;
  const gitee = providerOf('gitee', dependencies);
  const atomgit = providerOf('atomgit', dependencies);
  const once = { supportsMultipleAccounts: false };
  const offered = new Set<string>();
  return vscode.Disposable.from(
    gitee,
    atomgit,
    vscode.authentication.registerAuthenticationProvider(authentication.gitee, sites.gitee.label, gitee, once),
    vscode.authentication.registerAuthenticationProvider(authentication.atomgit, sites.atomgit.label, atomgit, once),
    vscode.commands.registerCommand(commands.signIn, () => signIn(gitee, 'gitee')),
    vscode.commands.registerCommand(commands.signOut, () => signOut(gitee, 'gitee', host)),
    vscode.commands.registerCommand(commands.signInGitCode, () => signIn(atomgit, 'atomgit')),
    vscode.commands.registerCommand(commands.signOutGitCode, () => signOut(atomgit, 'atomgit', host)),
    vault.onDidChange(async origin => {
      offered.delete(origin);
      // Also after signing out in another window, and before somebody else signs in.
      await forgetSignedIn().catch((error: unknown) => log.warn('forgetting what was seen with the token', error));
    }),
    host.onDidRejectToken(async place => {
      if (offered.has(place.origin)) return;
      offered.add(place.origin);
      await offerNewToken(place.host);
    }),
  );
}

function providerOf(site: SiteHost, { vault, host }: AccountDependencies): TokenProvider {
  const setting = site === 'gitee' ? settings.baseUrl : settings.atomgitUrl;
  const changed: vscode.Event<unknown> = listener =>
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration(`${settings.section}.${setting}`)) listener(undefined);
    });
  return createProvider({
    vault,
    place: () => tokenPlace(host, site),
    onDidChangePlace: changed,
    ask: () =>
      askToken({ label: sites[site].label, page: tokenPage(site, host), check: token => check(site, host, token) }),
  });
}

type Addressed = Pick<Host, 'baseUrl' | 'atomgitUrl'>;

function addressOf(site: SiteHost, host: Addressed): string | undefined {
  return site === 'gitee' ? host.baseUrl() : host.atomgitUrl?.();
}

async function check(site: SiteHost, host: AccountDependencies['host'], token: string): Promise<TokenCheck> {
  if (host.offline()) {
    return { kind: 'unknown', message: vscode.l10n.t('The network is switched off in the settings.') };
  }
  const { checkToken } = await import('../../core/gitee/index.ts');
  const origin = tokenPlace(host, site)?.origin;
  return checkToken({
    host: site,
    baseUrl: addressOf(site, host),
    allowPlainHttp: origin !== undefined && host.allowPlainHttp?.(origin),
    token,
    clock: host.clock,
    network: host.network?.(),
  });
}

async function signIn(provider: TokenProvider, site: SiteHost): Promise<void> {
  try {
    const { account } = await provider.createSession(tokenScopes, {});
    await vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Signed in to {0} as {1}. The token is kept in the secret storage of this machine.',
        sites[site].label,
        account.label,
      ),
    );
  } catch (error) {
    if (!(error instanceof vscode.CancellationError)) throw error;
  }
}

async function signOut(provider: TokenProvider, site: SiteHost, host: Addressed): Promise<void> {
  const { label } = sites[site];
  const session = await provider.current();
  if (!session) {
    await vscode.window.showInformationMessage(vscode.l10n.t('You are not signed in to {0}.', label));
    return;
  }
  await provider.removeSession(session.id);
  const revoke = vscode.l10n.t('Revoke It on {0}', label);
  const done = vscode.l10n.t('Signed out of {0}. The token was deleted from this machine.', label);
  if ((await vscode.window.showInformationMessage(done, revoke)) === revoke) {
    await vscode.env.openExternal(vscode.Uri.parse(tokenPage(site, host)));
  }
}

/** A token that is not accepted stops nothing; it only has to be said once. */
async function offerNewToken(site: SiteHost): Promise<void> {
  const again = vscode.l10n.t('Sign In Again');
  const out = vscode.l10n.t('Sign Out');
  const text = vscode.l10n.t(
    '{0} does not accept your access token any more. Gitee Scout goes on without it.',
    sites[site].label,
  );
  const chosen = await vscode.window.showWarningMessage(text, again, out);
  if (chosen === again) {
    await vscode.commands.executeCommand(site === 'gitee' ? commands.signIn : commands.signInGitCode);
  }
  if (chosen === out) {
    await vscode.commands.executeCommand(site === 'gitee' ? commands.signOut : commands.signOutGitCode);
  }
}

/** Where a person makes or revokes a token; a company's own Gitee has its own page. */
function tokenPage(site: SiteHost, host: Addressed): string {
  const address = addressOf(site, host);
  const web = address !== undefined && URL.canParse(address) ? new URL(address).origin : sites[site].web;
  return web + sites[site].tokenPage;
}
