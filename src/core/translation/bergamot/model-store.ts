import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Log } from '../../ports.ts';
import { say } from '../../sentences/index.ts';
import { TranslationError } from '../engine.ts';
import type { Fetch } from '../http.ts';
import { accept, download, sha256Of, sizeOf, unpack } from './download.ts';
import { chineseEnglish, type ModelFile, type ModelPackage } from './model-package.ts';

export interface ModelStoreOptions {
  /** A folder of this machine for models. */
  readonly folder: string;
  readonly log: Log;
  readonly model?: ModelPackage | undefined;
  /** Addresses of folders that hold the files by their names, plain or as `NAME.gz`; tried before the built-in ones. */
  readonly mirrors?: readonly string[] | undefined;
  readonly fetch?: Fetch | undefined;
  /** Longest silence of a download in ms. */
  readonly timeout?: number | undefined;
}

export interface ModelProgress {
  /** Bytes as they travel. */
  readonly received: number;
  readonly total: number;
}

/** The files of the on-device engine's model: fetched once, checked, kept until they are removed. */
export interface ModelStore {
  readonly model: ModelPackage;
  /** Bytes to download at most. */
  readonly downloadBytes: number;
  isInstalled(): Promise<boolean>;
  /** Paths by role; rejects with TranslationError `not-ready` when the model is not complete. */
  files(): Promise<Readonly<Partial<Record<ModelFile['role'], string | undefined>>>>;
  /** Fetches what is missing. Rejects with TranslationError when no source has it; what arrived is kept. */
  install(options?: {
    readonly signal?: AbortSignal;
    readonly onProgress?: (progress: ModelProgress) => void;
  }): Promise<void>;
  /** Takes the model from files of this machine (a folder or single files, plain or gzip), told apart by their hashes. */
  installFrom(paths: readonly string[]): Promise<void>;
  remove(): Promise<void>;
}

const defaultTimeout = 30_000;

export function createModelStore(options: ModelStoreOptions): ModelStore {
  const { log, mirrors = [], fetch = globalThis.fetch, timeout = defaultTimeout, model = chineseEnglish } = options;
  const folder = path.join(options.folder, model.id);
  const placeOf = (file: ModelFile) => path.join(folder, file.name);
  const isThere = async (file: ModelFile) => (await sizeOf(placeOf(file))) === file.bytes;
  const missing = async () => {
    const there = await Promise.all(model.files.map(isThere));
    return model.files.filter((_, index) => !there[index]);
  };

  /** From the first source that has it. */
  async function fetchFile(
    file: ModelFile,
    signal: AbortSignal | undefined,
    onBytes: (received: number) => void,
  ): Promise<void> {
    let trouble: unknown;
    for (const url of sourcesOf(file, mirrors)) {
      try {
        const get = { fetch, timeout, signal, onBytes };
        if (url.endsWith('.gz') && file.gzip) {
          await download(url, file.gzip, `${placeOf(file)}.gz`, get);
          await unpack(`${placeOf(file)}.gz`, file, placeOf(file));
        } else await download(url, file, placeOf(file), get);
        return;
      } catch (cause) {
        if (cause instanceof TranslationError && cause.kind === 'canceled') throw cause;
        log.warn(
          `model file ${file.name} from ${new URL(url).host}: ${cause instanceof Error ? cause.message : 'failed'}`,
        );
        trouble = cause;
      }
    }
    throw new TranslationError(
      'unreachable',
      say('The file {0} could not be downloaded. Try again, set a mirror, or install it from a file.', file.name),
      { cause: trouble },
    );
  }

  return {
    model,
    downloadBytes: model.files.reduce((sum, file) => sum + wireBytes(file), 0),
    isInstalled: async () => (await missing()).length === 0,
    async files() {
      if ((await missing()).length > 0) {
        throw new TranslationError(
          'not-ready',
          say('The translation model ({0}) is not installed. Download it first.', model.label),
        );
      }
      const pathOf = (role: ModelFile['role']) => {
        const file = model.files.find(each => each.role === role);
        return file && placeOf(file);
      };
      return {
        model: pathOf('model'),
        lexicon: pathOf('lexicon'),
        vocabulary: pathOf('vocabulary'),
        targetVocabulary: pathOf('targetVocabulary'),
      };
    },
    async install({ signal, onProgress } = {}) {
      await mkdir(folder, { recursive: true });
      const needed = await missing();
      const total = needed.reduce((sum, file) => sum + wireBytes(file), 0);
      let before = 0;
      for (const file of needed) {
        // One source may send more bytes than another; the bar never passes its end.
        await fetchFile(file, signal, received =>
          onProgress?.({ received: Math.min(before + received, total), total }),
        );
        before += wireBytes(file);
        onProgress?.({ received: before, total });
      }
    },
    async installFrom(paths) {
      await mkdir(folder, { recursive: true });
      const candidates = (await Promise.all(paths.map(filesAt))).flat();
      for (const candidate of candidates) {
        const size = await sizeOf(candidate);
        const file = model.files.find(({ bytes, gzip }) => bytes === size || gzip?.bytes === size);
        if (!file) continue;
        const isPacked = file.bytes !== size && file.gzip !== undefined;
        const pinned = isPacked && file.gzip ? file.gzip : file;
        if ((await sha256Of(candidate)) !== pinned.sha256) continue;
        const copy = `${placeOf(file)}.copy`;
        await copyFile(candidate, copy);
        if (isPacked) await unpack(copy, file, placeOf(file));
        else await accept(copy, file, placeOf(file));
      }
      const lacking = await missing();
      if (lacking.length === 0) return;
      const names = lacking.map(({ name }) => name).join(', ');
      throw new TranslationError('not-ready', say('Not found, or not the expected version: {0}.', names));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function wireBytes(file: ModelFile): number {
  return file.gzip?.bytes ?? file.bytes;
}

function sourcesOf(file: ModelFile, mirrors: readonly string[]): readonly string[] {
  const own = mirrors
    .filter(mirror => /^https?:\/\//.test(mirror) && URL.canParse(mirror))
    .map(mirror => mirror.replace(/\/*$/, '/'))
    .flatMap(mirror => (file.gzip ? [`${mirror}${file.name}.gz`, `${mirror}${file.name}`] : [`${mirror}${file.name}`]));
  return [...own, ...file.sources];
}

/** The files of a folder, or the file itself. */
export async function filesAt(place: string): Promise<readonly string[]> {
  try {
    const names = await readdir(place);
    return names.map(name => path.join(place, name));
  } catch {
    return [place];
  }
}
