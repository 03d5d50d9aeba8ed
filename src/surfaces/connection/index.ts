import * as vscode from 'vscode';
import type { Step } from '../../core/gitee/index.ts';
import { type Host, tokenPlace } from '../../core/index.ts';
import type { Log } from '../../core/ports.ts';
import { commands, settings } from '../contributions.ts';
import type { PlainHttp } from '../plain-http.ts';
import { toldText } from '../sentence-text.ts';

export interface ConnectionDependencies {
  readonly host: Pick<Host, 'baseUrl' | 'allowPlainHttp' | 'network' | 'offline' | 'token' | 'clock'>;
  readonly plainHttp: Pick<PlainHttp, 'confirm'>;
  readonly log: Log;
  /** Of the extension, for the report. */
  readonly version: string;
}

/** `Test Connection`: tries the way to Gitee step by step and offers a report that holds no secret. */
export function registerConnectionTest(dependencies: ConnectionDependencies): vscode.Disposable {
  const { host, plainHttp } = dependencies;
  const test = vscode.commands.registerCommand(commands.testConnection, async () => {
    if (dependencies.host.offline()) {
      await vscode.window.showInformationMessage(
        vscode.l10n.t('The network is switched off in the settings, so there is nothing to test.'),
      );
      return;
    }
    // Refused or not: the report says what that means.
    await plainHttp.confirm(host.baseUrl());
    const steps = await run(dependencies);
    if (steps) await report(steps, dependencies);
  });
  const watch = vscode.workspace.onDidChangeConfiguration(async event => {
    if (event.affectsConfiguration(`${settings.section}.${settings.baseUrl}`)) await plainHttp.confirm(host.baseUrl());
  });
  return vscode.Disposable.from(test, watch);
}

/** `undefined` when the person canceled. */
function run({ host }: ConnectionDependencies): Thenable<readonly Step[] | undefined> {
  const title = vscode.l10n.t('Testing the connection to Gitee');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, cancellation) => {
    const controller = new AbortController();
    const listener = cancellation.onCancellationRequested(() => controller.abort());
    try {
      const place = tokenPlace(host, 'gitee');
      const { diagnose } = await import('../../core/gitee/index.ts');
      const steps = await diagnose({
        baseUrl: host.baseUrl(),
        network: host.network?.(),
        allowPlainHttp: place !== undefined && host.allowPlainHttp?.(place.origin),
        token: place && (await host.token(place)),
        clock: host.clock,
        signal: controller.signal,
        onStep: step => progress.report({ message: stepText(step) }),
      });
      return controller.signal.aborted ? undefined : steps;
    } finally {
      listener.dispose();
    }
  });
}

function stepText({ detail, said }: Step): string {
  return toldText({ message: detail, said });
}

/** The report itself is English: it is for those who help. */
async function report(steps: readonly Step[], { log, version }: ConnectionDependencies): Promise<void> {
  const { describeSteps } = await import('../../core/gitee/index.ts');
  const text = `Gitee Scout ${version}, VS Code ${vscode.version}, ${process.platform}\n${describeSteps(steps)}`;
  log.info(text);
  const copy = vscode.l10n.t('Copy Report');
  const failed = steps.find(({ status }) => status === 'failed');
  const chosen = failed
    ? await vscode.window.showWarningMessage(vscode.l10n.t('Gitee cannot be used: {0}', stepText(failed)), copy)
    : await vscode.window.showInformationMessage(vscode.l10n.t('The connection to Gitee works.'), copy);
  if (chosen === copy) await vscode.env.clipboard.writeText(text);
}
