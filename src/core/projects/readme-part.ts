import type { DirectoryEntry, Outcome } from '../model.ts';
import type { Clock } from '../ports.ts';
import { chooseReadme, type ReadmeSource } from '../readme/index.ts';
import { told } from '../sentences/index.ts';
import type { PageReadme, Part, ProjectPage } from './page.ts';
import { foundFrom, missing } from './parts.ts';

interface Origin {
  readonly clock: Clock;
  readonly site: string;
}

export async function readmePart(
  source: ReadmeSource,
  listing: Outcome<readonly DirectoryEntry[]>,
  language: string,
  { clock, site }: Origin,
): Promise<Part<PageReadme>> {
  const chosen = await chooseReadme(source, language, listing);
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
    ? { kind: 'none', ...told('The project has no README.'), source: site }
    : missing(outcome);
}
