import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/index.ts';
import type { ComparisonColumn } from '../../core/comparison/index.ts';
import type { Scout } from '../../core/index.ts';
import type { Suggestions } from '../../core/model.ts';
import type { Log } from '../../core/ports.ts';
import type { LicenseJudge } from '../license-judge.ts';
import { packageFacts } from './package-facts.ts';

export interface ColumnDependencies {
  readonly scout: Pick<Scout, 'catalog' | 'projects'>;
  readonly licenses: Pick<LicenseJudge, 'judge'>;
  readonly log: Log;
}

/** What is compared: a package of now and projects that may take its place. */
export interface Compared {
  readonly purl: string;
  /** Ids in the catalog. */
  readonly projects: readonly string[];
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
    capabilities: catalog.capabilitiesOf(purl),
  };
  const candidates = projects.flatMap((id): readonly ComparisonColumn[] => {
    const project = catalog.project(id);
    if (!project) return [];
    const { capabilities, name, purls } = project;
    const effort = suggestions.find(each => each.project === id)?.effort;
    const published = purls.find(each => each.startsWith(ecosystem));
    return [{ name: name.en, kind: 'candidate', purl: published, project, capabilities, effort }];
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
  { scout, licenses, log }: ColumnDependencies,
  signal: AbortSignal,
  changed: (columns: readonly ComparisonColumn[]) => void,
): Promise<readonly string[]> {
  let filled = columns;
  const add = (at: number, more: Partial<ComparisonColumn>) => {
    if (signal.aborted) return;
    filled = filled.map((column, index) => (index === at ? { ...column, ...more } : column));
    changed(filled);
  };
  const cwd = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri.fsPath;
  const remarks = new Set<string>();
  if (!vscode.workspace.isTrusted) {
    remarks.add(vscode.l10n.t('The workspace is not trusted: your package manager was not asked.'));
  }
  const judge = async (at: number) => {
    const column = filled[at];
    const license = column?.project?.license ?? column?.package?.license;
    if (license === undefined) return;
    const { verdict } = await licenses.judge({ license, project: column?.project?.id });
    add(at, { verdict });
  };
  const fill = async ({ purl, project }: ComparisonColumn, at: number) => {
    const packages = async () => {
      const facts = purl === undefined ? undefined : await packageFacts(purl, cwd);
      if (facts) add(at, { package: facts });
      await judge(at);
    };
    const host = async () => {
      if (!project) return;
      const projects = await scout.projects();
      const page = await projects.open({ project: project.id }, { signal, onUpdate: next => add(at, { page: next }) });
      if (page.repository.kind === 'missing') remarks.add(`${project.name.en}: ${page.repository.message}`);
      if (page.repository.kind === 'found') add(at, { activity: await projects.activity(page, signal) });
    };
    const works = await Promise.allSettled([packages(), host()]);
    for (const work of works) if (work.status === 'rejected') log.warn('comparison', work.reason);
  };
  await Promise.all(columns.map(fill));
  return [...remarks];
}
