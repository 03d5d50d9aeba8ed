import type { Outcome, SearchHit } from '../../model.ts';
import { type Ask, type Call, mapOutcome } from '../ask.ts';
import { ages } from '../endpoints/ages.ts';
import { toRepository } from '../endpoints/repository.ts';
import { listOf, listTraits } from '../schemas/list.ts';
import { Project } from '../schemas/project.ts';
import type { Site } from '../site.ts';
import type { Query } from './query.ts';

/** GET /search/repositories. Without a token gitee.com answers `[]` to every query (measured 2026). */
export async function askApiSearch(
  ask: Ask,
  site: Site,
  query: Query,
  maxBytes: number,
  call?: Call,
): Promise<Outcome<readonly SearchHit[]>> {
  const outcome = await ask(
    {
      path: ['search', 'repositories'],
      query: {
        q: query.text,
        per_page: String(Math.min(query.limit, 50)),
        ...(query.language && { language: query.language }),
      },
      schema: listOf(Project),
      ages: ages.search,
      maxBytes,
      ...listTraits,
    },
    call,
  );
  return mapOutcome(outcome, ({ items }) => items.map(project => toHit(project, site)));
}

function toHit(project: Project, site: Site): SearchHit {
  const { name, path, host, description, stars, language, license, pushedAt } = toRepository(project, site);
  return { name, path, host, source: 'gitee-api', description, stars, language, license, pushedAt, project: null };
}
