import * as vscode from 'vscode';
import type { Scout } from '../../core/index.ts';
import type { Finding } from '../../core/model.ts';
import type { GatheredSubject, ScannedFile } from '../../core/reports/index.ts';
import { counted } from '../counted.ts';
import { type LicenseJudge, usual } from '../license-judge.ts';

/** What a report is made of. */
export interface ReportContent {
  readonly title: string;
  readonly files: readonly ScannedFile[];
  readonly findings: readonly Finding[];
  /** Where each of the files lies. */
  readonly places: ReadonlyMap<ScannedFile, vscode.Uri>;
}

export interface EvidenceDependencies {
  readonly scout: Pick<Scout, 'catalog' | 'projects' | 'gitee'>;
  readonly licenses: Pick<LicenseJudge, 'judge'>;
}

/**
 * Gathers evidence on every project that is in use or saved, after the person has agreed to what it costs. One after the
 * other, so that what comes first is whole where Gitee stops answering. `undefined` when the person does not want it.
 */
export async function writeEvidence(
  { scout, licenses }: EvidenceDependencies,
  content: () => Promise<ReportContent>,
): Promise<string | undefined> {
  const { evidenceFile, evidenceSubjects, gatherEvidence, publishersOf, requestsForEvidence } = await import(
    '../../core/reports/index.ts'
  );
  const { title, files, findings } = await content();
  const subjects = evidenceSubjects({ files, findings }, await scout.catalog());
  if (subjects.length > 0 && !(await agrees(scout, subjects.length, requestsForEvidence))) return undefined;
  const projects = await scout.projects();
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Gathering evidence…'),
      cancellable: true,
    },
    async (progress, token) => {
      const aborting = new AbortController();
      const { signal } = aborting;
      const canceled = token.onCancellationRequested(() => aborting.abort());
      const gathered: GatheredSubject[] = [];
      for (const subject of subjects) {
        progress.report({ message: subject.name, increment: 100 / subjects.length });
        const evidence = await gatherEvidence(projects, subject.reference, {
          signal,
          weigh: async ({ expression, confidence }, { id }) => {
            const { own, inEnglish } = await licenses.judge({
              license: expression,
              project: id,
              confidence,
              ...usual,
            });
            const { verdict, policy } = inEnglish ?? {};
            return { ...(own && verdict ? { weighed: { own, ...usual, verdict } } : {}), policy };
          },
        });
        if (signal.aborted) break;
        gathered.push({ subject, evidence });
      }
      canceled.dispose();
      return signal.aborted ? undefined : evidenceFile(title, gathered, publishersOf({ files }));
    },
  );
}

async function agrees(scout: Pick<Scout, 'gitee'>, count: number, each: number): Promise<boolean> {
  const remaining = (await scout.gitee()).rateLimit()?.remaining;
  const cost = counted(
    vscode.l10n.t(
      'Evidence on {0} project costs up to {1} requests to Gitee.|Evidence on {0} projects costs up to {1} requests to Gitee.',
    ),
    count,
    (count * each).toLocaleString(vscode.env.language),
  );
  const left = remaining === undefined ? cost : `${cost} ${vscode.l10n.t('Requests left this hour: {0}.', remaining)}`;
  const go = vscode.l10n.t('Gather');
  const detail = vscode.l10n.t(
    'What was fetched a short while ago costs nothing. Where Gitee stops answering, the file says what is missing.',
  );
  return (await vscode.window.showInformationMessage(left, { modal: true, detail }, go)) === go;
}
