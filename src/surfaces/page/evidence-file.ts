import * as vscode from 'vscode';
import type { Scout } from '../../core/index.ts';
import type { PageState } from '../../webview/protocol.ts';
import type { SessionDependencies } from './session-dependencies.ts';

/**
 * Gathers evidence on a project for a company's due diligence file and opens it as a new Markdown document, which the
 * user keeps or not. Costs a few requests: every place that speaks of the license is read, and the activity is asked for.
 */
export async function openEvidenceFile(
  scout: Pick<Scout, 'projects'>,
  { page: { id, home, facts }, license: { use, distribution } }: PageState,
  judge: SessionDependencies['judge'],
): Promise<void> {
  const [projects, { evidenceReport }] = await Promise.all([scout.projects(), import('../../core/reports/index.ts')]);
  const text = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Gathering evidence…'),
      cancellable: true,
    },
    async (_progress, token) => {
      const aborting = new AbortController();
      const { signal } = aborting;
      token.onCancellationRequested(() => aborting.abort());
      const reference = facts.kind === 'found' || !home ? { project: id } : { host: home.host, path: home.path };
      const page = await projects.open(reference, { signal, thorough: true });
      const [activity, security] = await Promise.all([
        projects.activity(page, signal),
        projects.security(page, signal),
      ]);
      if (signal.aborted) return undefined;
      const { license } = page;
      const answer = license.kind === 'found' ? await judge(id, license.value, { use, distribution }) : undefined;
      const { verdict, policy } = answer?.inEnglish ?? {};
      const weighed = answer?.own && verdict ? { own: answer.own, use, distribution, verdict } : undefined;
      return evidenceReport({ page, activity, security, weighed, policy });
    },
  );
  if (text === undefined) return;
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  await vscode.window.showTextDocument(document);
}
