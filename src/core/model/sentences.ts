/**
 * A sentence for people: English words with places `{0}`, `{1}`, and what stands in them. A host that speaks another
 * language translates the words; `core/sentences` makes such sentences and puts them into English.
 */
export interface Sentence {
  readonly words: string;
  readonly values: readonly (string | Sentence)[];
}
