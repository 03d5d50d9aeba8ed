import type { Translation } from '../../src/surfaces/translations.ts';

/** A translation with nothing left out, by an engine that changes nothing; a test says what is otherwise. */
export function wholeTranslation(markdown: string, change: Partial<Translation> = {}): Translation {
  return {
    markdown,
    engineVersion: 'echo-1',
    translatedAt: '2026-11-24T08:00:00.000Z',
    untranslated: 0,
    missing: 0,
    left: [],
    sentences: [],
    notes: [],
    ...change,
  };
}
