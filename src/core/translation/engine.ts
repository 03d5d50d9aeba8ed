import type { Sentence } from '../model.ts';
import { inEnglish, say } from '../sentences/index.ts';
/** A word or name that has to be rendered in a given way. */
export interface Term {
  readonly source: string;
  readonly target: string;
}

export interface TranslationRequest {
  readonly segments: readonly string[];
  /**
   * `text`: plain. `html`: text with `&lt; &gt; &amp;` escaped and well-formed elements, each with an `id` that has to come
   * back exactly once; the content of `<code>` is to be left alone.
   */
  readonly format: 'text' | 'html';
  /** BCP 47 tags. */
  readonly from: string;
  readonly to: string;
  /** Terms that occur in the segments; an engine that can take wishes should follow them. */
  readonly terms?: readonly Term[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface TranslatedSegment {
  /** Position in the request's segments. */
  readonly index: number;
  readonly text: string;
}

/**
 * One way to translate. Answers come one by one as they are ready; an engine leaves out segments that it could not do, and
 * fails with a TranslationError when it can do none. What comes back is checked by the caller, never trusted.
 */
export interface TranslationEngine {
  /** `libretranslate`, `openai`, `deepl`, `bergamot`, `vscode`, or the id of another extension's engine. */
  readonly id: string;
  /** As a person knows it. */
  readonly label: string;
  /** Where the text goes: `this device` or a host name. */
  readonly destination: string;
  /** Changes whenever the same text may come out differently: model, version of the prompt. */
  readonly version: string;
  translate(request: TranslationRequest): AsyncIterable<TranslatedSegment>;
  /** Ends what runs in the background. */
  dispose?(): Promise<void>;
}

export const onThisDevice = 'this device';

export type TranslationErrorKind =
  /** Nobody answered, or not in time. */
  | 'unreachable'
  /** The key is wrong or missing. */
  | 'refused'
  /** All that was paid for is used up. */
  | 'quota'
  /** Too many requests at this time. */
  | 'limited'
  /** Not in this pair of languages. */
  | 'unsupported'
  /** What came back is no answer. */
  | 'bad-answer'
  /** The engine has to be set up first. */
  | 'not-ready'
  | 'canceled';

/** A translation that could not be had. `message` says what happened and what the user can do. */
export class TranslationError extends Error {
  override readonly name = 'TranslationError';
  readonly kind: TranslationErrorKind;

  /** The message for hosts of other languages; absent where it is in the interface's language already. */
  readonly said: Sentence | undefined;

  constructor(kind: TranslationErrorKind, message: string | Sentence, options?: ErrorOptions) {
    super(typeof message === 'string' ? message : inEnglish(message), options);
    this.kind = kind;
    this.said = typeof message === 'string' ? undefined : message;
  }
}

export function canceled(): TranslationError {
  return new TranslationError('canceled', say('The translation was canceled.'));
}
