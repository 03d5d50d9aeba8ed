import type { ManifestProblem, TextRange } from '../../model.ts';

/**
 * What JSON, YAML and TOML have in common: scalars, lists and maps, each with its place in the text. One shape for the
 * three keeps the formats small.
 */
export type SyntaxNode = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  /** Decoded text; numbers and booleans as written. */
  readonly value: string;
  /** Range of the text inside the quotes. */
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: SyntaxNode[];
  readonly start: number;
  end: number;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: MapEntry[];
  readonly start: number;
  end: number;
}

export interface MapEntry {
  readonly key: ScalarNode;
  /** Absent where the value is still to be typed. */
  value: SyntaxNode | undefined;
}

/** A text read into nodes. `roots` has one node per document (YAML may hold several). */
export interface SyntaxTree {
  readonly roots: readonly SyntaxNode[];
  readonly problems: readonly ManifestProblem[];
}

/** Deeper nesting is no manifest; it is left unread and reported. */
export const deepestNesting = 100;

/** A file that breaks more often than this is not read as it was meant anyway; more sentences help nobody. */
export const mostProblems = 20;

export function rangeOf(node: { readonly start: number; readonly end: number }): TextRange {
  return [node.start, node.end];
}

/** Entries of a map, none for anything else. */
export function entriesOf(node: SyntaxNode | undefined): readonly MapEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

/** Items of a list, none for anything else. */
export function itemsOf(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  return node?.kind === 'list' ? node.items : [];
}

/** The node at a path of keys; of a key written twice the last counts, as in every reader of these formats. */
export function nodeAt(node: SyntaxNode | undefined, ...keys: readonly string[]): SyntaxNode | undefined {
  let current = node;
  for (const key of keys) current = entryOf(current, key)?.value;
  return current;
}

/** The entry of a key; the last one where it is written twice. */
export function entryOf(node: SyntaxNode | undefined, key: string): MapEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  for (let index = node.entries.length - 1; index >= 0; index--) {
    if (node.entries[index]?.key.value === key) return node.entries[index];
  }
  return undefined;
}

export function scalarAt(node: SyntaxNode | undefined, ...keys: readonly string[]): ScalarNode | undefined {
  const found = nodeAt(node, ...keys);
  return found?.kind === 'scalar' ? found : undefined;
}
