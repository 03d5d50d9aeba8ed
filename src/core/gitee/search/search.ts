import type { SearchHit, SearchSourceStatus } from '../../model.ts';
import { told } from '../../sentences/index.ts';
import type { Ask, Call } from '../ask.ts';
import type { Site } from '../site.ts';
import { askApiSearch } from './api-search.ts';
import type { Query } from './query.ts';
import { askReposSearch } from './repos-search.ts';
import { answerOf, type SourceAnswer, skipped } from './source.ts';
import { askWebSearch } from './web-search.ts';

export interface HostSearchResult {
  readonly hits: readonly SearchHit[];
  readonly sources: readonly SearchSourceStatus[];
}

export interface HostSearch {
  readonly ask: Ask;
  readonly site: Site;
  /** Where the web's own search is; `undefined` leaves it out. */
  readonly webSearch: URL | undefined;
  readonly maxBytes: number;
  readonly signedIn: boolean;
}

/**
 * Asks every search that may answer, all at once. `onUpdate` gets what is there each time that one has answered. Hits
 * come once per repository, from the source that knows most of it.
 */
export async function searchHost(
  host: HostSearch,
  query: Query,
  call: Call,
  onUpdate?: (result: HostSearchResult) => void,
): Promise<HostSearchResult> {
  const answers: SourceAnswer[] = [];
  const parts = [apiSearch(host, query, call), reposSearch(host, query, call), webSearch(host, query, call)];
  await Promise.all(
    parts.map(async part => {
      answers.push(await part);
      if (answers.length < parts.length) onUpdate?.(merge(answers, query.limit));
    }),
  );
  return merge(answers, query.limit);
}

async function apiSearch(
  { ask, site, maxBytes, signedIn }: HostSearch,
  query: Query,
  call: Call,
): Promise<SourceAnswer> {
  if (!signedIn && site.isPublic) {
    return skipped(
      'gitee-api',
      told("{0}'s search answers only signed-in users, so it was not asked. Sign in to use it.", site.label),
    );
  }
  const outcome = await askApiSearch(ask, site, query, maxBytes, call);
  return answerOf('gitee-api', outcome, signedIn ? undefined : silenceForStrangers);
}

async function reposSearch({ ask, site, maxBytes }: HostSearch, query: Query, call: Call): Promise<SourceAnswer> {
  if (site.host !== 'gitee') return skipped('gitee-search', told('{0} has no such search.', site.label));
  const outcome = await askReposSearch(ask, site, query, maxBytes, call);
  // Whether it answers strangers at all nobody has measured.
  return answerOf('gitee-search', outcome, silenceOfUnlisted);
}

async function webSearch(
  { ask, site, webSearch: root, maxBytes }: HostSearch,
  query: Query,
  call: Call,
): Promise<SourceAnswer> {
  if (!root)
    return skipped(
      'gitee-web',
      told('{0} is reached over its own base URL, without the public web search.', site.label),
    );
  return answerOf('gitee-web', await askWebSearch(ask, root, query, maxBytes, call));
}

const silenceForStrangers = told(
  'The host answers searches without a token with an empty list, so this does not mean that nothing exists. Sign in to search there.',
);
const silenceOfUnlisted = told(
  'This search is not documented and came back empty; whether it answers everybody is not known, so nothing follows from it.',
);

const knowledge = { 'gitee-api': 0, 'gitee-web': 1, 'gitee-search': 2, catalog: 3 } as const;

function merge(answers: readonly SourceAnswer[], limit: number): HostSearchResult {
  const inOrder = [...answers].sort((a, b) => knowledge[a.status.source] - knowledge[b.status.source]);
  const unique = new Map<string, SearchHit>();
  // One from each in turn, so that the best of every source comes first.
  const longest = Math.max(0, ...inOrder.map(({ hits }) => hits.length));
  for (let rank = 0; rank < longest; rank++) {
    for (const { hits } of inOrder) {
      const hit = hits[rank];
      const key = hit?.path.toLowerCase();
      if (hit && key && !unique.has(key)) unique.set(key, hit);
    }
  }
  return { hits: [...unique.values()].slice(0, limit), sources: inOrder.map(({ status }) => status) };
}
