import type { Sentence, Told } from '../model.ts';

/**
 * A sentence of English `words` with places `{0}`, `{1}` for `values`. The words stand literally in the code: the texts
 * to translate are gathered from the calls.
 */
export function say(words: string, ...values: readonly (string | number | Sentence)[]): Sentence {
  return { words, values: values.map(value => (typeof value === 'number' ? String(value) : value)) };
}

/** For the terminal, for files and logs. */
export function inEnglish({ words, values }: Sentence): string {
  return words.replace(/\{(\d+)\}/g, (place, at: string) => {
    const value = values[Number(at)];
    return value === undefined ? place : typeof value === 'string' ? value : inEnglish(value);
  });
}

/** Sentences one after the other, as one. */
export function joined(sentences: readonly Sentence[], between = ' '): Sentence {
  const places = sentences.map((_, at) => `{${at}}`);
  return { words: places.join(between), values: sentences };
}

/** Each sentence once, in the order of their first places. */
export function distinct(sentences: readonly Sentence[]): readonly Sentence[] {
  return [...new Map(sentences.map(sentence => [JSON.stringify(sentence), sentence])).values()];
}

/** A message as it travels with what went wrong: the English text, and the same for a host that speaks other languages. */
export function told(
  words: string,
  ...values: readonly (string | number | Sentence)[]
): { readonly message: string; readonly said: Sentence } {
  return asMessage(say(words, ...values));
}

export function asMessage(said: Sentence): { readonly message: string; readonly said: Sentence } {
  return { message: inEnglish(said), said };
}

/** What an error says, with the sentence for hosts of other languages where it carries one. */
export function toldBy(error: unknown): Told {
  if (!(error instanceof Error)) return { message: String(error) };
  const said = 'said' in error ? error.said : undefined;
  return { message: error.message, ...(isSentence(said) ? { said } : {}) };
}

function isSentence(value: unknown): value is Sentence {
  return typeof value === 'object' && value !== null && 'words' in value && 'values' in value;
}
