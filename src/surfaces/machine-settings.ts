import * as vscode from 'vscode';
import { settings } from './contributions.ts';

/** Shows a setting of scope `machine` where it can be changed: in a remote window only the tab of that machine has it. */
export async function openMachineSetting(name: string): Promise<void> {
  const isRemote = vscode.env.remoteName !== undefined;
  const open = isRemote ? 'workbench.action.openRemoteSettings' : 'workbench.action.openSettings';
  await vscode.commands.executeCommand(open, { query: `${settings.section}.${name}` });
}
