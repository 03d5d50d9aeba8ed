import * as vscode from 'vscode';
import type { Store } from '../core/ports.ts';
import { commands, settings } from './contributions.ts';

export type AnnotationMode = 'decoration' | 'codeLens' | 'off';

/** Whether and how suggestions show in a file: the setting, and the eye in the title bar that hides them for one file. */
export interface AnnotationSwitch extends vscode.Disposable {
  /** What the setting says for this file. */
  modeOf(uri: vscode.Uri): AnnotationMode;
  isHidden(uri: vscode.Uri): boolean;
  readonly onDidChange: vscode.Event<void>;
}

const key = 'giteeScout.filesWithoutAnnotations';
/** The files hidden longest ago are forgotten first. */
const mostRemembered = 500;

/** @param memory of this workspace */
export function createAnnotationSwitch(memory: Store): AnnotationSwitch {
  const changed = new vscode.EventEmitter<void>();
  const hidden = new Set(memory.get<readonly string[]>(key) ?? []);
  const set = async (hide: boolean) => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    if (!uri) return;
    hidden.delete(uri);
    if (hide) hidden.add(uri);
    changed.fire();
    await memory.update(key, [...hidden].slice(-mostRemembered));
  };
  const subscriptions = vscode.Disposable.from(
    changed,
    vscode.commands.registerCommand(commands.hideAnnotations, () => set(true)),
    vscode.commands.registerCommand(commands.showAnnotations, () => set(false)),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration(`${settings.section}.${settings.annotations}`)) changed.fire();
    }),
  );
  return {
    modeOf: uri => {
      const mode = vscode.workspace.getConfiguration(settings.section, uri).get<string>(settings.annotations);
      return mode === 'codeLens' || mode === 'off' ? mode : 'decoration';
    },
    isHidden: uri => hidden.has(uri.toString()),
    onDidChange: changed.event,
    dispose: () => subscriptions.dispose(),
  };
}
