import type { TextRange } from '../model.ts';

/** What a protected piece of a passage is; it decides the spaces around it. */
export type Role =
  | 'code'
  | 'address'
  | 'image'
  | 'tag'
  | 'name'
  | 'emoji'
  | 'note'
  | 'character'
  | 'strong'
  | 'emphasis'
  | 'delete'
  | 'link';

/** A piece of a passage. All pieces together are the passage's source, without a gap. */
export type Token =
  /** Words. */
  | { readonly kind: 'text'; readonly range: TextRange }
  /** The end of a line inside a paragraph, with the indentation of the next. */
  | { readonly kind: 'line'; readonly range: TextRange }
  /** A line break that shows; sentences end here. */
  | { readonly kind: 'break'; readonly range: TextRange }
  /** Something that stays as it is, wherever it goes. */
  | { readonly kind: 'void'; readonly range: TextRange; readonly role: Role }
  /** Where something begins that holds words; `pair` is the same at its end. */
  | { readonly kind: 'open'; readonly range: TextRange; readonly role: Role; readonly pair: number }
  /** `write` stands for the source where that would mean something else after translation. */
  | {
      readonly kind: 'close';
      readonly range: TextRange;
      readonly role: Role;
      readonly pair: number;
      readonly write?: string | undefined;
    };

/** Which characters have to be escaped in new words. */
export type Context = 'markdown' | 'table' | 'html' | 'alt' | 'comment';

/** A piece of a README that holds words and can be translated on its own: a paragraph, a heading, a cell. */
export interface Passage {
  readonly range: TextRange;
  readonly context: Context;
  readonly tokens: readonly Token[];
  /** Stands at the beginning of a line, where some characters begin a list or a heading. */
  readonly startsLine: boolean;
  readonly heading: boolean;
}
