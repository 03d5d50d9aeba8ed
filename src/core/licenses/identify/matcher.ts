import { uniqueAnchors } from './anchors.ts';
import type { LicenseIndex, Template } from './index-file.ts';
import { hashedWord, hashWord } from './word-hash.ts';
import type { Word } from './words.ts';

/** A word that stands in no license text. */
const unknownWord = 0xffff;

export interface Candidate {
  readonly template: Template;
  /** Which part of the template's different word pairs stands in the text, 0 to 1. */
  readonly containment: number;
}

/** Finds license texts that may be in a text. */
export interface Matcher {
  numbersOf(words: readonly Word[]): Uint16Array;
  /** The templates that share most with the text, best first. */
  candidates(numbers: Uint16Array): readonly Candidate[];
  /** The rows of words that fix the template in a text, made once. */
  anchorsOf(template: Template): ReadonlyMap<number, number>;
}

/** A template of which less is in the text is not worth a comparison. */
const leastContainment = 0.45;
const mostCandidates = 24;
/** Short texts beside a long one of many versions: they are looked at where nearly all of them is there. */
const mostWhole = 80;
const isWhole = 0.93;

/** Prepares the search: an index from word pairs to the templates that hold them. */
export function openMatcher({ vocabulary, templates }: LicenseIndex): Matcher {
  const numbers = new Map(vocabulary.map((word, index) => [word, index]));
  // Title and appendix may be missing: they say nothing of whether a license is there.
  const pairs = templates.map(({ words, bodyStart, bodyEnd }) => distinctPairs(words.subarray(bodyStart, bodyEnd)));
  const { starts, owners, positions } = invert(pairs);

  const anchors = new Map<Template, ReadonlyMap<number, number>>();

  return {
    anchorsOf(template) {
      const known = anchors.get(template) ?? uniqueAnchors(template.words);
      anchors.set(template, known);
      return known;
    },
    numbersOf: words =>
      Uint16Array.from(
        words,
        ({ text }) => numbers.get(text) ?? numbers.get(hashedWord(hashWord(text))) ?? unknownWord,
      ),
    candidates(text) {
      const shared = new Uint32Array(templates.length);
      for (const pair of distinctPairs(text)) {
        const position = positions.get(pair);
        if (position === undefined) continue;
        const end = starts[position + 1] ?? 0;
        for (let index = starts[position] ?? 0; index < end; index += 1) {
          const owner = owners[index] ?? 0;
          shared[owner] = (shared[owner] ?? 0) + 1;
        }
      }
      return templates
        .map((template, index) => ({
          template,
          containment: (shared[index] ?? 0) / Math.max(1, pairs[index]?.size ?? 1),
          shared: shared[index] ?? 0,
        }))
        .filter(({ containment }) => containment >= leastContainment)
        .sort((one, other) => promise(other) - promise(one))
        .filter(({ containment }, index) => index < mostCandidates || (index < mostWhole && containment > isWhole));
    },
  };
}

/** Longer texts first, and before them what is there as a whole. */
function promise({ containment, shared }: { readonly containment: number; readonly shared: number }): number {
  return containment * shared * (containment > 0.96 ? 2 : 1);
}

function distinctPairs(words: Uint16Array): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (let index = 1; index < words.length; index += 1) {
    const [one, other] = [words[index - 1] ?? unknownWord, words[index] ?? unknownWord];
    if (one !== unknownWord && other !== unknownWord) pairs.add(one * 0x10000 + other);
  }
  return pairs;
}

/** Lists, for each pair, the templates that hold it, all in one array. */
function invert(pairs: readonly ReadonlySet<number>[]) {
  const positions = new Map<number, number>();
  const counts: number[] = [];
  for (const set of pairs) {
    for (const pair of set) {
      const position = positions.get(pair) ?? positions.size;
      positions.set(pair, position);
      counts[position] = (counts[position] ?? 0) + 1;
    }
  }
  const starts = new Uint32Array(counts.length + 1);
  for (const [position, count] of counts.entries()) starts[position + 1] = (starts[position] ?? 0) + count;
  const next = starts.slice();
  const owners = new Uint16Array(starts[counts.length] ?? 0);
  for (const [owner, set] of pairs.entries()) {
    for (const pair of set) {
      const position = positions.get(pair) ?? 0;
      const at = next[position] ?? 0;
      owners[at] = owner;
      next[position] = at + 1;
    }
  }
  return { starts, owners, positions };
}
