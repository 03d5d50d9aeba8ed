import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { TranslationError } from '../engine.ts';

/** The engine's program: what the build puts beside the extension. */
export interface BergamotAssets {
  /** The worker's script: a path, or a `file:` URL. */
  readonly worker: string | URL;
  glue(): Promise<string>;
  wasm(): Promise<Uint8Array>;
}

/** Names of the files that the build makes. */
export const bergamotFiles = {
  worker: 'bergamot-worker.cjs',
  glue: 'bergamot-glue.js.br',
  wasm: 'bergamot.wasm.br',
} as const;

/** The program as it lies in the folder of the built extension; packed, because it is 5 MB plain. */
export function bergamotAssetsIn(folder: string): BergamotAssets {
  const unpacked = async (name: string): Promise<Buffer> => {
    const file = path.join(folder, name);
    const packed = await readFile(file).catch((cause: unknown) => {
      throw new TranslationError('not-ready', `The program of the on-device engine is not there: ${file}.`, { cause });
    });
    return promisify(brotliDecompress)(packed);
  };
  return {
    worker: path.join(folder, bergamotFiles.worker),
    glue: async () => (await unpacked(bergamotFiles.glue)).toString('utf8'),
    wasm: () => unpacked(bergamotFiles.wasm),
  };
}
