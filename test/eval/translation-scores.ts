/**
 * Scores for translations, computed as sacreBLEU does: chrF2 (Popović 2015: character n-grams up to 6, recall weighed
 * twice) and BLEU with up to 4 words (Papineni 2002), both over a whole set, from 0 to 100.
 */

export interface Pair {
  readonly hypothesis: string;
  readonly reference: string;
}

export function chrF(pairs: readonly Pair[]): number {
  const beta = 2;
  const scores: number[] = [];
  for (let order = 1; order <= 6; order += 1) {
    const [matches, given, wanted] = totals(pairs, text => [...text.replace(/\s+/g, '')], order);
    if (given === 0 && wanted === 0) continue;
    const precision = given === 0 ? 0 : matches / given;
    const recall = wanted === 0 ? 0 : matches / wanted;
    const weight = beta ** 2 * precision + recall;
    scores.push(weight === 0 ? 0 : ((1 + beta ** 2) * precision * recall) / weight);
  }
  return scores.length === 0 ? 0 : (100 * scores.reduce((sum, score) => sum + score, 0)) / scores.length;
}

export function bleu(pairs: readonly Pair[]): number {
  let logarithms = 0;
  let lengths: readonly [number, number] = [0, 0];
  for (let order = 1; order <= 4; order += 1) {
    const [matches, given, wanted] = totals(pairs, wordsOf, order);
    if (order === 1) lengths = [given, wanted];
    if (given === 0 || matches === 0) return 0;
    logarithms += Math.log(matches / given) / 4;
  }
  const [given, wanted] = lengths;
  return 100 * Math.exp(logarithms) * (given < wanted ? Math.exp(1 - wanted / given) : 1);
}

/** Words and signs apart, close to the `13a` tokenizer. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu) ?? [];
}

/** Matching, given and wanted n-grams of all pairs. */
function totals(
  pairs: readonly Pair[],
  split: (text: string) => readonly string[],
  order: number,
): readonly [number, number, number] {
  let matches = 0;
  let given = 0;
  let wanted = 0;
  for (const { hypothesis, reference } of pairs) {
    const [have, want] = [grams(split(hypothesis), order), grams(split(reference), order)];
    for (const [gram, count] of have) {
      given += count;
      matches += Math.min(count, want.get(gram) ?? 0);
    }
    for (const count of want.values()) wanted += count;
  }
  return [matches, given, wanted];
}

function grams(pieces: readonly string[], order: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let index = 0; index + order <= pieces.length; index += 1) {
    const gram = pieces.slice(index, index + order).join('\u0000');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}
