import * as vscode from 'vscode';
import type { Host } from '../core/index.ts';
import type { Assets } from '../core/ports.ts';
import { readNetworkSettings } from './network-settings.ts';

/** Key of the Gitee access token in the secret storage. */
export const tokenKey = 'giteeScout.token';

/** What VS Code supplies to the core. Settings are read at each use, so a change counts from the next request on. */
export function createHost(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Host {
  const settings = () => vscode.workspace.getConfiguration('giteeScout');
  return {
    log,
    clock: { now: () => Date.now() },
    assets,
    cacheFolder: vscode.Uri.joinPath(context.globalStorageUri, 'cache').fsPath,
    baseUrl: () => settings().get<string>('baseUrl') || undefined,
    network: readNetworkSettings,
    offline: () => settings().get<boolean>('offline') ?? false,
    token: () => context.secrets.get(tokenKey),
  };
}

/** The compiled data, each a chunk of its own that loads when first needed. */
const assets: Assets = {
  catalog: async () => (await import('asset:catalog.json')).default,
  licenses: async () => (await import('asset:licenses.json')).default,
};
