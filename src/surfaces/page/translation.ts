import type { Log } from '../../core/ports.ts';
import type { PageReadme } from '../../core/projects/index.ts';
import type { TranslationState } from '../../webview/protocol.ts';
import { isCanceled, type Translation, type Translations } from '../translations.ts';

export interface Translating {
  readonly translations: Pick<Translations, 'engines' | 'translate' | 'correct'>;
  readonly log: Log;
}

export interface TranslationEvents {
  changed(): void;
  /** The text so far, the whole of it, or `undefined` when there is none any more. */
  translated(translation: Pick<Translation, 'markdown'> & Partial<Translation>): void;
  withdrawn(): void;
  done(): void;
}

/** Machine translation for one page: one at a time, canceled when another begins. */
export function createTranslation({ translations, log }: Translating, events: TranslationEvents) {
  let state: TranslationState = { kind: 'idle' };
  let running: AbortController | undefined;
  let result: Translation | undefined;
  let last: { readonly engine: string; readonly codeComments: boolean } | undefined;

  const become = (next: TranslationState) => {
    state = next;
    events.changed();
  };
  const forget = () => {
    result = undefined;
    events.withdrawn();
  };
  const cancel = () => {
    running?.abort();
    running = undefined;
    if (state.kind !== 'running') return;
    forget();
    become({ kind: 'idle' });
  };
  const start = async (
    how: { readonly engine: string; readonly codeComments: boolean },
    { markdown, language }: PageReadme,
    to: string,
  ): Promise<void> => {
    running?.abort();
    const current = new AbortController();
    running = current;
    last = how;
    const { engine, codeComments } = how;
    become({ kind: 'running', engine, done: 0, total: 0 });
    try {
      const next = await translations.translate(markdown, {
        engine,
        codeComments,
        ...languagesOf(language, to),
        signal: current.signal,
        onProgress: ({ done, total, markdown: soFar }) => {
          if (running !== current) return;
          if (soFar !== undefined) events.translated({ markdown: soFar });
          become({ kind: 'running', engine, done, total });
        },
      });
      if (running !== current) return;
      const { translatedAt, untranslated, sentences } = next;
      result = next;
      events.translated(next);
      become({ kind: 'done', engine, translatedAt, untranslated, sentences: sentences.length, codeComments });
      events.done();
    } catch (error) {
      if (running !== current) return;
      forget();
      if (isCanceled(error)) return become({ kind: 'idle' });
      log.warn(`translation with ${engine} failed`, error);
      become({ kind: 'failed', engine, message: error instanceof Error ? error.message : String(error) });
    } finally {
      if (running === current) running = undefined;
    }
  };

  return {
    state: () => state,
    result: () => result,
    engines: (language: string | undefined, to: string) => translations.engines(languagesOf(language ?? 'und', to)),
    cancel,
    start,
    /** Forgets the translation of a text that is no longer shown. */
    reset(): void {
      cancel();
      if (state.kind === 'idle') return;
      forget();
      become({ kind: 'idle' });
    },
    /** Asks for better words and translates again; what is remembered comes at once. */
    async correct(index: number | null, readme: PageReadme, to: string): Promise<void> {
      if (!result || !last) return;
      const chosen = index === null ? undefined : result.sentences[index];
      const isNew = await translations.correct(result.sentences, chosen, languagesOf(readme.language, to));
      if (isNew) await start(last, readme, to);
    },
  };
}

/** A text that is already in the reader's language, or too short to tell, is translated where it is Chinese. */
function languagesOf(language: string, to: string): { readonly from: string; readonly to: string } {
  const base = (tag: string) => tag.toLowerCase().split('-')[0];
  return { from: language === 'und' || base(language) === base(to) ? 'zh' : language, to };
}
