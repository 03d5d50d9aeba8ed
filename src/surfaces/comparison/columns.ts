import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/index.ts';
import type { ComparisonColumn } from '../../core/comparison/index.ts';
import type { Scout } from '../../core/index.ts';
import type { Suggestions } from '../../core/model.ts';
import type { Log } from '../../core/ports.ts';
import type { PageLicense, ProjectPage } from '../../core/projects/index.ts';
import { latestVersion, programFor } from '../latest-version.ts';
import type { LicenseJudge } from '../license-judge.ts';
import { toldText } from '../sentence-text.ts';
import { summaryText } from '../wording.ts';
import { installedLicense } from './installed-license.ts';
import { packageFacts } from './package-facts.ts';

export interface ColumnDependencies {
  readonly scout: Pick<Scout, 'catalog' | 'projects' | 'licenses'>;
  readonly licenses: Pick<LicenseJudge, 'judge' | 'askOnce'>;
  readonly log: Log;
}

/** What is compared: a package of now and projects that may take its place. */
export interface Compared {
  readonly purl: string;
  /** Ids in the catalog. */
  readonly projects: readonly string[];
}

/** What columns are filled from, for the work in one place. */
export interface Filling extends ColumnDependencies {
  /** A manifest of the work: licenses are judged against that work's own. */
  readonly manifest: vscode.Uri | undefined;
}

/** The columns with what the catalog says, which is there at once. */
export function knownColumns(
  { purl, projects }: Compared,
  catalog: Catalog,
  { suggestions }: Suggestions,
): readonly ComparisonColumn[] {
  const ecosystem = /^pkg:[a-z]+\//.exec(purl)?.[0] ?? 'pkg:';
  const own = catalog.byPurl(purl);
  const current: ComparisonColumn = {
    name: nameOf(purl.slice(ecosystem.length)),
    kind: 'current',
    purl,
    project: own,
    summary: own && summaryText(own),
    capabilities: catalog.capabilitiesOf(purl),
  };
  const candidates = projects.flatMap((id): readonly ComparisonColumn[] => {
    const project = catalog.project(id);
    if (!project) return [];
    const { capabilities, name, purls } = project;
    const effort = suggestions.find(each => each.project === id)?.effort;
    const published = purls.find(each => each.startsWith(ecosystem));
    return [
      {
        name: name.en,
        kind: 'candidate',
        purl: published,
        project,
        summary: summaryText(project),
        capabilities,
        effort,
      },
    ];
  });
  return [current, ...candidates];
}

function nameOf(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded; // A damaged escape: shown as it is.
  }
}

/** The same columns with what hosts, the package manager and the license rules say; `changed` is told each addition. */
export async function fillColumns(
  columns: readonly ComparisonColumn[],
  { scout, licenses, log, manifest }: Filling,
  signal: AbortSignal,
  changed: (columns: readonly ComparisonColumn[]) => void,
): Promise<{ readonly remarks: readonly string[]; readonly programs: readonly string[] }> {
  let filled = columns;
  const add = (at: number, more: Partial<ComparisonColumn>) => {
    if (signal.aborted) return;
    filled = filled.map((column, index) => (index === at ? { ...column, ...more } : column));
    changed(filled);
  };
  const cwd = workspaceFolder();
  const remarks = new Set<string>();
  if (!vscode.workspace.isTrusted) {
    remarks.add(vscode.l10n.t('The workspace is not trusted: your package manager was not asked.'));
  }
  const judge = async (at: number) => {
    const column = filled[at];
    const read = column?.installed ?? licenseOfPage(column?.page);
    const license = read?.expression ?? column?.project?.license ?? column?.package?.license;
    if (license === undefined) return;
    const confidence = read?.confidence;
    const { verdict } = await licenses.judge({ license, project: column?.project?.id, confidence }, manifest);
    add(at, { verdict });
  };
  const fill = async ({ purl, project }: ComparisonColumn, at: number) => {
    const packages = async () => {
      const facts = purl === undefined ? undefined : await packageFacts(purl, cwd);
      if (facts) add(at, { package: facts });
      const installed =
        purl === undefined || project ? undefined : await installedLicense(purl, facts?.license, scout.licenses);
      if (installed) add(at, { installed });
    };
    const host = async () => {
      if (!project) return;
      const projects = await scout.projects();
      const page = await projects.open({ project: project.id }, { signal, onUpdate: next => add(at, { page: next }) });
      if (page.repository.kind === 'missing') remarks.add(`${project.name.en}: ${toldText(page.repository)}`);
      if (page.repository.kind === 'found') add(at, { activity: await projects.activity(page, signal) });
    };
    const works = await Promise.allSettled([packages(), host()]);
    for (const work of works) if (work.status === 'rejected') log.warn('comparison', work.reason);
    // By what was found out: an installed text, or the files of the repository, say more than the catalog or a field.
    await judge(at);
  };
  await Promise.all(columns.map(fill));
  for (const column of filled) {
    const nobody = isSlow(column) && programFor(column.purl ?? '') === undefined;
    if (nobody) remarks.add(vscode.l10n.t('No package manager is asked about {0}.', column.name));
  }
  return { remarks: [...remarks], programs: vscode.workspace.isTrusted ? programsOf(filled) : [] };
}

/** What the places of a project say together, once all were read; two that differ are never certain. */
function licenseOfPage(page: ProjectPage | undefined): Pick<PageLicense, 'expression' | 'confidence'> | undefined {
  const value = page?.license.kind === 'found' ? page.license.value : undefined;
  if (!value?.complete || value.unread.length > 0) return undefined;
  return { expression: value.expression, confidence: value.conflict === undefined ? value.confidence : 'low' };
}

/** The package managers that could say more, and that start only when a person asks: some take their time. */
function programsOf(columns: readonly ComparisonColumn[]): readonly string[] {
  const programs = columns
    .filter(column => !column.package && isSlow(column))
    .map(({ purl = '' }) => programFor(purl) ?? '');
  return [...new Set(programs)].filter(program => program !== '');
}

function isSlow({ purl }: ComparisonColumn): boolean {
  return purl !== undefined && !purl.startsWith('pkg:npm/');
}

/** Asks the package managers that wait for a person's word; the columns with what they said, and who was silent. */
export async function askPackageManagers(
  columns: readonly ComparisonColumn[],
  { licenses, manifest }: Pick<Filling, 'licenses' | 'manifest'>,
  signal: AbortSignal,
): Promise<{ readonly columns: readonly ComparisonColumn[]; readonly remarks: readonly string[] }> {
  const remarks: string[] = [];
  const ask = async (column: ComparisonColumn): Promise<ComparisonColumn> => {
    const { purl, project } = column;
    if (purl === undefined || column.package || !isSlow(column)) return column;
    const program = programFor(purl);
    if (program === undefined) return column;
    const found = await latestVersion(purl, workspaceFolder(), signal);
    if (!found) {
      remarks.push(vscode.l10n.t('{0} gave no answer about {1}.', program, column.name));
      return column;
    }
    const { version, license, releasedAt: changedAt } = found;
    const facts = { source: found.program, readAt: new Date().toISOString(), version, license, changedAt };
    const verdict =
      project || license === undefined ? column.verdict : (await licenses.judge({ license }, manifest)).verdict;
    return { ...column, package: facts, verdict };
  };
  return { columns: await Promise.all(columns.map(ask)), remarks };
}

function workspaceFolder(): string | undefined {
  return vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri.fsPath;
}
