/** A segment with its place in the request. */
export interface Numbered {
  readonly index: number;
  readonly text: string;
}

/** Cuts segments into batches of at most so many segments and characters; a longer segment goes alone. */
export function batchesOf(
  segments: readonly string[],
  limits: { readonly segments: number; readonly characters: number },
): readonly (readonly Numbered[])[] {
  const batches: Numbered[][] = [];
  let size = 0;
  for (const [index, text] of segments.entries()) {
    const last = batches.at(-1);
    if (!last || last.length >= limits.segments || size + text.length > limits.characters) {
      batches.push([{ index, text }]);
      size = text.length;
    } else {
      last.push({ index, text });
      size += text.length;
    }
  }
  return batches;
}
