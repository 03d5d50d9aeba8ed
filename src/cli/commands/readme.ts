import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Gitee } from '../../core/gitee/index.ts';
import type { Outcome } from '../../core/model.ts';
import { chooseReadme, isSameLanguage } from '../../core/readme/index.ts';
import {
  createGlossary,
  createTranslator,
  engineFromEnvironment,
  environmentHelp,
  openTranslationMemory,
  readCorrections,
  readGlossary,
  type TranslatedMarkdown,
  TranslationError,
  type TranslationProgress,
} from '../../core/translation/index.ts';
import type { Context } from '../context.ts';
import { type CommandError, networkError, usageError } from '../errors.ts';
import { openNodeFolder } from '../node-folder.ts';
import { json, plain } from '../terminal.ts';
import { readBounded } from '../walk.ts';
import { projectReference } from './look-up.ts';

/** A README of this size is a book; bytes. */
const largestMarkdown = 2 * 1024 * 1024;

export interface TranslationOptions {
  readonly from?: string;
  readonly to: string;
  readonly engine?: string;
  readonly codeComments?: boolean;
  /** Paths of files. */
  readonly glossary?: string;
  readonly corrections?: string;
}

/** `readme`: the project's own version in the wanted language, else a translation, marked as such on stderr. */
export async function printReadme(context: Context, reference: string, options: TranslationOptions): Promise<void> {
  const { scout, terminal } = context;
  const [gitee, catalog] = await Promise.all([scout.gitee(), scout.catalog()]);
  const target = projectReference(reference, catalog);
  const project = 'project' in target ? catalog.project(target.project) : undefined;
  const repository = 'path' in target ? target.path : project?.homes.find(home => home.host === 'gitee')?.path;
  if (repository === undefined) throw usageError(`${reference} has no home on Gitee that the catalog knows.`);

  const chosen = await chooseReadme(sourceAt(gitee, repository), options.to);
  if (chosen.kind !== 'found') throw failed(chosen);
  const { file, language, version, remark } = chosen.value;
  if (version === 'own') {
    terminal.say(`${file.path}: the project's own version.${remark ? ` ${remark}` : ''}`);
    return print(context, { markdown: file.text, engine: null, segments: 0, cached: 0, untranslated: [] });
  }
  return print(
    context,
    await translate(context, file.text, { ...options, from: language === 'und' ? 'zh' : language }),
  );
}

/** `translate`: a Markdown file in another language. */
export async function printTranslation(context: Context, file: string, options: TranslationOptions): Promise<void> {
  const text = await readBounded(path.resolve(file), largestMarkdown);
  if (text === undefined) throw usageError(`Cannot read ${file}: give a Markdown file of at most 2 MB.`);
  return print(context, await translate(context, text, options));
}

async function translate(
  { host, terminal, options }: Context,
  markdown: string,
  { from = 'zh', to, engine: id, codeComments = false, ...files }: TranslationOptions,
): Promise<TranslatedMarkdown> {
  // The program of the on-device engine lies beside this one.
  const program = path.dirname(realpathSync(process.argv[1] ?? ''));
  const engine = engineFromEnvironment(terminal.environment, id, { bergamot: { program, log: host.log } });
  if (!engine) throw usageError(environmentHelp(id));
  if (options.offline && !isLocal(engine.destination))
    throw networkError(`The engine "${engine.id}" runs on ${engine.destination}, and --offline forbids the network.`);
  const { clock, log, cacheFolder } = host;
  const folder = openNodeFolder(path.join(cacheFolder ?? '', 'translations'));
  const corrections = await readTeamFile(files.corrections, readCorrections, 'corrections');
  const own = await readTeamFile(files.glossary, text => wholeGlossary(readGlossary(text)), 'glossary');
  const memory = openTranslationMemory({ folder, team: async () => corrections, clock, log });
  const translator = createTranslator({ memory, clock, log, glossary: createGlossary(own, to) });
  try {
    const onProgress = ({ done, total }: TranslationProgress) =>
      terminal.progress({ what: 'Translating', done, total });
    const translated = await translator.translateMarkdown(markdown, { engine, from, to, codeComments, onProgress });
    terminal.say(
      `Machine translation by ${engine.label}${isSameLanguage(from, to) ? '' : ` from ${from} to ${to}`}; ${translated.untranslated.length} of ${translated.segments} sentences left as they were.`,
    );
    return translated;
  } catch (error) {
    if (!(error instanceof TranslationError)) throw error;
    throw networkError(error.message);
  } finally {
    terminal.progress();
    await engine.dispose?.();
  }
}

/** A file that the user named has to be good: a word that is silently not used is worse than an error. */
async function readTeamFile<T>(
  file: string | undefined,
  read: (text: string) => readonly T[] | undefined,
  what: string,
): Promise<readonly T[]> {
  if (file === undefined) return [];
  const text = await readBounded(path.resolve(file), largestMarkdown);
  const found = text === undefined ? undefined : read(text);
  if (!found) throw usageError(`${file} is no file with ${what === 'glossary' ? 'a glossary' : what}.`);
  return found;
}

function wholeGlossary({ entries, bad }: ReturnType<typeof readGlossary>) {
  return bad > 0 ? undefined : entries;
}

function isLocal(destination: string): boolean {
  return /^(?:this device|localhost|127\.|\[::1\])/.test(destination);
}

type Printed = Pick<TranslatedMarkdown, 'markdown' | 'segments' | 'cached' | 'untranslated'> & {
  readonly engine: string | null;
};

function print({ terminal, options }: Context, { markdown, engine, segments, cached, untranslated }: Printed): void {
  terminal.write(options.json ? json({ markdown, engine, segments, cached, untranslated }) : plain(markdown));
}

function sourceAt(gitee: Gitee, repository: string) {
  return {
    directory: (folder: string) => gitee.directory(repository, folder),
    file: (file: string) => gitee.file(repository, file),
    readme: () => gitee.readme(repository),
  };
}

function failed(outcome: Exclude<Outcome<unknown>, { kind: 'found' }>): CommandError {
  return outcome.kind === 'not-found' ? usageError(outcome.message) : networkError(outcome.message);
}
