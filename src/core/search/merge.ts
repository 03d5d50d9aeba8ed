import type { SearchHit, SearchSourceStatus } from '../model.ts';
import type { SearchableCatalog } from './catalog-index.ts';

/**
 * Joins hits of several sources, earlier sources first: the same project or the same repository appears once, with
 * what each source knows of it. Mirrors and forks of a catalog project fold into that project.
 */
export function mergeHits(lists: readonly (readonly SearchHit[])[], catalog: SearchableCatalog): readonly SearchHit[] {
  const merged = new Map<string, SearchHit>();
  for (const hit of lists.flat()) {
    const project = hit.project ?? catalog.byHome(hit.host, hit.path)?.id ?? null;
    const key = project ?? `${hit.host}:${hit.path.toLowerCase()}`;
    const known = merged.get(key);
    merged.set(key, known ? enrich(known, hit) : { ...hit, project });
  }
  return [...merged.values()];
}

function enrich(known: SearchHit, more: SearchHit): SearchHit {
  return {
    ...known,
    stars: known.stars ?? more.stars,
    language: known.language ?? more.language,
    license: known.license ?? more.license,
    pushedAt: known.pushedAt ?? more.pushedAt,
    description: known.description || more.description,
  };
}

const order = ['ok', 'empty', 'refused', 'unreachable', 'skipped'] as const;

/** One status per source: the best of what its requests gave. */
export function mergeStatuses(statuses: readonly SearchSourceStatus[]): readonly SearchSourceStatus[] {
  const merged = new Map<string, SearchSourceStatus>();
  for (const status of statuses) {
    const known = merged.get(status.source);
    if (!known || order.indexOf(status.status) < order.indexOf(known.status)) merged.set(status.source, status);
  }
  return [...merged.values()];
}
