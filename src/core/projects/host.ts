import type { Activity, Contributor } from '../gitee/index.ts';
import type { DirectoryEntry, Outcome, Release, Repository, RepositoryFile } from '../model.ts';

/** How to ask: as the Gitee client takes it. */
export interface Call {
  readonly signal?: AbortSignal | undefined;
  readonly refresh?: boolean | undefined;
  readonly background?: boolean | undefined;
}

/** What a page needs of the host's client. */
export interface ProjectHost {
  repository(path: string, call?: Call): Promise<Outcome<Repository>>;
  directory(path: string, folder: string, call?: Call): Promise<Outcome<readonly DirectoryEntry[]>>;
  file(path: string, filePath: string, call?: Call): Promise<Outcome<RepositoryFile>>;
  readme(path: string, call?: Call): Promise<Outcome<RepositoryFile>>;
  releases(path: string, call?: Call): Promise<Outcome<readonly Release[]>>;
  activity(path: string, call?: Call): Promise<Outcome<Activity>>;
  contributors(path: string, call?: Call): Promise<Outcome<readonly Contributor[]>>;
}
