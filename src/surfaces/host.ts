import * as vscode from 'vscode';
import type { Host, TokenPlace } from '../core/index.ts';
import type { RateLimit } from '../core/model.ts';
import type { Assets } from '../core/ports.ts';
import { settings } from './contributions.ts';
import { createNetworkSettings } from './network-settings.ts';
import type { PlainHttp } from './plain-http.ts';
import type { TokenVault } from './token-vault.ts';

export interface HostDependencies {
  readonly context: Pick<vscode.ExtensionContext, 'globalStorageUri'>;
  readonly log: vscode.LogOutputChannel;
  readonly vault: Pick<TokenVault, 'read'>;
  readonly plainHttp: Pick<PlainHttp, 'allows'>;
}

/** The host, and what happens to tokens while it works. */
export interface EditorHost extends Host, vscode.Disposable {
  readonly onDidRejectToken: vscode.Event<TokenPlace>;
  /** What Gitee just said of its request limit. */
  readonly onDidReadRateLimit: vscode.Event<RateLimit>;
}

/** What VS Code supplies to the core. Settings are read at each use, so a change counts from the next request on. */
export function createHost({ context, log, vault, plainHttp }: HostDependencies): EditorHost {
  const configuration = () => vscode.workspace.getConfiguration(settings.section);
  const rejected = new vscode.EventEmitter<TokenPlace>();
  const rateLimit = new vscode.EventEmitter<RateLimit>();
  return {
    log,
    clock: { now: () => Date.now() },
    assets,
    cacheFolder: vscode.Uri.joinPath(context.globalStorageUri, 'cache').fsPath,
    baseUrl: () => configuration().get<string>(settings.baseUrl) || undefined,
    atomgitUrl: () => configuration().get<string>(settings.atomgitUrl) || undefined,
    allowPlainHttp: origin => plainHttp.allows(origin),
    network: createNetworkSettings(log),
    offline: () => configuration().get<boolean>(settings.offline) ?? false,
    token: async place => (await vault.read(place.origin))?.token,
    onTokenRejected: place => rejected.fire(place),
    onDidRejectToken: rejected.event,
    onRateLimit: (rate, site) => site === 'gitee' && rateLimit.fire(rate),
    onDidReadRateLimit: rateLimit.event,
    dispose: () => vscode.Disposable.from(rejected, rateLimit).dispose(),
  };
}

/** The compiled data, each a chunk of its own that loads when first needed. */
const assets: Assets = {
  catalog: async () => (await import('asset:catalog.json')).default,
  licenses: async () => (await import('asset:licenses.json')).default,
};
