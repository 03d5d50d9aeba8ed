import type { Outcome, Release } from '../../model.ts';
import { type Ask, type Call, mapOutcome } from '../ask.ts';
import { listOf, listTraits } from '../schemas/list.ts';
import { ReleaseRecord } from '../schemas/release.ts';
import { ages } from './ages.ts';

/** GET /repos/{owner}/{repo}/releases, newest first: Gitee's own default is oldest first. */
export async function askReleases(
  ask: Ask,
  path: readonly string[],
  maxBytes: number,
  call?: Call,
): Promise<Outcome<readonly Release[]>> {
  const outcome = await ask(
    {
      path: ['repos', ...path, 'releases'],
      query: { direction: 'desc', per_page: '20' },
      schema: listOf(ReleaseRecord),
      ages: ages.releases,
      maxBytes,
      ...listTraits,
    },
    call,
  );
  return mapOutcome(outcome, ({ items }) => items.map(toRelease).sort(newestFirst));
}

function toRelease({ tag_name: tag, name, created_at: createdAt = null, prerelease }: ReleaseRecord): Release {
  return { tag, name: name || tag, createdAt, prerelease: prerelease ?? false };
}

/** A proxy or an older installation may not know `direction`. */
function newestFirst(a: Release, b: Release): number {
  return Date.parse(b.createdAt ?? '') - Date.parse(a.createdAt ?? '') || 0;
}
