import assert from 'node:assert/strict';
import { createTranslator, openTranslationMemory } from '../../../src/core/translation/index.ts';
import { inProcessEngine } from '../../support/engines/in-process.ts';
import { allMangles } from '../../support/engines/mangle.ts';
import { inventoryOf } from '../../support/readmes/inventory.ts';
import { sampleReadmes } from '../../support/readmes/samples.ts';
import { clock, silentLog } from './hosts.ts';

const translator = () =>
  createTranslator({ memory: openTranslationMemory({ clock, log: silentLog }), clock, log: silentLog });

describe('translation keeps everything but words', () => {
  for (const [name, readme] of Object.entries(sampleReadmes)) {
    for (const mangle of allMangles) {
      it(`in ${name}, with an engine that ${mangle === 'none' ? 'works' : mangle}`, async () => {
        const engine = inProcessEngine(mangle);

        const result = await translator().translateMarkdown(readme, { engine });

        assert.deepEqual(inventoryOf(result.markdown), inventoryOf(readme));
        assert.doesNotMatch(result.markdown, /javascript:|\p{Bidi_Control}|\p{Cc}(?<!\n)/u);
      });
    }
  }
});
