import type { Home, Project } from '../model.ts';
import type { Clock } from '../ports.ts';
import { told } from '../sentences/index.ts';
import type { Found, Part, ProjectPage, ProjectReference } from './page.ts';
import { repositoryUrl } from './reference.ts';

const catalogName = 'Catalog of Gitee Scout';

/** What the catalog says of the project: there at once, without any network. */
export function factsOf(project: Project | undefined, clock: Clock): Part<Project> {
  if (!project) return { kind: 'none', ...told('This project is not in the catalog.'), source: catalogName };
  return { kind: 'found', value: project, ...catalogOrigin(project, clock) };
}

/** The catalog is as old as the newest evidence that its authors read for the project. */
export function catalogOrigin(project: Project, clock: Clock): Omit<Found<unknown>, 'kind' | 'value'> {
  const read = project.evidence.map(({ date }) => Date.parse(date)).filter(date => !Number.isNaN(date));
  const at = read.length > 0 ? Math.max(...read) : clock.now();
  const age = Math.max(0, clock.now() - at);
  return { source: catalogName, receivedAt: new Date(at).toISOString(), age, stale: false };
}

/**
 * The repository that a page is about: the one that was asked for; for a project of the catalog the one on Gitee, then its
 * primary home, then any. What Gitee still has of a project that moved to AtomGit comes after AtomGit, if that can be asked.
 */
export function homeOf(
  reference: ProjectReference,
  project: Project | undefined,
  canAskAtomGit: boolean,
): ProjectPage['home'] {
  const all = project?.homes ?? [];
  const onGitee = all.filter(({ host }) => host === 'gitee');
  const homes: readonly Pick<Home, 'host' | 'path'>[] = [
    ...('path' in reference ? [reference] : []),
    ...onGitee.filter(({ kind }) => kind !== 'moved'),
    ...(canAskAtomGit ? all.filter(({ host, kind }) => host === 'atomgit' && kind !== 'moved') : []),
    ...onGitee,
    ...all.filter(({ kind }) => kind === 'primary'),
    ...all,
  ];
  const home = homes[0];
  return home ? { host: home.host, path: home.path, url: repositoryUrl(home.host, home.path) } : null;
}
