import type { TranslationEngine } from './engine.ts';
import { createRememberedEngine } from './remembered-engine.ts';

/**
 * What stands in when there is no engine: it translates nothing by itself, so that only what the glossary knows is
 * rendered, headings and common phrases, and all else stays as it is.
 */
export function createGlossaryEngine(): TranslationEngine {
  return {
    ...createRememberedEngine('glossary', '1'),
    label: 'Built-in glossary (headings and common phrases only)',
  };
}
