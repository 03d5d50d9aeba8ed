import * as vscode from 'vscode';
import type { SavedFinding } from '../../core/findings/index.ts';
import type { Store } from '../../core/ports.ts';
import { settings, views } from '../contributions.ts';
import { namesOf } from './actions.ts';

const key = 'findings.remindedOn';

/** Puts the number of findings that wait for a review on the view, and says it once a day. */
export function showDue(
  view: vscode.TreeView<unknown>,
  due: readonly SavedFinding[],
  today: string,
  memory: Store,
): void {
  const tooltip = vscode.l10n.t('Findings to review: {0}', due.length);
  view.badge = due.length > 0 ? { value: due.length, tooltip } : undefined;
  const wanted = vscode.workspace.getConfiguration(settings.section).get<boolean>(settings.findingsReminders) ?? true;
  if (due.length === 0 || !wanted || memory.get<unknown>(key) === today) return;
  void memory.update(key, today);
  void remind(due);
}

async function remind(due: readonly SavedFinding[]): Promise<void> {
  const show = vscode.l10n.t('Show');
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('Review is due: {0}', namesOf(due)), show);
  if (answer === show) await vscode.commands.executeCommand(`${views.findings}.focus`);
}
