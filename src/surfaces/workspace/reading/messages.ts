import type { Manifest, Suggestions } from '../../../core/model.ts';
import type { Packed } from './packed.ts';

/** A manifest to read: its text, its bytes, or the file of this machine that holds it. */
export type Source = {
  /** `/`-separated, with the folder's name in front in a multi-root workspace. */
  readonly path: string;
  /** Of the format to read it as, where a setting says so. */
  readonly format?: string | undefined;
} & ({ readonly text: string } | { readonly bytes: Uint8Array } | { readonly file: string; readonly maxBytes: number });

/** A file that was not read. */
export type Failed =
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable'; readonly message: string };

/** What came of a source; a text may be no manifest after all. */
export type Reading = { readonly kind: 'read'; readonly manifest: Manifest | undefined } | Failed;

/** Id and globs of a format. */
export interface FormatNames {
  readonly id: string;
  readonly patterns: readonly string[];
}

/** What the thread is asked. */
export type Question =
  | { readonly kind: 'formats' }
  | { readonly kind: 'read'; readonly sources: readonly Source[] }
  | { readonly kind: 'suggest'; readonly purls: readonly string[] };

/** What it answers; readings and suggestions in the order of the question. */
export type Answer =
  | { readonly kind: 'formats'; readonly formats: readonly FormatNames[] }
  | { readonly kind: 'read'; readonly failures: readonly (Failed | undefined)[]; readonly manifests: Packed }
  | { readonly kind: 'suggest'; readonly suggestions: readonly Suggestions[] }
  | { readonly kind: 'failed'; readonly message: string };

export interface NumberedQuestion {
  readonly id: number;
  readonly question: Question;
}

export interface NumberedAnswer {
  readonly id: number;
  readonly answer: Answer;
}
