import type { Sentence } from '../model.ts';
import { inEnglish } from '../sentences/index.ts';

/** A finding could not be changed. `message` is a sentence for the user. */
export class FindingError extends Error {
  override readonly name = 'FindingError';
  readonly kind: 'gone' | 'unreadable' | 'taken' | 'no-place' | 'not-written' | 'unsaved';

  /** The message for hosts of other languages; absent where it is in the interface's language already. */
  readonly said: Sentence | undefined;

  constructor(kind: FindingError['kind'], message: string | Sentence, options?: ErrorOptions) {
    super(typeof message === 'string' ? message : inEnglish(message), options);
    this.kind = kind;
    this.said = typeof message === 'string' ? undefined : message;
  }
}
