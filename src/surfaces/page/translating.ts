import * as vscode from 'vscode';
import type { EngineChoice } from '../../webview/protocol.ts';
import { settings } from '../contributions.ts';
import type { Translation, TranslationRequest } from './translation.ts';

/** Translation for the pages: the engines that the settings name, and the way to set one up. */
export function createTranslating(_: unknown) {
  const changed = new vscode.EventEmitter<void>();
  return {
    onDidChange: changed.event,
    engines: (): Promise<readonly EngineChoice[]> => Promise.resolve([]),
    translate: (_markdown: string, { engine }: TranslationRequest): Promise<Translation> =>
      Promise.reject(new Error(vscode.l10n.t('There is no engine "{0}".', engine))),
    configure: async () => {
      await vscode.commands.executeCommand('workbench.action.openSettings', `${settings.section}.translation`);
    },
    dispose: () => changed.dispose(),
  };
}
