import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { BergamotAssets } from '../../../src/core/translation/index.ts';

const program = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@browsermt/bergamot-translator/package.json')),
  'worker',
);

/** The real engine, straight out of its package, with the worker as it is written. */
export const bergamotProgram: BergamotAssets = {
  worker: new URL('../../../src/core/translation/bergamot/worker.ts', import.meta.url),
  glue: () => readFile(path.join(program, 'bergamot-translator-worker.js'), 'utf8'),
  wasm: () => readFile(path.join(program, 'bergamot-translator-worker.wasm')),
};
