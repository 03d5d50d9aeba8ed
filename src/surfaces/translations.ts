import type * as vscode from 'vscode';
import type { Note, TranslatedSentence, Untranslated } from '../core/translation/index.ts';
import type { EngineChoice } from '../webview/protocol.ts';

/** BCP 47 tags. */
export interface Languages {
  readonly from: string;
  readonly to: string;
}

export interface TranslationRequest extends Languages {
  /** Id of the engine. */
  readonly engine: string;
  /** Also the comments in code blocks. */
  readonly codeComments: boolean;
  readonly signal: AbortSignal;
  /** Called as pieces come; `markdown` is the whole text, with what has been translated so far. */
  readonly onProgress: (progress: {
    readonly done: number;
    readonly total: number;
    readonly markdown?: string | undefined;
  }) => void;
}

/** A translation that was made before. */
export interface RememberedRequest extends Languages {
  readonly engine: string;
  readonly engineVersion: string;
  readonly codeComments: boolean;
}

export interface Translation {
  readonly markdown: string;
  /** Of the engine: what is remembered is known by it. */
  readonly engineVersion: string;
  /** ISO 8601. */
  readonly translatedAt: string;
  /** How many sentences stayed in the original language. */
  readonly untranslated: number;
  /** How many of them the engine could be asked for again: not those that a person reported. */
  readonly missing: number;
  /** Those that stayed, with the block that holds each. */
  readonly left: readonly Pick<Untranslated, 'original' | 'block'>[];
  readonly sentences: readonly TranslatedSentence[];
  /** Remarks on words of the text that a reader from elsewhere may not know. */
  readonly notes: readonly Note[];
}

/** Machine translation as the pages use it. */
export interface Translations {
  /** Engines came or went, or what people said of translations changed. */
  readonly onDidChange: vscode.Event<void>;
  engines(languages: Languages): Promise<readonly EngineChoice[]>;
  /** Rejects with an error whose message is a sentence for the user; see `isCanceled`. */
  translate(markdown: string, request: TranslationRequest): Promise<Translation>;
  /** What the memory alone makes of a text: asks no engine, no network and no person. `undefined` when it knows nothing of it. */
  remembered(markdown: string, request: RememberedRequest): Promise<Translation | undefined>;
  /** Takes the model of the on-device engine from files; true when it is there. */
  installFromFile(languages: Languages): Promise<boolean>;
  /** Shows where a mirror for models is set. */
  setMirror(): PromiseLike<void>;
  /** Asks how to translate. */
  configure(): PromiseLike<void>;
  /** Asks for better words for one of these sentences; true when there is something to show anew. */
  correct(
    sentences: readonly TranslatedSentence[],
    chosen: TranslatedSentence | undefined,
    languages: Languages,
  ): Promise<boolean>;
}

/** The model of the on-device engine could not be downloaded; there are other ways to bring it. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}

/** Whether an error says that the user did not want to go on. */
export function isCanceled(error: unknown): boolean {
  return error instanceof Error && 'kind' in error && error.kind === 'canceled';
}
