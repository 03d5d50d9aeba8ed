/** The thread that reads manifests and asks the catalog, so that the extension host's has time for the user. */
import { parentPort } from 'node:worker_threads';
import { openCatalog } from '../../../core/catalog/index.ts';
import { fetchFileAtOnce } from './fetch-file.ts';
import { createJob } from './job.ts';
import type { Answer, NumberedAnswer, NumberedQuestion, Question } from './messages.ts';
import { createPacker } from './packed.ts';

let opened: ReturnType<typeof openFirst> | undefined;
const job = createJob({
  catalog: () => {
    opened ??= openFirst();
    return opened;
  },
  fetchFile: fetchFileAtOnce,
});
const pack = createPacker();

async function openFirst() {
  const { default: text } = await import('asset:catalog.json');
  return openCatalog(text);
}

async function answerTo(question: Question): Promise<Answer> {
  switch (question.kind) {
    case 'formats':
      return { kind: 'formats', formats: await job.formats() };
    case 'suggest':
      return { kind: 'suggest', suggestions: await job.suggest(question.purls) };
    case 'read': {
      const readings = await job.read(question.sources);
      return {
        kind: 'read',
        failures: readings.map(reading => (reading.kind === 'read' ? undefined : reading)),
        manifests: pack(readings.map(reading => (reading.kind === 'read' ? reading.manifest : undefined))),
      };
    }
  }
}

parentPort?.on('message', async ({ id, question }: NumberedQuestion) => {
  const answer = await answerTo(question).catch(
    (error: unknown): Answer => ({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
  const message: NumberedAnswer = { id, answer };
  parentPort?.postMessage(message, answer.kind === 'read' ? [answer.manifests.numbers.buffer] : []);
});
