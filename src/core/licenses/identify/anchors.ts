/** Words in a row that fix where a license stands in a text. */
export const anchorLength = 4;

/** A number for each row of words of that length; different rows may share one, rarely. */
export function anchorHashes(words: Uint16Array): Int32Array {
  const hashes = new Int32Array(Math.max(0, words.length - anchorLength + 1));
  for (let at = 0; at < hashes.length; at += 1) {
    let hash = 0;
    for (let index = at; index < at + anchorLength; index += 1)
      hash = Math.imul(hash ^ (words[index] ?? 0), 0x01000193) ^ (hash >>> 15);
    // Small integers make fast keys.
    hashes[at] = hash >> 2;
  }
  return hashes;
}

/** Where the rows of words stand that occur once in a license; -1 for those that occur more often. */
export function uniqueAnchors(license: Uint16Array): ReadonlyMap<number, number> {
  const unique = new Map<number, number>();
  for (const [of, hash] of anchorHashes(license).entries()) unique.set(hash, unique.has(hash) ? -1 : of);
  return unique;
}
