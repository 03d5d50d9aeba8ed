import * as z from 'zod';
import type { Outcome, SearchHit } from '../../model.ts';
import { type Ask, type Call, mapOutcome } from '../ask.ts';
import { ages } from '../endpoints/ages.ts';
import { listOf } from '../schemas/list.ts';
import type { Query } from './query.ts';
import { pathInUrl } from './repository-url.ts';

/** The search of Gitee's own search page, as public clients use it (2026). It is not documented and may vanish. */
export const publicWebSearch = 'https://so.gitee.com';
const widget = ['v1', 'search', 'widget', 'wong1slagnlmzwvsu5ya'];

const strings = z.array(z.string()).nullish().catch(null);
const numbers = z.array(z.number()).nullish().catch(null);

/** Each field is a list, nearly always of one. `title` holds display names, so the path is taken from `url`. */
const Hit = z.object({
  fields: z.object({
    url: z.array(z.string()),
    title: strings,
    description: strings,
    langs: strings,
    license: strings,
    'count.star': numbers,
    last_push_at: strings,
  }),
});

export const WebSearchPage = z.object({ hits: z.object({ hits: listOf(Hit) }) });

/** GET {root}/v1/search/widget/{id} */
export async function askWebSearch(
  ask: Ask,
  root: URL,
  query: Query,
  maxBytes: number,
  call?: Call,
): Promise<Outcome<readonly SearchHit[]>> {
  const outcome = await ask(
    {
      root,
      path: widget,
      query: { q: query.text, from: '0', size: String(Math.min(query.limit, 50)) },
      headers: { referer: `${root.origin}/` },
      schema: WebSearchPage,
      ages: ages.search,
      maxBytes,
      isBrief: ({ hits }) => hits.hits.items.length === 0,
      dropped: ({ hits }) => hits.hits.dropped,
    },
    call,
  );
  return mapOutcome(outcome, ({ hits }) => hits.hits.items.flatMap(toHit));
}

function toHit({ fields }: z.infer<typeof Hit>): readonly SearchHit[] {
  const path = pathInUrl(fields.url[0] ?? '');
  if (!path) return [];
  return [
    {
      name: plain(fields.title?.[0])?.split('/').at(-1) || path,
      path,
      host: 'gitee',
      source: 'gitee-web',
      description: plain(fields.description?.[0]) ?? '',
      stars: fields['count.star']?.[0] ?? null,
      language: fields.langs?.[0] ?? null,
      license: fields.license?.[0] || null,
      pushedAt: withZone(fields.last_push_at?.[0]),
      project: null,
    },
  ];
}

/** The search marks what it found with `<em>`. */
function plain(text: string | undefined): string | undefined {
  return text?.replace(/<\/?em>/g, '');
}

/** "2026-07-21 11:35:58": Gitee's own time is China's. */
function withZone(time: string | undefined): string | null {
  const [, day, hour] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(time ?? '') ?? [];
  return day && hour ? `${day}T${hour}+08:00` : null;
}
