/**
 * Small differences from the text on the SPDX list that change nothing, as words removed and words put in their place;
 * `*` for any text of at most three words. Gathered from license files of published packages; every entry was read.
 */
const pairs: readonly (readonly [removed: string, added: string])[] = [
  ['', 'including the next paragraph'],
  ['including the next paragraph', ''],
];

const exact = new Map<string, Set<string>>();
for (const [removed, added] of pairs) exact.set(removed, (exact.get(removed) ?? new Set()).add(added));

/** May the license have `added` where its standard text has `removed`? Both in normal words, joined by blanks. */
export function isTolerated(removed: string, added: string): boolean {
  if (removed === '' && added === '') return true;
  return exact.get(removed)?.has(added) ?? false;
}
