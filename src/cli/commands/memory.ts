import path from 'node:path';
import { MemoryError, openTranslationMemory, type TranslationMemory } from '../../core/translation/index.ts';
import type { Context } from '../context.ts';
import { usageError } from '../errors.ts';
import { openNodeFolder } from '../node-folder.ts';
import { json } from '../terminal.ts';
import { readBounded } from '../walk.ts';

/** Bytes; a memory of years is below. */
const largest = 64 * 1024 * 1024;

/** `memory export`: what was corrected, on request also what engines translated, as JSON text for others. */
export async function exportMemory(context: Context, { all = false }: { readonly all?: boolean }): Promise<void> {
  context.terminal.write(await openMemory(context).exportText({ translations: all }));
}

/** `memory import`: takes over what others exported, and says how much of it was new. */
export async function importMemory(context: Context, file: string): Promise<void> {
  const text = await readBounded(path.resolve(file), largest);
  if (text === undefined) throw usageError(`Cannot read ${file}.`);
  const { terminal, options } = context;
  try {
    const taken = await openMemory(context).importText(text);
    if (options.json) terminal.write(json(taken));
    else
      terminal.write(
        `${taken.added} corrections and ${taken.translations} translations taken over, ${taken.known} corrections left as they were\n`,
      );
  } catch (error) {
    if (error instanceof MemoryError) throw usageError(`${file}: ${error.message}`);
    throw error;
  }
}

/** The memory of this command line, which `readme` and `translate` fill. */
function openMemory({ host: { clock, log, cacheFolder } }: Context): TranslationMemory {
  return openTranslationMemory({ folder: openNodeFolder(path.join(cacheFolder ?? '', 'translations')), clock, log });
}
