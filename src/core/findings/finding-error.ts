/** A finding could not be changed. `message` is a sentence for the user. */
export class FindingError extends Error {
  override readonly name = 'FindingError';
  readonly kind: 'gone' | 'unreadable' | 'taken' | 'no-place' | 'not-written' | 'unsaved';

  constructor(kind: FindingError['kind'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
