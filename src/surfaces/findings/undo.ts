import * as vscode from 'vscode';
import type { Undo } from '../../core/findings/index.ts';
import { contextKeys } from '../contributions.ts';

/** Steps that are remembered. */
const most = 20;

/** What was done and can be taken back, the last first. */
export interface UndoStack {
  /** Remembers a step and says what was done, with a button that takes it back. */
  offer(message: string, undo: Undo): Promise<void>;
  /** Takes back the last step. */
  undoLast(): Promise<void>;
}

export function createUndoStack(): UndoStack {
  const steps: Undo[] = [];
  const tell = () => void vscode.commands.executeCommand('setContext', contextKeys.findingsUndo, steps.length > 0);
  const take = async (step: Undo) => {
    const index = steps.indexOf(step);
    if (index < 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('It was taken back already, or too long ago.'));
      return;
    }
    steps.splice(index, 1);
    tell();
    await step();
  };
  return {
    offer: async (message, undo) => {
      steps.push(undo);
      if (steps.length > most) steps.shift();
      tell();
      const label = vscode.l10n.t('Undo');
      if ((await vscode.window.showInformationMessage(message, label)) === label) await take(undo);
    },
    undoLast: async () => {
      const last = steps.at(-1);
      if (!last) return;
      // The message that offers this very step would stay; the API can close a message only together with all others.
      await vscode.commands.executeCommand('notifications.hideToasts');
      await take(last);
    },
  };
}
