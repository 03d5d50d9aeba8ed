import * as vscode from 'vscode';
import { settings } from '../contributions.ts';

/** Many changes at once, such as those of a scan, count as one; ms. */
const collectFor = 150;

/** One event for all that pages show besides the project itself: findings, manifests, settings, licenses. */
export function surroundings(sources: readonly vscode.Event<unknown>[]) {
  const changed = new vscode.EventEmitter<void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => changed.fire(), collectFor);
  };
  const subscriptions = [
    changed,
    ...sources.map(source => source(soon)),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration(settings.section)) soon();
    }),
  ];
  return {
    onDidChange: changed.event,
    dispose: () => {
      clearTimeout(timer);
      vscode.Disposable.from(...subscriptions).dispose();
    },
  };
}
