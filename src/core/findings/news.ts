import type { Finding, Host, Outcome, Project, Release, Repository } from '../model.ts';

/** Something that is otherwise than when the project was saved, with who says so. */
export type FindingNews =
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
  readonly unanswered?: string | undefined;
  /** The host asks for no more requests now: whoever checks many stops here. */
  readonly stop: boolean;
}

/** What a check asks of a host: one repository and its releases, from the cache where they are young enough. */
export interface CheckedHost {
  repository(path: string): Promise<Outcome<Repository>>;
  releases(path: string): Promise<Outcome<readonly Release[]>>;
}

const year = 365 * 24 * 3600_000;

/**
 * Compares a finding with what the catalog and Gitee say today: at most two requests, none for a project without a home
 * on Gitee. `now` is in epoch ms.
 */
export async function checkFinding(
  finding: Finding,
  { project, host, now }: { readonly project: Project | undefined; readonly host: CheckedHost; readonly now: number },
): Promise<FindingCheck> {
  const known = project ? catalogNews(finding, project) : [];
  const home = finding.homes.find(each => each.host === 'gitee');
  if (!home) return { news: known, stop: false };
  const repository = await host.repository(home.path);
  if (repository.kind === 'not-found') {
    return { news: distinct([...known, { kind: 'gone', source: 'gitee.com' }]), stop: false };
  }
  if (repository.kind !== 'found') return unanswered(known, repository);
  const releases = await host.releases(home.path);
  const latest = releases.kind === 'found' ? releases.value.find(({ prerelease }) => !prerelease) : undefined;
  const news = distinct([...known, ...hostNews(finding, home, repository.value, now), ...releaseNews(finding, latest)]);
  return releases.kind === 'found' || releases.kind === 'not-found'
    ? { news, stop: false }
    : unanswered(news, releases);
}

function unanswered(
  news: readonly FindingNews[],
  { kind, message }: Exclude<Outcome<unknown>, { kind: 'found' }>,
): FindingCheck {
  return { news, unanswered: message, stop: kind === 'limited' || kind === 'offline' || kind === 'unreachable' };
}

function catalogNews(finding: Finding, { license, status, homes }: Project): readonly FindingNews[] {
  const source = 'catalog';
  const moved = homes.find(({ kind }) => kind === 'primary');
  const knew = moved && finding.homes.some(({ host, path }) => host === moved.host && same(path, moved.path));
  return [
    ...licenseNews(finding.license, license, source),
    ...(status === 'closed' ? [{ kind: 'closed', source } as const] : []),
    ...(status === 'moved' && moved && !knew
      ? [{ kind: 'moved', to: address(moved.host, moved.path), source } as const]
      : []),
  ];
}

function hostNews(
  finding: Finding,
  home: { readonly path: string },
  repository: Repository,
  now: number,
): readonly FindingNews[] {
  const source = 'gitee.com';
  const { license, state, movedTo, path, pushedAt } = repository;
  const pushed = pushedAt === null ? Number.NaN : Date.parse(pushedAt);
  const renamed = same(path, home.path) ? undefined : address('gitee', path);
  const to = movedTo ? address(movedTo.host, movedTo.path) : renamed;
  return [
    // What a mirror on Gitee is labeled with says nothing of an expression with more than one license.
    ...(license === null || /\s/.test(finding.license) ? [] : licenseNews(finding.license, license, source)),
    ...(state === 'open' ? [] : [{ kind: state, source } as const]),
    ...(to === undefined ? [] : [{ kind: 'moved', to, source } as const]),
    ...(pushed < now - year && pushedAt ? [{ kind: 'quiet', since: pushedAt.slice(0, 10), source } as const] : []),
  ];
}

/** Only two that are both known can differ. Gitee writes its keys in its own way, so case does not count. */
function licenseNews(before: string, now: string, source: string): readonly FindingNews[] {
  const unknown = (license: string) => license === '' || license === 'NOASSERTION' || /^other$/i.test(license);
  const plain = (license: string) => license.toLowerCase().replace(/-(?:only|or-later)$/, '');
  if (unknown(before) || unknown(now) || plain(before) === plain(now)) return [];
  return [{ kind: 'license', now, before, source }];
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
