import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { TranslationError } from '../engine.ts';
import { sizeOf } from './download.ts';
import type { ModelStore } from './model-store.ts';

/** Languages of a model in a folder of one's own. */
export interface FolderModelOptions {
  readonly folder: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * A model that a person brought along: a folder with the files of Mozilla's models by their usual names
 * (`model.*.bin`, `vocab.*.spm`, `lex.*.bin`). It is trusted, for it was named by hand.
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
      const [model, vocabulary, lexicon] = await Promise.all([
        place(/^model.*\.bin$/i),
        place(/^vocab.*\.spm$/i),
        place(/^lex.*\.bin$/i),
      ]);
      if (model === undefined || vocabulary === undefined) {
        throw new TranslationError(
          'not-ready',
          `There is no translation model in ${folder}. It needs model.*.bin and vocab.*.spm.`,
        );
      }
      return { model, vocabulary, lexicon };
    },
  };
}
