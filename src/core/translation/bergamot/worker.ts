import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import type { WorkerMessage } from './messages.ts';
import { loadWasmEngine } from './wasm-engine.ts';

/** The thread in which the on-device engine runs: it loads the model, then translates some sentences for each message. */
const Start = z.object({
  glue: z.string(),
  wasm: z.instanceof(Uint8Array),
  models: z
    .array(
      z.object({
        model: z.string(),
        vocabulary: z.string(),
        targetVocabulary: z.string().optional(),
        lexicon: z.string().optional(),
      }),
    )
    .min(1)
    .max(2),
});
const Request = z.object({ id: z.number(), texts: z.array(z.string()).min(1), html: z.boolean() });

const say = (message: WorkerMessage): void => parentPort?.postMessage(message);

async function run(): Promise<void> {
  const { glue, wasm, models } = Start.parse(workerData);
  const engine = await loadWasmEngine({
    glue,
    wasm,
    models: models.map(({ model, vocabulary, targetVocabulary, lexicon }) => async () => ({
      model: await readFile(model),
      vocabulary: await readFile(vocabulary),
      targetVocabulary: targetVocabulary === undefined ? undefined : await readFile(targetVocabulary),
      lexicon: lexicon === undefined ? undefined : await readFile(lexicon),
    })),
  });
  parentPort?.on('message', (message: unknown) => {
    const { id, texts, html } = Request.parse(message);
    try {
      say({ kind: 'translated', id, texts: engine.translate(texts, html) });
    } catch (cause) {
      // After an abort the memory of the engine is in an unknown state.
      fail(id, cause);
    }
  });
  say({ kind: 'ready' });
}

run().catch((cause: unknown) => fail(undefined, cause));

function fail(id: number | undefined, cause: unknown): void {
  say({ kind: 'fatal', id, message: cause instanceof Error ? cause.message : String(cause) });
  parentPort?.close();
}
