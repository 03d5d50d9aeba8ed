/**
 * Scores an engine on READMEs that projects have in Chinese and in English, brought by translation-readmes.ts: the
 * passages of both versions that stand at the same place (translation-pairs.ts) are taken as pairs.
 * Run: `npm run eval:translation [-- ENGINE] [--projects COUNT]`; without variables it says what it needs.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Log } from '../../src/core/ports.ts';
import { containsHan, detectLanguage } from '../../src/core/readme/index.ts';
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
import { pairPassages, passagesOf } from './translation-pairs.ts';
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
  const [from, have, want] = [passagesOf(chinese.text), passagesOf(markdown), passagesOf(english.text)];
  const found = pairPassages(chinese.text, english.text).flatMap(([one, other]): readonly Pair[] => {
    const [source = '', hypothesis, reference] = [from[one], have[one], want[other]];
    // The links between the versions themselves say nothing.
    const counts = containsHan(source) && !/\b(?:English|README)\b/i.test(source);
    return counts && hypothesis !== undefined && reference !== undefined ? [{ hypothesis, reference }] : [];
  });
  pairs.push(...found);
  if (found.length > 0) projects += 1;
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
