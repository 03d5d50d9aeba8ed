import type { Numbered } from '../batches.ts';

/** UTF-16 units, marks included. The engine takes seconds for more, and cannot be stopped inside of a sentence. */
const longest = 900;
/** Of all sentences that go together; a cancel is heard after them. */
const longestTogether = 900;
const mostTogether = 8;
/**
 * Together takes less time only for sentences of about one length: the engine goes on with all until the longest is done.
 * Measured with `test/bench/translation.ts`: eight of any lengths take a tenth more processor time than one by one.
 */
const alike = 1.25;
/** The first paragraph must not wait for others. */
const alone = 3;

/**
 * The sentences that go to the engine together, each with its place, from the top of the text down. What the engine cannot
 * bear is left out.
 */
export function requestsOf(segments: readonly string[]): readonly (readonly Numbered[])[] {
  const sentences = segments.map((text, index) => ({ index, text })).filter(({ text }) => text.length <= longest);
  const first = sentences.slice(0, alone).map(sentence => [sentence]);
  const requests: Numbered[][] = [];
  let size = 0;
  for (const sentence of sentences.slice(alone).sort((one, other) => one.text.length - other.text.length)) {
    const last = requests.at(-1);
    const shortest = last?.[0]?.text.length ?? 0;
    const { length } = sentence.text;
    if (last && last.length < mostTogether && length <= shortest * alike && size + length <= longestTogether) {
      last.push(sentence);
      size += length;
    } else {
      requests.push([sentence]);
      size = length;
    }
  }
  return [...first, ...requests.sort((one, other) => topOf(one) - topOf(other))];
}

function topOf(request: readonly Numbered[]): number {
  return Math.min(...request.map(({ index }) => index));
}
