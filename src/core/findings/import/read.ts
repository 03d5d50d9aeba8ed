import type { Catalog } from '../../catalog/index.ts';
import type { Effort, Project, Relation, Repository, Told } from '../../model.ts';
import { parseReference, projectId } from '../../projects/index.ts';
import { told } from '../../sentences/index.ts';
import { suggest } from '../../suggestions/index.ts';
import type { FindingDraft } from '../findings.ts';
import { FrontMatter } from '../schema.ts';
import { readRows } from './csv.ts';
import { readBillOfMaterials } from './sbom.ts';

/** A project that a file names, or that the catalog has for a component of it. */
export interface ImportCandidate {
  readonly draft: FindingDraft;
  /** For a component of a bill of materials: how the project relates to it. */
  readonly relation?: Relation | undefined;
  readonly effort?: Effort | undefined;
}

/** What a file was taken for and what it gives. Lines that say nothing are named, so that nobody misses one. */
export interface ImportReading {
  readonly kind: 'sbom' | 'csv' | 'list';
  readonly candidates: readonly ImportCandidate[];
  /** Sentences on what was left out, at most twenty and how many more. */
  readonly problems: readonly Told[];
  /** How many components a bill of materials has. */
  readonly components?: number | undefined;
}

/** Longer files are refused; UTF-16 units. */
const longest = 64 * 1024 * 1024;
const mostDrafts = 2000;
const mostProblems = 20;

/**
 * Reads a file of somebody else's: a bill of materials (CycloneDX or SPDX), a CSV with a heading, or a list of addresses
 * with one on each line. Never throws.
 */
export function readImport(text: string, catalog: Catalog): ImportReading {
  if (text.length > longest)
    return { kind: 'list', candidates: [], problems: [told('The file is larger than 64 MB.')] };
  const components = readBillOfMaterials(text);
  if (components) return fromComponents(components, catalog);
  const rows = readRows(text);
  return rows ? fromRows(rows, catalog) : fromLines(text, catalog);
}

/** The repositories that a user of Gitee has starred. */
export function fromStars(repositories: readonly Repository[], catalog: Catalog): readonly ImportCandidate[] {
  const read = repositories.map(({ path, name, license }): ImportCandidate => {
    const project = catalog.byHome('gitee', path);
    if (project) return { draft: draftOf(project) };
    const reference = { host: 'gitee', path } as const;
    return {
      draft: {
        id: projectId(reference, undefined),
        name: name || path,
        homes: [reference],
        license: license ?? undefined,
      },
    };
  });
  // A project and its mirror are one.
  return [...new Map(read.map(candidate => [candidate.draft.id, candidate] as const)).values()];
}

function fromComponents(components: readonly string[], catalog: Catalog): ImportReading {
  const found = new Map<string, ImportCandidate>();
  const purls = [...new Set(components)];
  for (const purl of purls) {
    for (const { project: id, relation, effort } of suggest(purl, catalog).suggestions) {
      const project = catalog.project(id);
      if (!project) continue;
      const known = found.get(id);
      const replaces = relation === 'same-project' ? [] : [purl];
      const before = known?.draft.replaces ?? [];
      found.set(id, {
        draft: { ...draftOf(project), replaces: [...before, ...replaces].slice(0, 200) },
        relation: known?.relation ?? relation,
        effort: known?.effort ?? effort,
      });
    }
  }
  return { kind: 'sbom', candidates: [...found.values()].slice(0, mostDrafts), problems: [], components: purls.length };
}

function fromLines(text: string, catalog: Catalog): ImportReading {
  const lines = text.split(/\r?\n/).map(line => line.trim());
  const said = lines.flatMap((line, index) =>
    line === '' || line.startsWith('#') ? [] : [{ line, number: index + 1 }],
  );
  return gathered(
    'list',
    said.map(({ line, number }) => {
      // A line of a Markdown list, or an address somewhere in it.
      const address = /(?:https?:\/\/|git@)[^\s)>\]"']+/.exec(line)?.[0] ?? line.replace(/^[-*]\s+/, '');
      return draftFrom(address, catalog) ?? told('Line {0} names no project: {1}', number, line.slice(0, 80));
    }),
  );
}

function fromRows(rows: readonly Readonly<Record<string, string>>[], catalog: Catalog): ImportReading {
  return gathered(
    'csv',
    rows.map((row, index) => {
      const draft = draftFrom(row.project ?? '', catalog);
      if (!draft) return told('Row {0} names no project: {1}', index + 1, Object.values(row).join(', ').slice(0, 80));
      const status = FrontMatter.shape.status.safeParse(row.status?.toLowerCase()).data;
      const review = FrontMatter.shape.review.safeParse(row.review).data;
      const words = (cell: string | undefined) =>
        cell
          ?.split(/[;,|]\s*/)
          .map(word => word.trim())
          .filter(Boolean);
      return {
        ...draft,
        name: row.name || draft.name,
        license: row.license || draft.license,
        status,
        review,
        note: row.note,
        tags: words(row.tags)?.slice(0, 100),
        replaces: words(row.replaces)
          ?.filter(purl => purl.startsWith('pkg:'))
          .slice(0, 200),
        links: words(row.links)
          ?.filter(link => /^https?:\/\/\S+$/.test(link))
          .slice(0, 100),
      };
    }),
  );
}

function gathered(kind: 'csv' | 'list', read: readonly (FindingDraft | Told)[]): ImportReading {
  const problems = read.filter(each => 'message' in each);
  const drafts = new Map<string, FindingDraft>();
  for (const each of read) if (!('message' in each) && !drafts.has(each.id)) drafts.set(each.id, each);
  const candidates = [...drafts.values()].slice(0, mostDrafts).map(draft => ({ draft }));
  const more = problems.length - mostProblems;
  return {
    kind,
    candidates,
    problems: [...problems.slice(0, mostProblems), ...(more > 0 ? [told('{0} more like these.', more)] : [])],
  };
}

/** Understands what a person writes for a project: an address, `owner/repository`, an id or the URL of a package. */
function draftFrom(text: string, catalog: Catalog): FindingDraft | undefined {
  const published = text.startsWith('pkg:') ? catalog.byPurl(text) : undefined;
  if (published) return draftOf(published);
  const reference = parseReference(text);
  if (!reference) return undefined;
  if ('project' in reference) {
    const project = catalog.project(reference.project);
    return project && draftOf(project);
  }
  const project = catalog.byHome(reference.host, reference.path);
  if (project) return draftOf(project);
  return { id: projectId(reference, undefined), name: reference.path, homes: [reference] };
}

function draftOf({ id, name, homes, license }: Project): FindingDraft {
  return { id, name: name.en, homes: homes.map(({ host, path }) => ({ host, path })), license };
}
