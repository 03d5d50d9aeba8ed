/** What a page keeps of itself and of the pages before and after it, in its panel and over a reload of the window. */

import type { Host } from '../core/model.ts';

/** A translation that was shown, as far as it takes to make it again from memory. */
export interface SavedTranslation {
  /** The file of the README. */
  readonly path: string;
  readonly engine: string;
  readonly engineVersion: string;
  /** ISO 8601. */
  readonly translatedAt: string;
  readonly codeComments: boolean;
}

/** Which of the two texts is shown, or both beside each other. */
export type ReadmeView = 'original' | 'translated' | 'both';

/** One page that a panel has shown. */
export interface PageEntry {
  readonly reference: { readonly project: string } | { readonly host: Host; readonly path: string };
  readonly title: string;
  /** Pixels from the top. */
  readonly scroll: number;
  readonly translation?: SavedTranslation | undefined;
  /** The text that the reader chose, where it is not the translation. */
  readonly view?: ReadmeView | undefined;
}

/** The pages that a panel has shown, the oldest first, and which of them it shows. */
export interface PageHistory {
  readonly entries: readonly PageEntry[];
  readonly at: number;
}

/** What the page keeps over a hidden tab and a reload of the window. */
export interface SavedPage extends PageHistory {
  readonly version: 2;
}

/** The history that the host wrote into the document, or that the page saved: the host checks it with a schema. */
export function isPageHistory(value: unknown): value is PageHistory {
  if (typeof value !== 'object' || value === null || !('entries' in value && 'at' in value)) return false;
  return typeof value.at === 'number' && Array.isArray(value.entries) && value.entries.every(isEntry);
}

function isEntry(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'reference' in value && 'title' in value && 'scroll' in value;
}
