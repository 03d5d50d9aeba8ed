import type { TextRange } from '../model.ts';

/** Text to put in place of a range. */
export interface TextChange {
  readonly range: TextRange;
  readonly text: string;
}

/** The text with changes made; they must not overlap. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  return [...changes]
    .sort((left, right) => right.range[0] - left.range[0])
    .reduce((result, { range, text: put }) => result.slice(0, range[0]) + put + result.slice(range[1]), text);
}
