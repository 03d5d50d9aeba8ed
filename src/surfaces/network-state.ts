import * as vscode from 'vscode';
import type { Failure, Outcome, RateLimit } from '../core/model.ts';
import { contextKeys, settings } from './contributions.ts';

/** How things stand with Gitee, as far as anybody has asked it. */
export type NetworkCondition =
  | { readonly kind: 'online' }
  /** Switched off by the setting, or nobody answered last time. */
  | { readonly kind: 'offline'; readonly bySetting: boolean }
  /** The hourly limit is used up; epoch ms of its end where known. */
  | { readonly kind: 'limited'; readonly resetAt?: number | undefined };

/** Collects what the surfaces that ask Gitee were told, for those that only show it. Never asks by itself. */
export interface NetworkState extends vscode.Disposable {
  readonly condition: NetworkCondition;
  /** What Gitee said last of its request limit; `undefined` before its first answer, and when it is full again. */
  readonly rateLimit: RateLimit | undefined;
  readonly onDidChange: vscode.Event<void>;
  /** Tells the outcome of a request. */
  report(outcome: Pick<Outcome<unknown>, 'kind'> | Failure): void;
}

export function createNetworkState(
  onDidReadRateLimit: vscode.Event<RateLimit>,
  now: () => number = Date.now,
): NetworkState {
  const changed = new vscode.EventEmitter<void>();
  let last: NetworkCondition = { kind: 'online' };
  let rate: RateLimit | undefined;
  const condition = (): NetworkCondition => {
    const off = vscode.workspace.getConfiguration(settings.section).get<boolean>(settings.offline);
    if (off) return { kind: 'offline', bySetting: true };
    return last.kind === 'limited' && last.resetAt !== undefined && last.resetAt <= now() ? { kind: 'online' } : last;
  };
  const tell = () => {
    void vscode.commands.executeCommand('setContext', contextKeys.network, condition().kind);
    changed.fire();
  };
  const subscriptions = vscode.Disposable.from(
    changed,
    onDidReadRateLimit(read => {
      rate = read;
      changed.fire();
    }),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration(`${settings.section}.${settings.offline}`)) tell();
    }),
  );
  tell();
  return {
    get condition() {
      return condition();
    },
    get rateLimit() {
      return rate?.resetAt !== undefined && rate.resetAt <= now() ? undefined : rate;
    },
    onDidChange: changed.event,
    report: outcome => {
      const next = conditionAfter(outcome);
      if (!next || JSON.stringify(next) === JSON.stringify(last)) return;
      last = next;
      tell();
    },
    dispose: () => subscriptions.dispose(),
  };
}

/** `undefined` for outcomes that say nothing of the connection. */
function conditionAfter(outcome: Pick<Outcome<unknown>, 'kind'> | Failure): NetworkCondition | undefined {
  switch (outcome.kind) {
    case 'found':
    case 'not-found':
    case 'forbidden':
    case 'changed-shape':
      return { kind: 'online' };
    case 'unreachable':
      return { kind: 'offline', bySetting: false };
    case 'limited':
      return { kind: 'limited', resetAt: 'resetAt' in outcome ? outcome.resetAt : undefined };
    case 'offline':
    case 'canceled':
      return undefined;
  }
}
