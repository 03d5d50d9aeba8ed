/**
 * Scores an engine on READMEs that projects have in Chinese and in English, brought by translation-readmes.ts: the
 * passages of both versions that stand at the same place under equal code and addresses are taken as pairs.
 * Run: `node test/eval/translation.ts [ENGINE]` with the variables of the command line, for the on-device engine
 * `GITEE_SCOUT_BERGAMOT_MODEL=FOLDER node test/eval/translation.ts bergamot`.
 */
import type { Log } from '../../src/core/ports.ts';
import { detectLanguage, splitMarkdown } from '../../src/core/readme/index.ts';
import {
  createBergamot,
  createTranslator,
  engineFromEnvironment,
  environmentHelp,
  openModelFolder,
  openTranslationMemory,
} from '../../src/core/translation/index.ts';
import { bergamotProgram } from '../support/engines/bergamot-program.ts';
import { realReadmes } from './translation-readmes.ts';
import { bleu, chrF, type Pair } from './translation-scores.ts';

const silent = (): void => undefined;
const log: Log = { trace: silent, debug: silent, info: silent, warn: silent, error: silent };
const clock = { now: () => Date.now() };
const [id] = process.argv.slice(2);
const folder = process.env.GITEE_SCOUT_BERGAMOT_MODEL;
const engine =
  id === 'bergamot' && folder
    ? createBergamot({ store: openModelFolder({ folder }), assets: bergamotProgram, log })
    : engineFromEnvironment(process.env, id);
if (!engine) throw new Error(environmentHelp(id));

const readmes = realReadmes();
const pairs: Pair[] = [];
let projects = 0;
for (const chinese of readmes.filter(({ text }) => detectLanguage(text).startsWith('zh'))) {
  const english = readmes.find(other => other.package === chinese.package && detectLanguage(other.text) === 'en');
  if (!english) continue;
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
console.log(
  `${engine.label}: ${projects} projects, ${pairs.length} passages, chrF2 ${chrF(pairs).toFixed(1)}, BLEU ${bleu(pairs).toFixed(1)}`,
);

function passagesOf(markdown: string): readonly string[] {
  const { source, passages } = splitMarkdown(markdown);
  return passages.map(({ range }) => source.slice(...range));
}
