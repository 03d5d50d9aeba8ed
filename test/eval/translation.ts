/**
 * Scores an engine on READMEs that projects have in Chinese and in English, brought by translation-readmes.ts: the
 * passages of both versions that stand at the same place under equal code and addresses are taken as pairs.
 * Run: `npm run eval:translation [-- ENGINE] [--projects COUNT]`; without variables it says what it needs.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Log } from '../../src/core/ports.ts';
import { detectLanguage, splitMarkdown } from '../../src/core/readme/index.ts';
import {
  allModels,
  chineseEnglish,
  createBergamot,
  createTranslator,
  engineFromEnvironment,
  environmentHelp,
  openModelFolder,
  openTranslationMemory,
  type TranslationEngine,
} from '../../src/core/translation/index.ts';
import { bergamotProgram } from '../support/engines/bergamot-program.ts';
import { bringReadmes, realReadmes } from './translation-readmes.ts';
import { bleu, chrF, type Pair } from './translation-scores.ts';

const silent = (): void => undefined;
const log: Log = { trace: silent, debug: silent, info: silent, warn: silent, error: silent };
const clock = { now: () => Date.now() };
const { values, positionals } = parseArgs({
  options: { projects: { type: 'string', default: '1000' } },
  allowPositionals: true,
});
const mostProjects = Number(values.projects);
const folder = process.env.GITEE_SCOUT_BERGAMOT_MODEL?.trim() ?? '';
const id = positionals[0] ?? (folder === '' ? undefined : 'bergamot');

let trouble = '';
const engine = await chosenEngine().catch((cause: unknown) => {
  trouble = cause instanceof Error ? cause.message : String(cause);
  return undefined;
});
if (!engine) {
  console.error(help(trouble || environmentHelp(id)));
  process.exit(2);
}
bringReadmes();

const readmes = realReadmes();
const pairs: Pair[] = [];
let projects = 0;
for (const chinese of readmes.filter(({ text }) => detectLanguage(text).startsWith('zh'))) {
  const english = readmes.find(other => other.package === chinese.package && detectLanguage(other.text) === 'en');
  if (!english || projects >= mostProjects) continue;
  const translator = createTranslator({ memory: openTranslationMemory({ clock, log }), clock, log });
  const { markdown } = await translator.translateMarkdown(chinese.text, { engine });
  const [have, want] = [passagesOf(markdown), passagesOf(english.text)];
  // Only versions with the same structure can be laid side by side.
  if (have.length !== want.length) continue;
  projects += 1;
  for (const [index, hypothesis] of have.entries()) {
    const reference = want[index] ?? '';
    if (/\p{Script=Han}/u.test(passagesOf(chinese.text)[index] ?? '')) pairs.push({ hypothesis, reference });
  }
}
await engine.dispose?.();
if (pairs.length === 0) {
  console.error('There is no README with a Chinese and an English version of the same structure: nothing was scored.');
  process.exit(1);
}
console.log(
  `${engine.label}: ${projects} projects, ${pairs.length} passages, chrF2 ${chrF(pairs).toFixed(1)}, BLEU ${bleu(pairs).toFixed(1)}`,
);

async function chosenEngine(): Promise<TranslationEngine | undefined> {
  if (id !== 'bergamot') return engineFromEnvironment(process.env, id);
  if (folder === '') return undefined;
  const store = openModelFolder({ folder });
  const { model } = await store.files();
  const hash = createHash('sha256')
    .update(readFileSync(model ?? ''))
    .digest('hex');
  const known = allModels.find(({ files }) => files.some(file => file.role === 'model' && file.sha256 === hash));
  console.log(known ? `Model: ${known.label} (${known.id})` : `Model: none that is known here, in ${folder}`);
  return createBergamot({ store, assets: bergamotProgram, log });
}

/** What to do when there is no engine: the scores are worth what the model is. */
function help(first: string): string {
  if (id !== undefined && id !== 'bergamot') return first;
  const files = chineseEnglish.files.map(({ name, bytes, sha256, sources }) =>
    [`  ${name}, ${bytes} bytes, SHA-256 ${sha256}`, ...sources.map(source => `    ${source}`)].join('\n'),
  );
  return [
    first,
    'For the on-device engine set GITEE_SCOUT_BERGAMOT_MODEL to a folder with these files (unpack what ends with .gz):',
    ...files,
    'then run: npm run eval:translation -- bergamot',
  ].join('\n');
}

function passagesOf(markdown: string): readonly string[] {
  const { source, passages } = splitMarkdown(markdown);
  return passages.map(({ range }) => source.slice(...range));
}
