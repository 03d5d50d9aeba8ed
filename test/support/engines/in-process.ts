import type { TranslationEngine } from '../../../src/core/translation/index.ts';
import { type Mangle, mangles } from './mangle.ts';

export interface InProcessEngine extends TranslationEngine {
  /** All segments that were asked for. */
  readonly asked: string[];
}

/** An engine without a network, for tests of what is made of its answers. */
export function inProcessEngine(mangle: Mangle = 'none', change: Partial<TranslationEngine> = {}): InProcessEngine {
  const asked: string[] = [];
  return {
    id: 'in-process',
    label: 'In process',
    destination: 'this device',
    version: mangle,
    asked,
    async *translate({ segments }) {
      for (const [index, segment] of segments.entries()) {
        asked.push(segment);
        yield { index, text: mangles[mangle](segment) };
      }
    },
    ...change,
  };
}
