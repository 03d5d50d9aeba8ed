import type { SearchHit, SearchResult, SearchSourceStatus } from '../model.ts';
import { hitOf, indexCatalog, type SearchableCatalog } from './catalog-index.ts';
import { createExpander } from './expansion.ts';
import { mergeHits, mergeStatuses } from './merge.ts';

export type { SearchableCatalog } from './catalog-index.ts';

/** What the search needs of the Gitee client: hits and who answered, never an exception. */
export interface SearchableGitee {
  search(
    query: string,
    options: { readonly limit: number; readonly signal?: AbortSignal | undefined },
  ): Promise<{ readonly hits: readonly SearchHit[]; readonly sources: readonly SearchSourceStatus[] }>;
}

export interface SearchOptions {
  /** Most hits to return; 20 unless told. */
  readonly limit?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Search with Chinese terms as well; yes unless told. */
  readonly expand?: boolean | undefined;
  /** Called with what is known so far: the catalog's hits at once, then more. */
  readonly onUpdate?: ((result: SearchResult) => void) | undefined;
}

export interface Search {
  /** One query, answers as they come. Failures of a source stand in `sources`; an aborted search ends with what it has. */
  search(query: string, options?: SearchOptions): Promise<SearchResult>;
}

/** Longer texts are not search terms; UTF-16 units. */
const longestQuery = 200;
const none = { terms: [], query: undefined } as const;
/** Hits from the catalog. */
const mostOwn = 20;

/** Searches the catalog, and Gitee where a client is given (offline there is none). */
export function createSearch({
  catalog,
  gitee,
}: {
  readonly catalog: SearchableCatalog;
  readonly gitee?: SearchableGitee | undefined;
}): Search {
  const find = indexCatalog(catalog);
  const expandQuery = createExpander(catalog.capabilities());

  return {
    async search(query, { limit = 20, signal, expand = true, onUpdate } = {}) {
      const text = query.trim().slice(0, longestQuery);
      if (text === '') return { query: text, expanded: [], hits: [], sources: [] };

      const { terms, query: chinese } = expandQuery(text);
      const expansion = expand ? { terms, query: chinese } : none;
      const own = find({ text, chinese: expansion.query, terms }, mostOwn)
        .map(hitOf)
        .filter(hit => hit !== undefined);
      const lists: (readonly SearchHit[])[] = [own];
      const statuses: SearchSourceStatus[] = [
        {
          source: 'catalog',
          status: own.length > 0 ? 'ok' : 'empty',
          detail: `${own.length} of ${catalog.projects().length} projects in the catalog`,
        },
      ];
      const result = (): SearchResult => ({
        query: text,
        expanded: expansion.terms,
        hits: mergeHits(lists, catalog).slice(0, limit),
        sources: mergeStatuses(statuses),
      });
      onUpdate?.(result());
      if (!gitee || signal?.aborted) return result();

      // The Chinese form finds most; the original still finds projects that describe themselves in English.
      const queries = expansion.query ? [expansion.query, text] : [text];
      await Promise.all(
        queries.map(async (each, index) => {
          const answer = await gitee.search(each, { limit, signal });
          // Keep the order of the queries whichever answers first.
          lists[index + 1] = answer.hits;
          statuses.push(...answer.sources);
          if (!signal?.aborted) onUpdate?.(result());
        }),
      );
      return result();
    },
  };
}
