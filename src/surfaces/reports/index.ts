import * as vscode from 'vscode';
import type { Scout } from '../../core/index.ts';
import type { Log } from '../../core/ports.ts';
import type { ReportFormat, ScannedFile } from '../../core/reports/index.ts';
import { commands } from '../contributions.ts';
import type { FindingsStore } from '../findings-store.ts';
import type { LicenseJudge } from '../license-judge.ts';
import type { ManifestIndex } from '../manifest-index.ts';
import { errorText } from '../sentence-text.ts';
import { type ReportContent, writeEvidence } from './evidence.ts';

export interface ReportDependencies {
  readonly index: ManifestIndex;
  readonly store: Pick<FindingsStore, 'findings'>;
  readonly scout: Pick<Scout, 'catalog' | 'projects' | 'gitee'>;
  readonly licenses: Pick<LicenseJudge, 'policies' | 'judge'>;
  /** Of the extension. */
  readonly version: string;
  readonly log: Log;
}

/** What a report is about. */
type Subject = 'all' | 'workspace' | 'findings';
/** `evidence`: a due diligence file, for which Gitee is asked. */
type Format = ReportFormat | 'evidence';

/** The command that writes a report of the workspace, of the findings, or of both, into a file. */
export function registerReports(dependencies: ReportDependencies): vscode.Disposable {
  return vscode.commands.registerCommand(commands.createReport, async () => {
    try {
      await createReport(dependencies);
    } catch (error) {
      dependencies.log.error('The report could not be written', error);
      void vscode.window.showErrorMessage(vscode.l10n.t('The report could not be written: {0}', errorText(error)));
    }
  });
}

async function createReport(dependencies: ReportDependencies): Promise<void> {
  const subject = await askSubject();
  const format = subject && (await askFormat());
  if (!format) return;
  const { reportFormats } = await import('../../core/reports/index.ts');
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const name = format === 'evidence' ? 'gitee-scout-evidence.md' : `gitee-scout-report${reportFormats[format]}`;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save Report'),
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder.uri, name) } : {}),
  });
  if (!target) return;
  const content = () => contentOf(dependencies, subject);
  const text =
    format === 'evidence'
      ? await writeEvidence(dependencies, content)
      : await vscode.window.withProgress(
          { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Writing the report') },
          () => write(dependencies, format, content),
        );
  if (text === undefined) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  await offerToOpen(target, format);
}

async function askSubject(): Promise<Subject | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly subject: Subject })[] = [
    { label: vscode.l10n.t('Workspace and Findings'), subject: 'all' },
    {
      label: vscode.l10n.t('Workspace'),
      detail: vscode.l10n.t('Manifests, suggestions, policy'),
      subject: 'workspace',
    },
    { label: vscode.l10n.t('Findings'), detail: vscode.l10n.t('Of all places'), subject: 'findings' },
  ];
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Report of') }))?.subject;
}

async function askFormat(): Promise<Format | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly format: Format })[] = [
    {
      label: 'HTML',
      detail: vscode.l10n.t('For people: one file that opens anywhere and prints well'),
      format: 'html',
    },
    { label: 'Markdown', detail: vscode.l10n.t('For wikis and pull requests'), format: 'markdown' },
    { label: 'CSV', detail: vscode.l10n.t('For spreadsheets'), format: 'csv' },
    { label: 'SARIF 2.1.0', detail: vscode.l10n.t('For code scanning'), format: 'sarif' },
    { label: 'CycloneDX 1.6', detail: vscode.l10n.t('A bill of materials with candidates'), format: 'cyclonedx' },
    {
      label: vscode.l10n.t('Evidence File'),
      detail: vscode.l10n.t('For due diligence, as Markdown: asks Gitee about each project in use or saved'),
      format: 'evidence',
    },
  ];
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Format of the Report') }))?.format;
}

async function contentOf(
  { index, store }: Pick<ReportDependencies, 'index' | 'store'>,
  subject: Subject,
): Promise<ReportContent> {
  const places = subject === 'findings' ? new Map<ScannedFile, vscode.Uri>() : await filesOf(index);
  const files = [...places.keys()];
  const list = subject === 'workspace' ? [] : (await (await store.findings()).list()).findings;
  const findings = list
    .map(({ finding }) => finding)
    .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  const titles = {
    all: vscode.l10n.t('Chinese open source: suggestions and findings'),
    workspace: vscode.l10n.t('Chinese open source for this workspace'),
    findings: vscode.l10n.t('Findings of Chinese open source'),
  };
  return { title: titles[subject], files, findings, places };
}

async function write(
  { scout, licenses, version }: ReportDependencies,
  format: ReportFormat,
  content: () => Promise<ReportContent>,
): Promise<string> {
  const { policyViolations, writeReport } = await import('../../core/reports/index.ts');
  const catalog = await scout.catalog();
  const { title, files, findings, places } = await content();
  const general = await licenses.policies();
  // A manifest is judged by the policies of all folders above it, as everywhere in the editor.
  const own = new Map(
    await Promise.all(files.map(async file => [file, await licenses.policies(places.get(file))] as const)),
  );
  const violations = policyViolations(file => (file && own.get(file)) ?? general, {
    files,
    findings,
    byPurl: purl => catalog.byPurl(purl),
  });
  const names = [...new Set([general, ...own.values()].flatMap(policies => policies.map(({ name }) => name)))];
  return writeReport(format, { title, version, files, findings, violations, policies: names }, catalog);
}

/** The manifests as they were read, with their texts, sorted by their paths; each with its place. */
async function filesOf(index: ManifestIndex): Promise<ReadonlyMap<ScannedFile, vscode.Uri>> {
  await index.scan();
  const files = await Promise.all(
    [...index.manifests.values()].map(async ({ uri, label, type, ecosystem, dependencies, problems }) => {
      const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
      const text = open?.getText() ?? (await textOf(uri));
      return [{ manifest: { path: label, type, ecosystem, dependencies, problems }, text }, uri] as const;
    }),
  );
  return new Map(files.sort(([one], [other]) => (one.manifest.path < other.manifest.path ? -1 : 1)));
}

/** As the index has read it, so that its places fit. */
async function textOf(uri: vscode.Uri): Promise<string> {
  const { manifestText } = await import('../../core/files/index.ts');
  return manifestText(await vscode.workspace.fs.readFile(uri));
}

async function offerToOpen(target: vscode.Uri, format: Format): Promise<void> {
  const open = vscode.l10n.t('Open');
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('The report is in {0}.', name), open);
  if (answer !== open) return;
  if (format === 'html' && target.scheme === 'file' && vscode.env.remoteName === undefined) {
    await vscode.env.openExternal(target);
  } else {
    await vscode.commands.executeCommand('vscode.open', target);
  }
}
