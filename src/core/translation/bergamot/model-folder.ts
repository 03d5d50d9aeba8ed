import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { moveInPlace } from '../../files/index.ts';
import { say } from '../../sentences/index.ts';
import { TranslationError } from '../engine.ts';
import { sha256Of, sizeOf } from './download.ts';
import { filesAt, type ModelStore } from './model-store.ts';

const vocabularyName = /^(?:src)?vocab.*\.spm$/i;
/** Model, vocabulary, vocabulary of the target where it has its own, lexicon. */
const namesOfFiles = [/^model.*\.bin$/i, vocabularyName, /^trgvocab.*\.spm$/i, /^lex.*\.bin$/i] as const;

/** Languages of a model in a folder of one's own. */
export interface FolderModelOptions {
  readonly folder: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * A model that a person brought along: a folder with the files of Mozilla's models by their usual names
 * (`model.*.bin`, `vocab.*.spm` or `srcvocab.*.spm` and `trgvocab.*.spm`, `lex.*.bin`). It is trusted, for it was named by hand.
 */
export function openModelFolder({
  folder,
  from = 'zh',
  to = 'en',
}: FolderModelOptions): Pick<ModelStore, 'model' | 'files'> {
  return {
    model: {
      id: `${from}-${to} ${path.basename(folder)}`,
      label: path.basename(folder),
      from,
      to,
      license: { spdx: 'NOASSERTION', url: '' },
      files: [],
    },
    async files() {
      const names = await readdir(folder).catch(() => []);
      const place = async (pattern: RegExp) => {
        const name = names.find(each => pattern.test(each));
        return name !== undefined && (await sizeOf(path.join(folder, name))) > 0 ? path.join(folder, name) : undefined;
      };
      const [model, vocabulary, targetVocabulary, lexicon] = await Promise.all(namesOfFiles.map(place));
      if (model === undefined || vocabulary === undefined) {
        throw new TranslationError(
          'not-ready',
          say('There is no translation model in {0}. It needs model.*.bin and vocab.*.spm.', folder),
        );
      }
      return { model, vocabulary, targetVocabulary, lexicon };
    },
  };
}

/**
 * Copies a model of one's own into a folder that `openModelFolder` reads: the folder or the files at `paths`, told apart by
 * their usual names. The folder's name tells the models apart, for the translation memory. Whoever calls this has asked
 * the person: nothing says what is in these files. Rejects with TranslationError when a file is missing.
 */
export async function adoptModel(paths: readonly string[], folder: string): Promise<void> {
  const places = (await Promise.all(paths.map(filesAt))).flat();
  const chosen = namesOfFiles.flatMap(pattern => places.find(place => pattern.test(path.basename(place))) ?? []);
  const model = chosen.find(place => /^model/i.test(path.basename(place)));
  if (model === undefined || !chosen.some(place => vocabularyName.test(path.basename(place)))) {
    throw new TranslationError('not-ready', say('A model needs the files model.*.bin and vocab.*.spm.'));
  }
  const draft = path.join(folder, '.draft');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  for (const place of chosen) await copyFile(place, path.join(draft, path.basename(place)));
  await removeAdopted(folder, ['.draft']);
  await moveInPlace(draft, path.join(folder, (await sha256Of(model)).slice(0, 12)));
}

/** The adopted model; `undefined` when there is none. */
export async function adoptedModel(
  folder: string,
  languages: Omit<FolderModelOptions, 'folder'> = {},
): Promise<Pick<ModelStore, 'model' | 'files'> | undefined> {
  const name = (await readdir(folder).catch(() => [])).find(each => /^[\da-f]{12}$/.test(each));
  return name === undefined ? undefined : openModelFolder({ ...languages, folder: path.join(folder, name) });
}

/** Removes adopted models, all but what is named. */
export async function removeAdopted(folder: string, keep: readonly string[] = []): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names)
    if (!keep.includes(name)) await rm(path.join(folder, name), { recursive: true, force: true });
}
