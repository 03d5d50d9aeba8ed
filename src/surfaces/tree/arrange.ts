import * as vscode from 'vscode';
import type { Store } from '../../core/ports.ts';
import type { Arrangement } from './nodes.ts';

const key = 'giteeScout.suggestions.arrangement';
const standard: Arrangement = { grouping: 'manifest', sorting: 'name', filter: '' };

/** The arrangement that this workspace was left with; never with a filter, which would hide things unasked. */
export function rememberedArrangement(memory: Store): Arrangement {
  const saved = memory.get<Partial<Arrangement>>(key) ?? {};
  const grouping = saved.grouping === 'capability' || saved.grouping === 'project' ? saved.grouping : standard.grouping;
  return { grouping, sorting: saved.sorting === 'count' ? 'count' : 'name', filter: '' };
}

export function rememberArrangement(memory: Store, { grouping, sorting }: Arrangement): PromiseLike<void> {
  return memory.update(key, { grouping, sorting });
}

/** Asks how to group and sort; `undefined` when the user goes away. */
export async function askArrangement(current: Arrangement): Promise<Partial<Arrangement> | undefined> {
  const mark = (chosen: boolean, text: string) => (chosen ? `$(check) ${text}` : text);
  const grouping = (value: Arrangement['grouping'], text: string) => ({
    label: mark(current.grouping === value, text),
    change: { grouping: value },
  });
  const sorting = (value: Arrangement['sorting'], text: string) => ({
    label: mark(current.sorting === value, text),
    change: { sorting: value },
  });
  const separator = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator, change: undefined });
  const picked = await vscode.window.showQuickPick(
    [
      separator(vscode.l10n.t('Group')),
      grouping('manifest', vscode.l10n.t('By Manifest')),
      grouping('capability', vscode.l10n.t('By What It Is For')),
      grouping('project', vscode.l10n.t('By Project')),
      separator(vscode.l10n.t('Sort')),
      sorting('name', vscode.l10n.t('By Name')),
      sorting('count', vscode.l10n.t('Most First')),
    ],
    { title: vscode.l10n.t('Suggestions') },
  );
  return picked?.change;
}

/** Asks for the filter, which is followed while it is typed; leaving it brings the old one back. */
export function askFilter(current: string, follow: (filter: string) => void): void {
  const input = vscode.window.createInputBox();
  let accepted = false;
  input.title = vscode.l10n.t('Filter Suggestions');
  input.placeholder = vscode.l10n.t('Part of a dependency, project, capability or path');
  input.value = current;
  input.onDidChangeValue(follow);
  input.onDidAccept(() => {
    accepted = true;
    input.hide();
  });
  input.onDidHide(() => {
    if (!accepted) follow(current);
    input.dispose();
  });
  input.show();
}
