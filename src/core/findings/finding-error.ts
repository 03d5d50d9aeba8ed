/** A finding could not be changed. `message` is a sentence for the user. */
export class FindingError extends Error {
  override readonly name = 'FindingError';
  readonly kind: 'gone' | 'unreadable' | 'taken' | 'no-place';

  constructor(kind: FindingError['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}
