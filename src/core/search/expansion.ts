import type { Capability } from '../model.ts';
import { type Term, terms } from './terms.ts';
import { hasHan, latinWords } from './words.ts';

/** What a query becomes for a host whose projects describe themselves in Chinese. */
export interface Expansion {
  /** Chinese terms that stand for parts of the query, the most specific first; at most three. */
  readonly terms: readonly string[];
  /** The query to send as well: what is left of the original and the Chinese terms for the rest. */
  readonly query: string | undefined;
}

const none: Expansion = { terms: [], query: undefined };
const mostTerms = 3;

/** Makes the function that finds Chinese terms for a query, from the capabilities' terms and our own list. */
export function createExpander(capabilities: readonly Capability[]): (query: string) => Expansion {
  const phrases = phraseTable(capabilities);
  const longest = Math.max(1, ...[...phrases.keys()].map(phrase => phrase.split(' ').length));

  /** As written, else its last word without the English plural. */
  const termOf = (phrase: string) => phrases.get(phrase) ?? phrases.get(phrase.replace(/(?<=[a-z]{2})s$/, ''));

  return query => {
    // Who types Chinese knows the term.
    if (hasHan(query)) return none;
    const words = latinWords(query);
    const found: string[] = [];
    const rest: string[] = [];
    for (let index = 0; index < words.length; ) {
      const length = longestPhraseAt(words, index, longest, termOf);
      const zh = termOf(words.slice(index, index + length).join(' '));
      if (zh && found.length < mostTerms) found.push(zh);
      else rest.push(...words.slice(index, index + Math.max(length, 1)));
      index += Math.max(length, 1);
    }
    const unique = [...new Set(found)];
    if (unique.length === 0) return none;
    return { terms: unique, query: [...rest.filter(word => !fillers.has(word)), ...unique].join(' ') };
  };
}

const fillers = new Set([
  'a',
  'an',
  'the',
  'for',
  'of',
  'and',
  'or',
  'in',
  'with',
  'to',
  'library',
  'framework',
  'tool',
  'open',
  'source',
  'fur',
  'und',
  'der',
  'die',
  'das',
  'de',
  'la',
  'le',
  'les',
  'pour',
  'et',
  'un',
  'une',
  'ein',
  'eine',
]);

function longestPhraseAt(
  words: readonly string[],
  start: number,
  longest: number,
  termOf: (phrase: string) => string | undefined,
): number {
  for (let length = Math.min(longest, words.length - start); length > 0; length -= 1) {
    if (termOf(words.slice(start, start + length).join(' ')) !== undefined) return length;
  }
  return 0;
}

/** Own terms win over labels: they were chosen for searching. */
function phraseTable(capabilities: readonly Capability[]): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  const add = (phrase: string, zh: string | undefined) => {
    const key = latinWords(phrase).join(' ');
    if (zh && key !== '' && !table.has(key)) table.set(key, zh);
  };
  for (const { zh, phrases } of terms satisfies readonly Term[]) for (const phrase of phrases) add(phrase, zh);
  for (const { id, label, zh } of capabilities) {
    for (const part of [label, id, ...label.split(/\s*(?:\/|\(|\)|,)\s*/)]) add(part, zh[0]);
  }
  return table;
}
