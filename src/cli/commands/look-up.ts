import type { Catalog } from '../../core/catalog/index.ts';
import {
  type OpenOptions,
  type ProjectPage,
  type ProjectReference,
  type Projects,
  parseReference,
} from '../../core/projects/index.ts';
import { suggest } from '../../core/suggestions/index.ts';
import type { Context } from '../context.ts';
import { networkError, usageError } from '../errors.ts';
import { json, plain } from '../terminal.ts';
import { projectText, searchText, suggestionsText } from '../text.ts';

const purlForm = /^pkg:[a-z0-9.+-]+\/[^\s?#]+$/;

/** `suggest`: what the catalog has for packages. */
export async function printSuggestions({ scout, terminal, options }: Context, purls: readonly string[]): Promise<void> {
  const catalog = await scout.catalog();
  const answers = purls.map(purl => suggest(withoutVersion(purl), catalog));
  terminal.write(options.json ? json(answers) : plain(suggestionsText(answers)));
}

/** The catalog knows packages, not versions: `pkg:npm/moment@2` asks for `pkg:npm/moment`. */
function withoutVersion(purl: string): string {
  if (!purlForm.test(purl))
    throw usageError(`Not a package URL: ${purl}. Give one such as pkg:npm/moment or pkg:maven/group/artifact.`);
  return purl.replace(/@[^/@]*$/, '').replace(/^pkg:([^/]+)\/@/, 'pkg:$1/%40');
}

/** `search`: hits of the catalog and of Gitee. A source that fails is named in the answer; that is no failure of the command. */
export async function printSearch(
  { scout, terminal, options }: Context,
  query: string,
  { limit, expand }: { limit: number; expand: boolean },
): Promise<void> {
  const search = await scout.search();
  const result = await search.search(query, { limit, expand });
  terminal.write(options.json ? json(result) : plain(searchText(result)));
}

/** `show`: the data of a project's page. */
export async function printProject(context: Context, reference: string, language: string): Promise<void> {
  const { terminal, options } = context;
  const page = await openPage(context, reference, { language });
  terminal.write(options.json ? json(page) : plain(projectText(page)));
}

/** The page of a project, or an error for people where nobody knows anything of it. */
async function openPage(
  context: Pick<Context, 'scout'>,
  reference: string,
  how: Pick<OpenOptions, 'language'>,
): Promise<ProjectPage> {
  const { projects, target } = await pageReference(context, reference);
  return requirePage(await projects.open(target, how));
}

/** What opens pages, and the project that a text names. @throws CommandError when it names none */
export async function pageReference(
  { scout }: Pick<Context, 'scout'>,
  reference: string,
): Promise<{ readonly projects: Projects; readonly target: ProjectReference }> {
  const [projects, catalog] = await Promise.all([scout.projects(), scout.catalog()]);
  return { projects, target: projectReference(reference, catalog) };
}

/** A page on which there is something to see. @throws CommandError where nobody knows anything of the project */
export function requirePage(page: ProjectPage): ProjectPage {
  // With a word of the catalog there is something to show, whoever else did not answer.
  if (page.facts.kind !== 'found') {
    const { repository } = page;
    if (repository.kind === 'none') throw usageError(repository.message);
    if (repository.kind === 'missing') {
      throw repository.reason === 'not-found' ? usageError(repository.message) : networkError(repository.message);
    }
  }
  return page;
}

/** Understands `owner/repository` and ids of the catalog. */
export function projectReference(
  text: string,
  catalog: Catalog,
): { readonly host: 'gitee'; readonly path: string } | { readonly project: string } {
  const reference = parseReference(text);
  if (reference && 'path' in reference && reference.host === 'gitee') return { host: 'gitee', path: reference.path };
  if (reference && 'project' in reference && catalog.project(reference.project)) return reference;
  throw usageError(`Not a project: ${text}. Give owner/repository as on Gitee, or an id of the catalog.`);
}
