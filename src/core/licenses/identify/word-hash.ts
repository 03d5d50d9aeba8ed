/**
 * Of license texts that SPDX does not list, the repository keeps no text but a number for each word: enough to compare
 * with. 32 bits of FNV-1a: with fewer, other words of the vocabulary have the same number.
 */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}

/** Stands in a vocabulary for a word of which only the number is known. */
export function hashedWord(hash: number): string {
  return `#${hash.toString(36)}`;
}
