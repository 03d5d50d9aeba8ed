import type { Outcome } from '../../model.ts';
import { type Ask, type Call, mapOutcome } from '../ask.ts';
import type { Activity, Branch, Contributor, Tag } from '../history.ts';
import { BranchRecord, CommitRecord, ContributorRecord, TagRecord } from '../schemas/history.ts';
import { listOf, listTraits, type ReadList, withTotal } from '../schemas/list.ts';
import { ages } from './ages.ts';

interface Place {
  readonly ask: Ask;
  /** Owner and repository. */
  readonly path: readonly string[];
  readonly maxBytes: number;
}

/** GET /repos/{owner}/{repo}/tags, the newest first. */
export async function askTags({ ask, path, maxBytes }: Place, call?: Call): Promise<Outcome<readonly Tag[]>> {
  const outcome = await ask(
    {
      path: ['repos', ...path, 'tags'],
      query: { sort: 'updated', direction: 'desc', per_page: '20' },
      schema: listOf(TagRecord),
      ages: ages.releases,
      maxBytes,
      ...listTraits,
    },
    call,
  );
  return mapOutcome(outcome, ({ items }) =>
    items.map(({ name, commit }) => ({ name, sha: commit?.sha ?? null, committedAt: commit?.date ?? null })),
  );
}

/** GET /repos/{owner}/{repo}/branches */
export async function askBranches({ ask, path, maxBytes }: Place, call?: Call): Promise<Outcome<readonly Branch[]>> {
  const outcome = await ask(
    {
      path: ['repos', ...path, 'branches'],
      query: { sort: 'updated', direction: 'desc', per_page: '100' },
      schema: listOf(BranchRecord),
      ages: ages.activity,
      maxBytes,
      ...listTraits,
    },
    call,
  );
  return mapOutcome(outcome, ({ items }) =>
    items.map(({ name, commit, protected: isProtected }) => ({
      name,
      committedAt: commit?.commit?.committer?.date ?? null,
      isProtected: isProtected ?? false,
    })),
  );
}

/** GET /repos/{owner}/{repo}/contributors. E-mail addresses are left where they are. */
export async function askContributors(
  { ask, path, maxBytes }: Place,
  call?: Call,
): Promise<Outcome<readonly Contributor[]>> {
  const outcome = await ask(
    {
      path: ['repos', ...path, 'contributors'],
      schema: listOf(ContributorRecord),
      ages: ages.people,
      maxBytes,
      ...listTraits,
    },
    call,
  );
  return mapOutcome(outcome, ({ items }) =>
    items.map(({ name, contributions = null }) => ({ name, contributions })).sort(mostFirst),
  );
}

function mostFirst(a: Contributor, b: Contributor): number {
  return (b.contributions ?? 0) - (a.contributions ?? 0);
}

/**
 * GET /repos/{owner}/{repo}/commits of the last twelve months: one request, whose `total_count` header tells how many
 * there are beyond the hundred that it holds.
 */
export async function askActivity(
  { ask, path, maxBytes }: Place,
  now: number,
  call?: Call,
): Promise<Outcome<Activity>> {
  const since = yearBefore(now);
  const outcome = await ask(
    {
      path: ['repos', ...path, 'commits'],
      query: { since, per_page: '100' },
      schema: listOf(CommitRecord),
      attach: withTotal,
      ages: ages.activity,
      maxBytes,
      ...listTraits,
    },
    call,
  );
  return mapOutcome(outcome, list => toActivity(list, since));
}

/** The first day of a month, so that the address (and with it what is stored) changes only once a month. */
function yearBefore(now: number): string {
  const date = new Date(now);
  return new Date(Date.UTC(date.getUTCFullYear() - 1, date.getUTCMonth(), 1)).toISOString().replace('.000', '');
}

function toActivity({ items, dropped, total }: ReadList<CommitRecord>, since: string): Activity {
  const dates = items.flatMap(({ commit }) => (commit.author?.date ? [commit.author.date] : []));
  const inOrder = dates.filter(date => !Number.isNaN(Date.parse(date))).sort((a, b) => Date.parse(b) - Date.parse(a));
  const months = new Map<string, number>();
  for (const date of inOrder.toReversed()) {
    const month = new Date(date).toISOString().slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  const seen = items.length + dropped;
  return {
    since,
    commits: Math.max(total ?? 0, seen),
    isComplete: total !== undefined || seen < 100,
    newestAt: inOrder[0] ?? null,
    newestSha: items[0]?.sha ?? null,
    authors: new Set(items.map(({ author, commit }) => author?.login ?? commit.author?.name ?? '')).size,
    months: [...months].map(([month, commits]) => ({ month, commits })),
  };
}
