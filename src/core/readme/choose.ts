import type { DirectoryEntry, Outcome, RepositoryFile, Sentence, Told } from '../model.ts';
import { told } from '../sentences/index.ts';
import { compareVersions } from './completeness.ts';
import { detectLanguage, isSameLanguage } from './language.ts';
import { languageLinks } from './language-links.ts';
import { readReadmeName } from './names.ts';

/** Where a README is chosen from: one repository. Every call may be a request. */
export interface ReadmeSource {
  /** `folder` is `''` for the root. */
  directory(folder: string): Promise<Outcome<readonly DirectoryEntry[]>>;
  file(path: string): Promise<Outcome<RepositoryFile>>;
  /** The README that the host itself would show. */
  readme(): Promise<Outcome<RepositoryFile>>;
}

/** A README in the version that fits the reader best. */
export interface ChosenReadme {
  readonly file: RepositoryFile;
  /** BCP 47 tag of the language that the text is really in; `und` when it cannot be told. */
  readonly language: string;
  /** `own`: the project wrote this version in the wanted language; `original`: another language, a candidate for translation. */
  readonly version: 'own' | 'original';
  /** The project's other versions, by their paths. */
  readonly others: readonly { readonly path: string; readonly language: string }[];
  /** A remark on the choice: a stub, or well behind the original. */
  readonly remark?: string | undefined;
  /** The remark for hosts of other languages. */
  readonly said?: Sentence | undefined;
}

interface Candidate {
  readonly path: string;
  /** As name or link say. */
  readonly language: string | undefined;
  readonly rank: number;
}

type FoundFile = Extract<Outcome<RepositoryFile>, { kind: 'found' }>;

/**
 * Chooses among the language versions of a README. One listing of the root tells the versions by their names; links at the
 * top ("English | 简体中文") tell the rest; `docs/` is listed only when neither helped. What was found is checked to be in
 * the language that it claims, and compared with the main version: a stub is not chosen, a version that is behind is
 * marked. Three requests for a usual project with two versions, two for one with a single README.
 */
export async function chooseReadme(
  source: ReadmeSource,
  language: string,
  listing?: Outcome<readonly DirectoryEntry[]>,
): Promise<Outcome<ChosenReadme>> {
  const root = listing ?? (await source.directory(''));
  if (root.kind === 'canceled') return root;
  const entries = root.kind === 'found' ? root.value : [];
  let candidates = readmesIn(entries);
  const main = await readMain(source, candidates);
  if (main.kind !== 'found') return main;
  const mainLanguage = detectLanguage(main.value.text);
  candidates = withLinks(candidates, main.value, root.kind === 'found' ? entries : undefined);
  if (isSameLanguage(mainLanguage, language)) return choice(main, mainLanguage, 'own', candidates);

  const docs = entries.find(({ type, name }) => type === 'dir' && /^docs?$/i.test(name));
  if (docs && !candidates.some(candidate => speaks(candidate, language))) {
    const listed = await source.directory(docs.path);
    if (listed.kind === 'found') candidates = [...candidates, ...readmesIn(listed.value)];
  }
  return bestVersion(source, main, mainLanguage, candidates, language);
}

/** Tries at most two versions: names seldom lie, and each is a request. */
async function bestVersion(
  source: ReadmeSource,
  main: FoundFile,
  mainLanguage: string,
  candidates: readonly Candidate[],
  language: string,
): Promise<Outcome<ChosenReadme>> {
  let remark: Told | undefined;
  for (const { path } of candidates.filter(candidate => speaks(candidate, language)).slice(0, 2)) {
    const found = await source.file(path);
    if (found.kind === 'canceled') return found;
    if (found.kind !== 'found') {
      remark = told('{0} could not be read: {1}', path, found.said ?? found.message);
      continue;
    }
    const real = detectLanguage(found.value.text);
    const state = compareVersions(found.value.text, main.value.text);
    if (state.kind === 'stub' || real === 'und') remark = told('{0} is only a stub.', path);
    else if (!isSameLanguage(real, language)) remark = told('{0} is not in the language that its name promises.', path);
    else {
      const behind =
        state.kind === 'behind'
          ? told(
              'This version may be out of date: it has {0} of the {1} sections of {2}.',
              state.sections,
              state.of,
              main.value.path,
            )
          : undefined;
      return choice(found, real, 'own', candidates, behind, { path: main.value.path, language: mainLanguage });
    }
  }
  return choice(main, mainLanguage, 'original', candidates, remark);
}

function choice(
  outcome: FoundFile,
  language: string,
  version: ChosenReadme['version'],
  candidates: readonly Candidate[],
  remark?: Told,
  main?: ChosenReadme['others'][number],
): Outcome<ChosenReadme> {
  const file = outcome.value;
  const others = [
    ...(main ? [main] : []),
    ...candidates.map(candidate => ({ path: candidate.path, language: candidate.language ?? 'und' })),
  ].filter(({ path }, index, all) => path !== file.path && all.findIndex(other => other.path === path) === index);
  return {
    ...outcome,
    value: { file, language, version, others, ...(remark ? { remark: remark.message, said: remark.said } : {}) },
  };
}

/** The one that Gitee would show; asked by its name, so that it is one file for the cache. */
async function readMain(source: ReadmeSource, candidates: readonly Candidate[]): Promise<Outcome<RepositoryFile>> {
  // Where every version names its language: of the two scripts the one that more people and engines read.
  const named =
    candidates.find(({ language }) => language === undefined) ??
    candidates.find(({ language }) => language !== 'zh-Hant') ??
    candidates[0];
  if (!named) return source.readme();
  const found = await source.file(named.path);
  return found.kind === 'not-found' ? source.readme() : found;
}

function readmesIn(entries: readonly DirectoryEntry[]): readonly Candidate[] {
  return entries
    .flatMap(({ type, name, path }) => {
      const read = type === 'file' ? readReadmeName(name) : undefined;
      return read ? [{ path, ...read }] : [];
    })
    .sort((one, other) => one.rank - other.rank || (one.path < other.path ? -1 : 1));
}

/** Links into a listed folder that lead to no file of it are dead; elsewhere they have to be believed. */
function withLinks(
  candidates: readonly Candidate[],
  main: RepositoryFile,
  entries: readonly DirectoryEntry[] | undefined,
): readonly Candidate[] {
  const known = new Set(entries?.map(({ path }) => path));
  const linked = languageLinks(main.text, main.path).filter(
    ({ path }) =>
      !candidates.some(candidate => candidate.path === path) && (!entries || path.includes('/') || known.has(path)),
  );
  return [...candidates, ...linked.map(link => ({ ...link, rank: 0 }))];
}

function speaks({ language }: Candidate, wanted: string): boolean {
  return language !== undefined && isSameLanguage(language, wanted);
}
