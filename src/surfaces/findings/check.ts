import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/index.ts';
import type { SavedFinding } from '../../core/findings/index.ts';
import type { Gitee } from '../../core/gitee/index.ts';
import type { Clock } from '../../core/ports.ts';
import { counted } from '../counted.ts';
import { toldText } from '../sentence-text.ts';
import type { ViewState } from './state.ts';

export interface CheckDependencies {
  readonly catalog: () => Promise<Catalog>;
  readonly gitee: () => Promise<Gitee>;
  readonly clock: Clock;
  readonly state: ViewState;
}

/** Requests that one finding costs at most: its repository and its releases. */
const requestsEach = 2;
/** From this many requests on the person is asked first: without a token Gitee allows 60 an hour. */
const askFrom = 20;

/**
 * Compares findings with what the catalog and Gitee say now, and shows it in the view. Asked one after the other, so
 * that it stops where Gitee stops answering; answers that are young enough cost nothing.
 */
export async function checkFindings(
  { catalog, gitee, clock, state }: CheckDependencies,
  saved: readonly SavedFinding[],
): Promise<void> {
  const onGitee = saved.filter(({ finding }) => finding.homes.some(({ host }) => host === 'gitee')).length;
  const client = await gitee();
  if (onGitee * requestsEach >= askFrom && !(await agrees(onGitee, client.rateLimit()?.remaining))) return;
  const { checkFinding } = await import('../../core/findings/index.ts');
  const known = await catalog();
  let changed = 0;
  let done = 0;
  let stopped: string | undefined;
  await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Looking what has changed'),
      cancellable: true,
    },
    async (progress, canceled) => {
      const abort = new AbortController();
      const listening = canceled.onCancellationRequested(() => abort.abort());
      const call = { signal: abort.signal };
      const host = {
        repository: (path: string) => client.repository(path, call),
        releases: (path: string) => client.releases(path, call),
      };
      for (const each of saved) {
        if (abort.signal.aborted || stopped !== undefined) break;
        progress.report({ message: each.finding.name, increment: 100 / saved.length });
        const project = known.project(each.finding.id);
        const check = await checkFinding(each.finding, { project, host, now: clock.now() });
        if (abort.signal.aborted) break;
        state.setCheck(each, check);
        done += 1;
        if (check.news.length > 0) changed += 1;
        if (check.stop && check.unanswered) stopped = toldText(check.unanswered);
      }
      listening.dispose();
    },
  );
  const said = counted(
    vscode.l10n.t(
      'Looked at {1} of {0} finding; something changed in {2}.|Looked at {1} of {0} findings; something changed in {2}.',
    ),
    saved.length,
    done.toLocaleString(vscode.env.language),
    changed.toLocaleString(vscode.env.language),
  );
  if (stopped === undefined) void vscode.window.showInformationMessage(said);
  else void vscode.window.showWarningMessage(vscode.l10n.t('{0} Stopped: {1}', said, stopped));
}

async function agrees(findings: number, remaining: number | undefined): Promise<boolean> {
  const requests = findings * requestsEach;
  const cost = counted(
    vscode.l10n.t(
      'Looking at {0} finding costs up to {1} requests to Gitee.|Looking at {0} findings costs up to {1} requests to Gitee.',
    ),
    findings,
    requests.toLocaleString(vscode.env.language),
  );
  const left = remaining === undefined ? cost : `${cost} ${vscode.l10n.t('Requests left this hour: {0}.', remaining)}`;
  const go = vscode.l10n.t('Look');
  const detail = vscode.l10n.t(
    'What was fetched a short while ago costs nothing. It stops where Gitee stops answering.',
  );
  return (await vscode.window.showInformationMessage(left, { modal: true, detail }, go)) === go;
}
