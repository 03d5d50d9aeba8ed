import type { Activity, Contributor } from '../gitee/index.ts';
import type { Host, Outcome, Project, Release, Told } from '../model.ts';
import type { Clock, Log } from '../ports.ts';
import type { ReadmeSource } from '../readme/index.ts';
import { told } from '../sentences/index.ts';
import { catalogOrigin, factsOf, homeOf } from './catalog-part.ts';
import type { Call, ProjectHost } from './host.ts';
import { type Freshness, gatherLicense, type LicenseReader } from './license-part.ts';
import type { PageLicense, PageReadme, Part, PartName, ProjectPage, ProjectReference } from './page.ts';
import { foundFrom, missing, partFrom } from './parts.ts';
import { readLicenseFiles } from './read-license.ts';
import { otherVersion, readmePart } from './readme-part.ts';
import { projectId, repositoryUrl } from './reference.ts';

export interface ProjectsDependencies {
  readonly catalog: {
    project(id: string): Project | undefined;
    byHome(host: Host, path: string): Project | undefined;
  };
  readonly gitee: ProjectHost;
  readonly licenses: LicenseReader;
  readonly clock: Clock;
  readonly log: Log;
  /** The second host, for projects that moved there; it answers only with a token. */
  readonly atomgit?: (() => Promise<ProjectHost & { signedIn(): Promise<boolean> }>) | undefined;
  /** How the host of the live parts is called; `gitee.com` unless told. */
  readonly site?: string | undefined;
}

/** A host that answers, and how it is called. */
interface Live {
  readonly client: ProjectHost;
  readonly site: string;
}

export interface OpenOptions {
  /** BCP 47 tag of the language that the reader wants; English unless told. */
  readonly language?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Parts to ask for anew even if what is stored is still good. */
  readonly refresh?: readonly PartName[] | undefined;
  /** Reads every place that may speak of the license, not only the usual ones: a few requests more. */
  readonly thorough?: boolean | undefined;
  /** Called whenever a part changed: with the catalog's facts at once, then as answers come. */
  readonly onUpdate?: ((page: ProjectPage) => void) | undefined;
}

export interface Projects {
  /**
   * Opens a project's page. Never rejects for what the network does: each part says for itself what it is. Five requests
   * for a usual project: repository, root folder, README, license file, releases; one more for another language version.
   */
  open(reference: ProjectReference, options?: OpenOptions): Promise<ProjectPage>;
  /** Another language version of the README, by its path. */
  readVersion(page: ProjectPage, path: string, signal?: AbortSignal): Promise<Part<PageReadme>>;
  /** What was done in the last twelve months: one more request, so only for those who want to know. */
  activity(page: ProjectPage, signal?: AbortSignal): Promise<Part<Activity>>;
  /**
   * Who has contributed, those with most commits first: one more request. With `background` it is only made while the
   * host allows enough others for what a person clicks.
   */
  contributors(page: ProjectPage, call?: Call): Promise<Part<readonly Contributor[]>>;
  /** Where the project says how to report a vulnerability: no request where the page has just been opened. */
  security(page: ProjectPage, signal?: AbortSignal): Promise<Part<SecurityPolicy>>;
}

/** A file that says how to report a vulnerability. */
export interface SecurityPolicy {
  readonly path: string;
}

export function createProjects({
  catalog,
  gitee,
  atomgit,
  licenses,
  clock,
  log,
  site: giteeSite = 'gitee.com',
}: ProjectsDependencies): Projects {
  const now = () => new Date(clock.now()).toISOString();
  const sourceAt = ({ client }: Live, path: string, call: Call): ReadmeSource => ({
    directory: folder => client.directory(path, folder, call),
    file: file => client.file(path, file, call),
    readme: () => client.readme(path, call),
  });
  /** A host without a chance of an answer is not asked: GitCode has none without a token. */
  const liveAt = async (host: Host | undefined): Promise<Live | undefined> => {
    if (host === 'gitee') return { client: gitee, site: giteeSite };
    if (host !== 'atomgit') return undefined;
    const client = await atomgit?.();
    return client && (await client.signedIn()) ? { client, site: 'gitcode.com' } : undefined;
  };

  return {
    async open(reference, { language = 'en', signal, refresh = [], thorough = false, onUpdate } = {}) {
      const project =
        'project' in reference ? catalog.project(reference.project) : catalog.byHome(reference.host, reference.path);
      // Asked only where the answer decides: where a token is kept is slow, and what the catalog knows is not to wait for it.
      const mayBeSecond = homeOf(reference, project, true)?.host === 'atomgit';
      const second = mayBeSecond ? await liveAt('atomgit') : undefined;
      let page = start(reference, project, second !== undefined);
      const set = (change: Partial<ProjectPage>) => {
        if (signal?.aborted) return;
        const next = { ...page, ...change, at: now() };
        page = { ...next, pending: pendingOf(next) };
        onUpdate?.(page);
      };
      const license = gatherLicense(project, licenses, (value, freshness) => {
        set({ license: licensePart(project, value, freshness, source) });
      });
      const live = await liveAt(page.home?.host);
      const source = live?.site ?? giteeSite;
      license.start();
      if (!page.home || !live) {
        set(withoutHost(page));
        license.complete();
        return page;
      }

      const { client, site } = live;
      const { path, url } = page.home;
      const origin = (from?: string) => ({ source: site, url: from });
      const call = (name: PartName): Call => ({ signal, refresh: refresh.includes(name) });
      // One listing serves the choice of the README and of the license files.
      const listing = client.directory(path, '', { signal, refresh: refresh.some(isFromFiles) });
      await Promise.all([
        client.repository(path, call('repository')).then(outcome => {
          set({ repository: partFrom(outcome, clock, origin(url)) });
          if (outcome.kind === 'found') license.repository(outcome);
        }),
        listing
          .then(entries => readmePart(sourceAt(live, path, call('readme')), entries, language, { clock, site }))
          .then(readme => {
            set({ readme });
            if (readme.kind !== 'found') return;
            license.readme(readme.value.path, readme.value.markdown, readme.url);
          }),
        readLicenseFiles(client, path, listing, { call: call('license'), thorough }, license),
        client.releases(path, { ...call('releases'), background: !refresh.includes('releases') }).then(outcome => {
          set({ releases: releasesPart(outcome, site) });
        }),
      ]);
      license.complete();
      log.debug(`project page ${page.id}: ${signal?.aborted ? 'canceled' : 'complete'}`);
      return page;
    },

    activity: async ({ home }, signal) => {
      const live = await liveAt(home?.host);
      if (!home || !live) return missing({ kind: 'not-found', ...told('Only for repositories on Gitee.') });
      const origin = { source: live.site, url: home.url };
      return partFrom(await live.client.activity(home.path, { signal }), clock, origin);
    },

    contributors: async ({ home }, call) => {
      const live = await liveAt(home?.host);
      if (!home || !live) return missing({ kind: 'not-found', ...told('Only for repositories on Gitee.') });
      const outcome = await live.client.contributors(home.path, call);
      if (outcome.kind === 'found' && outcome.value.length === 0) {
        return { kind: 'none', ...told('The host names no contributor.'), source: live.site };
      }
      return partFrom(outcome, clock, { source: live.site, url: home.url });
    },

    security: async ({ home }, signal) => {
      const live = await liveAt(home?.host);
      if (!home || !live) return missing({ kind: 'not-found', ...told('Only for repositories on Gitee.') });
      const listing = await live.client.directory(home.path, '', { signal });
      if (listing.kind !== 'found') return missing(listing);
      const name = listing.value
        .map(entry => entry.name)
        .find(each => /^security(?:[-_.].*)?\.(?:md|txt|rst)$|^SECURITY$/i.test(each));
      if (name === undefined) {
        return { kind: 'none', ...told('The root folder holds no SECURITY file.'), source: live.site };
      }
      return foundFrom(listing, { path: name }, clock, { source: live.site, url: home.url });
    },

    readVersion: async (page, file, signal) => {
      const live = await liveAt(page.home?.host);
      if (!page.home || !live) return page.readme;
      return otherVersion(page, file, sourceAt(live, page.home.path, { signal }), { clock, site: live.site });
    },
  };

  /** The page before anybody was asked. */
  function start(reference: ProjectReference, project: Project | undefined, hasSecond: boolean): ProjectPage {
    const home = homeOf(reference, project, hasSecond);
    const id = projectId(reference, project);
    return {
      id,
      name: project?.name.en ?? home?.path ?? id,
      home,
      at: now(),
      facts: factsOf(project, clock),
      repository: { kind: 'loading' },
      readme: { kind: 'loading' },
      license: { kind: 'loading' },
      releases: { kind: 'loading' },
      pending: 4,
    };
  }

  /** As old as the catalog while that is all there is, then as the oldest answer that it was read from. */
  function licensePart(
    project: Project | undefined,
    value: PageLicense | undefined,
    freshness: Freshness,
    source: string,
  ): Part<PageLicense> {
    if (!value) return { kind: 'loading' };
    const onlyCatalog = value.evidence.every(({ place }) => place === 'catalog');
    if (project && onlyCatalog) return { kind: 'found', value, ...catalogOrigin(project, clock) };
    const receivedAt = new Date(clock.now() - freshness.age).toISOString();
    return { kind: 'found', value, source, receivedAt, ...freshness };
  }

  function releasesPart(outcome: Outcome<readonly Release[]>, site: string): ProjectPage['releases'] {
    if (outcome.kind === 'found' && outcome.value.length === 0) {
      return { kind: 'none', ...told('The project has made no release on its host.'), source: site };
    }
    return partFrom(outcome, clock, { source: site });
  }
}

/** A project whose host is not asked still has its facts, and says where it is and what would help. */
function withoutHost({ home }: ProjectPage): Partial<ProjectPage> {
  const part = missing(home ? { kind: 'forbidden', ...notAsked(home) } : unknownProject);
  return { repository: part, readme: part, releases: part };
}

const unknownProject = {
  kind: 'not-found',
  ...told('Neither the catalog nor Gitee knows this project by that name.'),
} as const;

function notAsked({ host, path, url }: NonNullable<ProjectPage['home']>): Told {
  const home = url ?? repositoryUrl(host, path);
  return host === 'atomgit'
    ? told(
        'This project has no repository on Gitee. Its home is {0}. AtomGit (GitCode) answers only with a token: sign in to GitCode, or open it there.',
        home,
      )
    : told('This project has no repository on Gitee. Its home is {0}.', home);
}

function pendingOf({ repository, readme, license, releases }: ProjectPage): number {
  const loading = [repository, readme, license, releases].filter(({ kind }) => kind === 'loading').length;
  return loading + (license.kind === 'found' && !license.value.complete ? 1 : 0);
}

function isFromFiles(name: PartName): boolean {
  return name === 'readme' || name === 'license';
}

/** Parts that a person may ask for again: those that nobody answered for, and those that are old. */
export function partsToRetry(page: ProjectPage): readonly PartName[] {
  const parts = ['repository', 'readme', 'license', 'releases'] as const;
  return parts.filter(name => {
    const part: Part<unknown> = page[name];
    if (part.kind === 'missing') return part.retry;
    if (part.kind !== 'found') return false;
    return part.stale || (page.license === part && page.license.value.unread.length > 0);
  });
}
