import * as vscode from 'vscode';
import type { PageState } from '../../webview/protocol.ts';
import { settings } from '../contributions.ts';

/** The host that the settings put in Gitee's place; `null` for the real one. */
export function dataHost(): PageState['dataHost'] {
  const baseUrl = vscode.workspace.getConfiguration(settings.section).get<string>(settings.baseUrl, '').trim();
  if (baseUrl === '' || !URL.canParse(baseUrl)) return null;
  const { host, hostname } = new URL(baseUrl);
  if (hostname === 'gitee.com') return null;
  return { name: host, local: hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.') };
}
