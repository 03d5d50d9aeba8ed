import type { Log } from '../../core/ports.ts';
import type { PageReadme } from '../../core/projects/index.ts';
import { toldBy } from '../../core/sentences/index.ts';
import type { SavedTranslation, TranslationState } from '../../webview/protocol.ts';
import { isCanceled, ModelError, type Translation, type Translations } from '../translations.ts';

export interface Translating {
  readonly translations: Pick<
    Translations,
    'engines' | 'translate' | 'remembered' | 'correct' | 'installFromFile' | 'setMirror'
  >;
  readonly log: Log;
}

export interface TranslationEvents {
  changed(): void;
  /** The text so far, the whole of it, or `undefined` when there is none any more. */
  translated(translation: Pick<Translation, 'markdown'> & Partial<Translation>): void;
  withdrawn(): void;
  done(): void;
}

interface How {
  readonly engine: string;
  readonly codeComments: boolean;
}

/** Machine translation for one page: one at a time, canceled when another begins. */
export function createTranslation({ translations, log }: Translating, events: TranslationEvents) {
  let state: TranslationState = { kind: 'idle' };
  let running: AbortController | undefined;
  /** What was asked for last. */
  let asked: How | undefined;
  let shown: { readonly how: How; readonly result: Translation } | undefined;

  const become = (next: TranslationState) => {
    state = next;
    events.changed();
  };
  const forget = () => {
    shown = undefined;
    events.withdrawn();
  };
  const show = (how: How, result: Translation) => {
    shown = { how, result };
    events.translated(result);
    const { engineVersion, translatedAt, untranslated, missing, sentences } = result;
    become({ kind: 'done', ...how, engineVersion, translatedAt, untranslated, missing, sentences: sentences.length });
  };
  const cancel = () => {
    running?.abort();
    running = undefined;
    if (state.kind !== 'running') return;
    forget();
    become({ kind: 'idle' });
  };
  /** Forgets the translation of a text that is no longer shown. */
  const reset = () => {
    cancel();
    if (state.kind === 'idle') return;
    forget();
    become({ kind: 'idle' });
  };
  const start = async (how: How, { markdown, language }: PageReadme, to: string): Promise<void> => {
    running?.abort();
    const current = new AbortController();
    running = current;
    asked = how;
    const { engine } = how;
    become({ kind: 'running', engine, done: 0, total: 0 });
    try {
      const next = await translations.translate(markdown, {
        ...how,
        ...languagesOf(language, to),
        signal: current.signal,
        onProgress: ({ done, total, markdown: soFar }) => {
          if (running !== current) return;
          if (soFar !== undefined) events.translated({ markdown: soFar });
          become({ kind: 'running', engine, done, total });
        },
      });
      if (running !== current) return;
      show(how, next);
      events.done();
    } catch (error) {
      if (running !== current) return;
      forget();
      if (isCanceled(error)) return become({ kind: 'idle' });
      log.warn(`translation with ${engine} failed`, error);
      become({ kind: 'failed', engine, ...toldBy(error), model: error instanceof ModelError });
    } finally {
      if (running === current) running = undefined;
    }
  };
  /** What memory alone makes of a text, with the date of the translation that it holds. */
  const recall = async (
    { translatedAt, ...how }: How & Pick<Translation, 'engineVersion' | 'translatedAt'>,
    { markdown, language }: PageReadme,
    to: string,
  ): Promise<Translation | undefined> => {
    const next = await translations.remembered(markdown, { ...how, ...languagesOf(language, to) });
    return next && { ...next, translatedAt };
  };

  return {
    state: () => state,
    result: () => shown?.result,
    engines: (language: string | undefined, to: string) => translations.engines(languagesOf(language ?? 'und', to)),
    cancel,
    start,
    reset,
    /** Shows what was shown before the window was reloaded, as far as it is remembered. Asks nobody. */
    async restore({ path: _, ...saved }: SavedTranslation, readme: PageReadme, to: string): Promise<void> {
      const next = await recall(saved, readme, to);
      if (next && state.kind === 'idle') show({ engine: saved.engine, codeComments: saved.codeComments }, next);
    },
    /** The text is another than before: shows what is remembered of it, and asks nobody; or translates that one instead. */
    async follow(readme: PageReadme, to: string): Promise<void> {
      const before = shown;
      if (running && asked) return start(asked, readme, to);
      if (!before) return;
      const next = await recall({ ...before.how, ...before.result }, readme, to);
      if (shown !== before) return;
      if (next) show(before.how, next);
      else reset();
    },
    /** What people say of sentences has changed: shows it, unless less would be known than before. Asks nobody. */
    async renew(readme: PageReadme, to: string): Promise<boolean> {
      const before = running ? undefined : shown;
      const next = before && (await recall({ ...before.how, ...before.result }, readme, to));
      if (!next || running || shown !== before || next.missing > before.result.missing) return false;
      show(before.how, next);
      return true;
    },
    /** Asks for better words, which come at once. The engine is asked only for what nobody knows any more. */
    async correct(index: number | null, readme: PageReadme, to: string): Promise<void> {
      if (!shown) return;
      const { how, result } = shown;
      const chosen = index === null ? undefined : result.sentences[index];
      const isNew = await translations.correct(result.sentences, chosen, languagesOf(readme.language, to));
      if (isNew && !(await this.renew(readme, to))) await start(how, readme, to);
    },
    /** Brings the model from files and goes on, or shows where a mirror is set. */
    async bringModel(from: 'file' | 'mirror', engine: string, readme: PageReadme, to: string): Promise<void> {
      if (from === 'mirror') return translations.setMirror();
      const isThere = await translations.installFromFile(languagesOf(readme.language, to));
      if (isThere) await start({ engine, codeComments: false }, readme, to);
    },
  };
}

/** A text that is already in the reader's language, or too short to tell, is translated where it is Chinese. */
function languagesOf(language: string, to: string): { readonly from: string; readonly to: string } {
  const base = (tag: string) => tag.toLowerCase().split('-')[0];
  return { from: language === 'und' || base(language) === base(to) ? 'zh' : language, to };
}
