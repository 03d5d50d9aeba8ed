/** What the engine and its worker say to each other. */

export interface WorkerStart {
  /** The script that the compiler of the engine made to go with its code. */
  readonly glue: string;
  readonly wasm: Uint8Array;
  /** One, or two that translate one after the other. */
  readonly models: readonly WorkerModel[];
}

/** Paths of a model's files. */
export interface WorkerModel {
  readonly model: string;
  readonly vocabulary: string;
  /** Where the languages do not share one. */
  readonly targetVocabulary: string | undefined;
  readonly lexicon: string | undefined;
}

export interface WorkerRequest {
  readonly id: number;
  /** Sentences that are translated together. */
  readonly texts: readonly string[];
  readonly html: boolean;
}

export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'translated'; readonly id: number; readonly texts: readonly string[] }
  /** The engine is in no state to go on; the worker ends. */
  | { readonly kind: 'fatal'; readonly id: number | undefined; readonly message: string };
