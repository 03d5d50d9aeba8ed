/**
 * Translates the READMEs that translation-readmes.ts brought with engines that spoil them in every known way, and says
 * where anything but words changed. Run: `node test/eval/translation-shape.ts [MANGLE...]`.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Log } from '../../src/core/ports.ts';
import { detectLanguage } from '../../src/core/readme/index.ts';
import { createTranslator, openTranslationMemory } from '../../src/core/translation/index.ts';
import { inProcessEngine } from '../support/engines/in-process.ts';
import { allMangles } from '../support/engines/mangle.ts';
import { type Inventory, inventoryOf } from '../support/readmes/inventory.ts';
import { realReadmes } from './translation-readmes.ts';

const silent = (): void => undefined;
const log: Log = { trace: silent, debug: silent, info: silent, warn: silent, error: silent };
const clock = { now: () => Date.now() };
const wanted = process.argv.slice(2);
const mangles = allMangles.filter(name => wanted.length === 0 || wanted.includes(name));
const readmes = realReadmes().filter(({ text }) => detectLanguage(text).startsWith('zh'));

let failures = 0;
let sentences = 0;
let untranslated = 0;
for (const mangle of mangles) {
  for (const { name, text } of readmes) {
    const translator = createTranslator({ memory: openTranslationMemory({ clock, log }), clock, log });
    const result = await translator.translateMarkdown(text, { engine: inProcessEngine(mangle) });
    if (mangle === 'none') {
      sentences += result.segments;
      untranslated += result.untranslated.length;
      for (const left of result.untranslated.slice(0, 2))
        console.log(`${name}: ${left.reason}: ${left.text.slice(0, 100)}`);
    }
    const [before, after] = [inventoryOf(text), inventoryOf(result.markdown)];
    for (const part of Object.keys(before)
      .filter(key => isPart(before, key))
      .filter(key => !isDeepStrictEqual(Reflect.get(before, key), Reflect.get(after, key)))) {
      failures += 1;
      console.log(`${mangle}: ${name}: ${part} changed`);
    }
  }
}
console.log(
  `${readmes.length} Chinese READMEs, ${readmes.reduce((sum, { text }) => sum + text.length, 0)} UTF-16 units, ${mangles.length} engines`,
);
console.log(
  `${sentences} sentences, ${untranslated} of them left by an engine that works; ${failures} changes that must not be`,
);
process.exitCode = failures > 0 || readmes.length === 0 ? 1 : 0;

function isPart(inventory: Inventory, key: string): key is keyof Inventory {
  return key in inventory;
}
