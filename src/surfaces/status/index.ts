import * as vscode from 'vscode';
import type { RateLimit } from '../../core/model.ts';
import { settings, views } from '../contributions.ts';
import { timeText } from '../dates.ts';
import type { IndexedManifest, ManifestIndex } from '../manifest-index.ts';
import type { NetworkCondition, NetworkState } from '../network-state.ts';

export interface StatusDependencies {
  readonly index: ManifestIndex;
  readonly network: NetworkState;
}

/** A number may come a little later than the notes in the text, ms: typing goes first. */
const pause = 150;

/** A quiet number in the status bar while a manifest is in front, or a word when Gitee cannot be asked. */
export function registerStatus({ index, network }: StatusDependencies): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('giteeScout.status', vscode.StatusBarAlignment.Right, 50);
  item.name = 'Gitee Scout';
  item.command = `${views.suggestions}.focus`;

  const show = async () => {
    const editor = vscode.window.activeTextEditor;
    const manifest = editor && (await index.read(editor.document));
    if (editor !== vscode.window.activeTextEditor) return;
    const text = statusText(manifest, network.condition, network.rateLimit);
    const wanted = vscode.workspace.getConfiguration(settings.section).get<boolean>(settings.statusBarEnabled);
    if (!text || !wanted) return item.hide();
    item.text = text.text;
    item.tooltip = text.tooltip;
    item.accessibilityInformation = { label: `Gitee Scout: ${text.tooltip}` };
    item.show();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void show(), pause);
  };

  update();
  return vscode.Disposable.from(
    item,
    { dispose: () => clearTimeout(timer) },
    vscode.window.onDidChangeActiveTextEditor(update),
    index.onDidChange(update),
    network.onDidChange(update),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration(`${settings.section}.${settings.statusBarEnabled}`)) update();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) update();
    }),
  );
}

/** `undefined` when there is nothing to say. */
export function statusText(
  manifest: Pick<IndexedManifest, 'recognized'> | undefined,
  condition: NetworkCondition,
  rate?: RateLimit | undefined,
): { readonly text: string; readonly tooltip: string } | undefined {
  const { recognized = [] } = manifest ?? {};
  const count = recognized.length;
  const suggested = recognized.filter(({ suggestions }) => suggestions.length > 0).length;
  const chinese = recognized.filter(each => each.chinese).length;
  const found = [
    vscode.l10n.t('Dependencies of this manifest with suggestions: {0}', suggested),
    ...(chinese > 0 ? [vscode.l10n.t('Of Chinese origin: {0}', chinese)] : []),
  ].join('. ');
  switch (condition.kind) {
    case 'online': {
      const left = rate && rateText(rate);
      if (rate && left && rate.remaining < rate.limit * lowShare) {
        const text = `$(compass) ${count} $(dashboard) ${rate.remaining}/${rate.limit}`;
        return { text, tooltip: count > 0 ? `${found}. ${left}` : left };
      }
      return count > 0 ? { text: `$(compass) ${count}`, tooltip: left ? `${found}. ${left}` : found } : undefined;
    }
    case 'offline': {
      const why = condition.bySetting
        ? vscode.l10n.t('Gitee is not asked: the setting "offline" is on')
        : vscode.l10n.t('Gitee did not answer last time');
      return manifest ? { text: `$(cloud-offline) ${count}`, tooltip: `${found}. ${why}` } : undefined;
    }
    case 'limited': {
      const until = condition.resetAt === undefined ? '' : timeText(condition.resetAt);
      const why = until
        ? vscode.l10n.t("Gitee's hourly limit is used up until {0}", until)
        : vscode.l10n.t("Gitee's hourly limit is used up");
      return { text: `$(watch) ${count}`, tooltip: count > 0 ? `${found}. ${why}` : why };
    }
  }
}

/** Below this share of the limit the figure is worth a place in the status bar: the rest is kept for clicks. */
const lowShare = 0.25;

/** `Gitee: 12 of 60 requests left, full again at 14:05`. */
function rateText({ limit, remaining, resetAt }: RateLimit): string {
  const left = Math.max(0, remaining);
  if (resetAt === undefined) return vscode.l10n.t('Gitee: {0} of {1} requests left', left, limit);
  const time = timeText(resetAt);
  return vscode.l10n.t('Gitee: {0} of {1} requests left, full again at {2}', left, limit, time);
}
