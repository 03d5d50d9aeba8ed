import type { DirectoryEntry, Outcome, RepositoryFile } from '../model.ts';
import type { Clock } from '../ports.ts';
import type { PageReadme, Part, ProjectPage } from './page.ts';
import { foundFrom, missing } from './parts.ts';

/** Where a README is chosen from: one repository. Every call may be a request. */
export interface ReadmeSource {
  /** `folder` is `''` for the root. */
  directory(folder: string): Promise<Outcome<readonly DirectoryEntry[]>>;
  file(path: string): Promise<Outcome<RepositoryFile>>;
  /** The README that the host itself would show. */
  readme(): Promise<Outcome<RepositoryFile>>;
}

/** A README in the version that fits the reader best, with the file that it came from. */
export interface ChosenReadme extends Omit<PageReadme, 'path' | 'markdown'> {
  readonly file: RepositoryFile;
}

/** Chooses among the language versions of a repository's README. */
export interface ReadmeChooser {
  choose(source: ReadmeSource, language: string): Promise<Outcome<ChosenReadme>>;
}

interface Origin {
  readonly clock: Clock;
  readonly site: string;
}

export async function readmePart(
  chooser: ReadmeChooser,
  source: ReadmeSource,
  language: string,
  { clock, site }: Origin,
): Promise<Part<PageReadme>> {
  const chosen = await chooser.choose(source, language);
  if (chosen.kind !== 'found') return withoutReadme(chosen, site);
  const { file, ...about } = chosen.value;
  const readme = { ...about, path: file.path, markdown: file.text };
  return foundFrom(chosen, readme, clock, { source: site, url: file.url ?? undefined });
}

/** Another version of a README that is already open; the page's own part when it has no such version. */
export async function otherVersion(
  page: ProjectPage,
  path: string,
  source: ReadmeSource,
  { clock, site }: Origin,
): Promise<Part<PageReadme>> {
  if (page.readme.kind !== 'found') return page.readme;
  const { value } = page.readme;
  const wanted = value.others.find(other => other.path === path);
  if (!wanted) return page.readme;
  const outcome = await source.file(path);
  if (outcome.kind !== 'found') return withoutReadme(outcome, site);
  const others = [{ path: value.path, language: value.language }, ...value.others.filter(other => other !== wanted)];
  const readme: PageReadme = { ...wanted, markdown: outcome.value.text, version: 'original', others };
  return foundFrom(outcome, readme, clock, { source: site, url: outcome.value.url ?? undefined });
}

function withoutReadme(outcome: Exclude<Outcome<unknown>, { kind: 'found' }>, site: string): Part<PageReadme> {
  return outcome.kind === 'not-found'
    ? { kind: 'none', message: 'The project has no README.', source: site }
    : missing(outcome);
}
