import * as z from 'zod';
import type { Outcome, SearchHit } from '../../model.ts';
import { type Ask, type Call, mapOutcome } from '../ask.ts';
import { ages } from '../endpoints/ages.ts';
import { listOf } from '../schemas/list.ts';
import type { Site } from '../site.ts';
import type { Query } from './query.ts';
import { pathInUrl } from './repository-url.ts';

const Found = z.object({
  name: z.string().nullish(),
  url: z.string(),
  description: z.string().nullish(),
  stars: z.number().nullish(),
  languages: z.array(z.string()).nullish(),
  last_push_at: z.string().nullish(),
});

const Page = z.union([
  z.object({ data: listOf(Found) }),
  // In case it treats strangers as the other search does.
  listOf(Found).transform(data => ({ data })),
]);

/** GET /search/repos: in no documentation, used by Gitee's own MCP server (2026). */
export async function askReposSearch(
  ask: Ask,
  site: Site,
  query: Query,
  maxBytes: number,
  call?: Call,
): Promise<Outcome<readonly SearchHit[]>> {
  const outcome = await ask(
    {
      path: ['search', 'repos'],
      query: { q: query.text, from: '0', size: String(Math.min(query.limit, 50)) },
      schema: Page,
      ages: ages.search,
      maxBytes,
      isBrief: ({ data }) => data.items.length === 0,
      dropped: ({ data }) => data.dropped,
    },
    call,
  );
  return mapOutcome(outcome, ({ data }) => data.items.flatMap(found => toHit(found, site)));
}

function toHit(found: z.infer<typeof Found>, site: Site): readonly SearchHit[] {
  const path = pathInUrl(found.url);
  if (!path) return [];
  return [
    {
      name: found.name || path,
      path,
      host: site.host,
      source: 'gitee-search',
      description: found.description ?? '',
      stars: found.stars ?? null,
      language: found.languages?.[0] ?? null,
      license: null,
      pushedAt: found.last_push_at ?? null,
      project: null,
    },
  ];
}
