import type { Found, Part } from '../projects/index.ts';
import type { Cell, Comparison, ComparisonColumn, ComparisonRow, RowId } from './model.ts';

/** Puts columns side by side. A row that no column can fill is left out; nothing is guessed for a column that cannot. */
export function compare(columns: readonly ComparisonColumn[]): Comparison {
  const rows = rowIds.flatMap((id): readonly ComparisonRow[] => {
    const cells = columns.map(column => cellOf(id, column, columns));
    if (cells.every(({ values }) => values.length === 0)) return [];
    return [{ id, cells, differs: differ(cells) }];
  });
  return { columns: columns.map(({ name, kind, purl, project }) => ({ name, kind, purl, project })), rows };
}

const rowIds = [
  'summary',
  'steward',
  'license',
  'verdict',
  'duties',
  'effort',
  'coverage',
  'version',
  'release',
  'push',
  'activity',
  'stars',
  'size',
  'dependencies',
  'documentation',
  'status',
  'homes',
  'reservations',
] as const satisfies readonly RowId[];

const nothing: Cell = { values: [] };

function cellOf(id: RowId, column: ComparisonColumn, columns: readonly ComparisonColumn[]): Cell {
  const { project, page, activity, purl, capabilities, effort, verdict } = column;
  switch (id) {
    case 'summary':
      return fromCatalog(column, project && [column.summary ?? project.summary.en]);
    case 'steward':
      return fromCatalog(column, project && [project.steward.name]);
    case 'license':
      return licenseCell(column);
    case 'verdict':
      return verdict
        ? { values: [verdict.verdict], note: verdict.reason, source: verdict.sources.join('; ') || undefined }
        : nothing;
    case 'duties':
      return verdict ? { values: verdict.duties, source: verdict.sources.join('; ') || undefined } : nothing;
    case 'effort':
      return effort ? { values: [effort], source: project && catalog } : nothing;
    case 'coverage': {
      const wanted = columns.find(({ kind }) => kind === 'current')?.capabilities ?? [];
      if (column.kind === 'current' || wanted.length === 0) return { values: capabilities, source: purl && catalog };
      return { values: wanted.filter(each => capabilities.includes(each)), source: catalog };
    }
    case 'version':
      return versionCell(column);
    case 'release':
      return releaseCell(column);
    case 'push':
      return pushCell(column);
    case 'activity': {
      const found = foundIn(activity);
      const months = found?.value.months ?? [];
      const cell = live(
        found,
        months.map(({ commits }) => commits),
      );
      return cell === nothing ? nothing : { ...cell, labels: months.map(({ month }) => month) };
    }
    case 'stars': {
      const repository = foundIn(page?.repository);
      return live(repository, repository && [repository.value.stars]);
    }
    case 'size':
      return fromRegistry(column, column.package?.size);
    case 'dependencies':
      return fromRegistry(column, column.package?.dependencies);
    case 'documentation':
      return fromCatalog(column, project?.documentation);
    case 'status':
      return fromCatalog(column, project && [project.status]);
    case 'homes':
      return fromCatalog(
        column,
        project?.homes.map(({ host, path }) => `${host}: ${path}`),
      );
    case 'reservations':
      return fromCatalog(
        column,
        project?.reservations.map(({ text }) => text),
      );
  }
}

const catalog = 'Catalog of Gitee Scout';

function fromRegistry({ package: facts }: ComparisonColumn, value: string | number | undefined): Cell {
  return !facts || value === undefined ? nothing : { values: [value], source: facts.source, readAt: facts.readAt };
}

function fromCatalog({ project }: ComparisonColumn, values: readonly string[] | undefined): Cell {
  const readAt = project?.evidence
    .map(({ date }) => date)
    .sort()
    .at(-1);
  return values === undefined || values.length === 0 ? nothing : { values, source: catalog, readAt };
}

/** What the registry says of the package is nearer than the releases of the repository. */
function versionCell(column: ComparisonColumn): Cell {
  if (column.package?.version !== undefined) return fromRegistry(column, column.package.version);
  const releases = foundIn(column.page?.releases);
  return live(
    releases,
    releases?.value.slice(0, 1).map(({ tag }) => tag),
  );
}

function releaseCell(column: ComparisonColumn): Cell {
  if (column.package?.changedAt !== undefined) return fromRegistry(column, column.package.changedAt);
  const releases = foundIn(column.page?.releases);
  return live(
    releases,
    releases?.value.slice(0, 1).flatMap(({ createdAt }) => createdAt ?? []),
  );
}

function pushCell({ page }: ComparisonColumn): Cell {
  const repository = foundIn(page?.repository);
  const at = repository?.value.pushedAt;
  return live(repository, at ? [at] : []);
}

/** What was found out about the license; of a package only what its registry says. */
function licenseCell(column: ComparisonColumn): Cell {
  const found = foundIn(column.page?.license);
  if (found) return { values: [found.value.expression], source: found.source, readAt: found.receivedAt };
  if (column.project) return fromCatalog(column, [column.project.license]);
  if (column.installed) return { values: [column.installed.expression], source: column.installed.place };
  return fromRegistry(column, column.package?.license);
}

function foundIn<T>(part: Part<T> | undefined): Found<T> | undefined {
  return part?.kind === 'found' ? part : undefined;
}

function live(part: Found<unknown> | undefined, values: readonly (string | number)[] | undefined): Cell {
  return part && values && values.length > 0 ? { values, source: part.source, readAt: part.receivedAt } : nothing;
}

/** Unknown is no difference: it is not known whether there is one. */
function differ(cells: readonly Cell[]): boolean {
  const known = cells.filter(({ values }) => values.length > 0).map(({ values }) => JSON.stringify(values));
  return new Set(known).size > 1;
}
