import type { Finding, Host, Outcome, Project, Release, Repository, Told } from '../model.ts';

/** Something that is otherwise than when the project was saved, with who says so. */
export type FindingNews =
  /** SPDX expressions; `before` is `NOASSERTION` where nothing was known. */
  | { readonly kind: 'license'; readonly now: string; readonly before: string; readonly source: string }
  | { readonly kind: 'closed' | 'paused'; readonly source: string }
  | { readonly kind: 'moved'; readonly to: string; readonly source: string }
  | { readonly kind: 'gone'; readonly source: string }
  | { readonly kind: 'release'; readonly tag: string /** ISO date. */; readonly date: string; readonly source: string }
  /** Nothing was pushed for a year or longer; `since` is the ISO date of the last push. */
  | { readonly kind: 'quiet'; readonly since: string; readonly source: string };

export interface FindingCheck {
  readonly news: readonly FindingNews[];
  /** Why the host's part is missing, in its own sentence; absent when it answered, or has nothing to say. */
  readonly unanswered?: Told | undefined;
  /** The host asks for no more requests now: whoever checks many stops here. */
  readonly stop: boolean;
}

/** What a check asks of a host: one repository and its releases, from the cache where they are young enough. */
export interface CheckedHost {
  repository(path: string): Promise<Outcome<Repository>>;
  releases(path: string): Promise<Outcome<readonly Release[]>>;
}

const year = 365 * 24 * 3600_000;

/** How a license differs from another; see `licenses/change.ts`. */
type Compare = typeof import('../licenses/index.ts').licenseChange;

/**
 * Compares a finding with what the catalog and Gitee say today: at most two requests, none for a project without a home
 * on Gitee. `now` is in epoch ms.
 */
export async function checkFinding(
  finding: Finding,
  { project, host, now }: { readonly project: Project | undefined; readonly host: CheckedHost; readonly now: number },
): Promise<FindingCheck> {
  // Loaded here and not with the findings: their view opens without it.
  const { licenseChange } = await import('../licenses/index.ts');
  const known = project ? catalogNews(finding, project, licenseChange) : [];
  const home = finding.homes.find(each => each.host === 'gitee');
  if (!home) return { news: known, stop: false };
  const repository = await host.repository(home.path);
  if (repository.kind === 'not-found') {
    return { news: distinct([...known, { kind: 'gone', source: 'gitee.com' }]), stop: false };
  }
  if (repository.kind !== 'found') return unanswered(known, repository);
  const releases = await host.releases(home.path);
  const latest = releases.kind === 'found' ? releases.value.find(({ prerelease }) => !prerelease) : undefined;
  const news = distinct([
    ...known,
    ...hostNews(finding, { home, repository: repository.value, now, compare: licenseChange }),
    ...releaseNews(finding, latest),
  ]);
  return releases.kind === 'found' || releases.kind === 'not-found'
    ? { news, stop: false }
    : unanswered(news, releases);
}

function unanswered(
  news: readonly FindingNews[],
  { kind, message, said }: Exclude<Outcome<unknown>, { kind: 'found' }>,
): FindingCheck {
  return {
    news,
    unanswered: { message, ...(said ? { said } : {}) },
    stop: kind === 'limited' || kind === 'offline' || kind === 'unreachable',
  };
}

function catalogNews(finding: Finding, { license, status, homes }: Project, compare: Compare): readonly FindingNews[] {
  const source = 'catalog';
  const moved = homes.find(({ kind }) => kind === 'primary');
  const knew = moved && finding.homes.some(({ host, path }) => host === moved.host && same(path, moved.path));
  return [
    ...licenseNews(compare(finding.license, { expression: license, complete: true }), source),
    ...(status === 'closed' ? [{ kind: 'closed', source } as const] : []),
    ...(status === 'moved' && moved && !knew
      ? [{ kind: 'moved', to: address(moved.host, moved.path), source } as const]
      : []),
  ];
}

function hostNews(
  finding: Finding,
  {
    home,
    repository,
    now,
    compare,
  }: {
    readonly home: { readonly path: string };
    readonly repository: Repository;
    readonly now: number;
    readonly compare: Compare;
  },
): readonly FindingNews[] {
  const source = 'gitee.com';
  const { license, state, movedTo, path, pushedAt } = repository;
  const pushed = pushedAt === null ? Number.NaN : Date.parse(pushedAt);
  const renamed = same(path, home.path) ? undefined : address('gitee', path);
  const to = movedTo ? address(movedTo.host, movedTo.path) : renamed;
  return [
    // What a mirror on Gitee is labeled with says nothing of an expression with more than one license.
    ...(license === null || /\s/.test(finding.license)
      ? []
      : licenseNews(compare(finding.license, { expression: license, complete: true }), source)),
    ...(state === 'open' ? [] : [{ kind: state, source } as const]),
    ...(to === undefined ? [] : [{ kind: 'moved', to, source } as const]),
    ...(pushed < now - year && pushedAt ? [{ kind: 'quiet', since: pushedAt.slice(0, 10), source } as const] : []),
  ];
}

/** That somebody cannot name a license today is no news; that there is none (`NONE`) is. */
function licenseNews(change: ReturnType<Compare>, source: string): readonly FindingNews[] {
  if (!change || change.to === 'NOASSERTION') return [];
  return [{ kind: 'license', now: change.to, before: change.from, source }];
}

function releaseNews(finding: Finding, latest: Release | undefined): readonly FindingNews[] {
  if (!latest?.createdAt || Date.parse(latest.createdAt) <= Date.parse(finding.savedAt)) return [];
  return [{ kind: 'release', tag: latest.tag, date: latest.createdAt.slice(0, 10), source: 'gitee.com' }];
}

/** The catalog and the host often say the same: the first, who is the catalog, is enough. */
function distinct(news: readonly FindingNews[]): readonly FindingNews[] {
  const key = ({ source: _, ...rest }: FindingNews) => JSON.stringify(rest);
  return news.filter((one, index) => news.findIndex(other => key(other) === key(one)) === index);
}

function address(host: Host, path: string): string {
  return `${host}:${path}`;
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
