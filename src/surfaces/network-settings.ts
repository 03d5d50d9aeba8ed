import * as vscode from 'vscode';
import type { NetworkSettings } from '../core/gitee/index.ts';

/** How VS Code itself reaches the network: its `http.*` settings, and the environment where they say nothing. */
export function readNetworkSettings(): NetworkSettings {
  const http = vscode.workspace.getConfiguration('http');
  const certificates = {
    strictSSL: http.get<boolean>('proxyStrictSSL') ?? true,
    systemCertificates: http.get<boolean>('systemCertificates') ?? true,
  };
  if (http.get<string>('proxySupport') === 'off') return certificates;
  return {
    ...certificates,
    proxy: http.get<string>('proxy') || undefined,
    proxyAuthorization: http.get<string | null>('proxyAuthorization') || undefined,
    noProxy: http.get<readonly string[]>('noProxy') ?? [],
    environment: process.env,
  };
}
