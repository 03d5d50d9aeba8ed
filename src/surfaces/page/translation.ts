import type { Log } from '../../core/ports.ts';
import type { PageReadme } from '../../core/projects/index.ts';
import type { EngineChoice, TranslationState } from '../../webview/protocol.ts';

export interface TranslationRequest {
  /** Id of the engine. */
  readonly engine: string;
  readonly from: string;
  readonly to: string;
  readonly signal: AbortSignal;
  /** Called as pieces come; `markdown` is the whole text, with what has been translated so far. */
  readonly onProgress: (progress: {
    readonly done: number;
    readonly total: number;
    readonly markdown?: string | undefined;
  }) => void;
}

export interface Translation {
  readonly markdown: string;
  /** ISO 8601. */
  readonly translatedAt: string;
  /** How many pieces stayed in the original language. */
  readonly untranslated: number;
}

export interface Translating {
  readonly engines: () => Promise<readonly EngineChoice[]>;
  /** Rejects with an error whose message is a sentence for the user. */
  readonly translate: (markdown: string, request: TranslationRequest) => Promise<Translation>;
  readonly log: Log;
}

/** Machine translation for one page: one at a time, canceled when another begins. */
export function createTranslation(
  { engines, translate, log }: Translating,
  events: { changed(): void; translated(markdown: string | undefined): void; done(): void },
) {
  let state: TranslationState = { kind: 'idle' };
  let running: AbortController | undefined;

  const become = (next: TranslationState) => {
    state = next;
    events.changed();
  };
  const cancel = () => {
    running?.abort();
    running = undefined;
    if (state.kind !== 'running') return;
    events.translated(undefined);
    become({ kind: 'idle' });
  };

  return {
    engines,
    state: () => state,
    cancel,
    async start(engine: string, { markdown, language }: PageReadme, to: string): Promise<void> {
      cancel();
      const current = new AbortController();
      running = current;
      become({ kind: 'running', engine, done: 0, total: 0 });
      try {
        const result = await translate(markdown, {
          engine,
          from: language,
          to,
          signal: current.signal,
          onProgress: ({ done, total, markdown: soFar }) => {
            if (running !== current) return;
            if (soFar !== undefined) events.translated(soFar);
            become({ kind: 'running', engine, done, total });
          },
        });
        if (running !== current) return;
        const { translatedAt, untranslated } = result;
        events.translated(result.markdown);
        become({ kind: 'done', engine, translatedAt, untranslated });
        events.done();
      } catch (error) {
        if (running !== current) return;
        log.warn(`translation with ${engine} failed`, error);
        events.translated(undefined);
        become({ kind: 'failed', engine, message: error instanceof Error ? error.message : String(error) });
      } finally {
        if (running === current) running = undefined;
      }
    },
  };
}
