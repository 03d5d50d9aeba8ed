import type { PageSentence } from '../protocol.ts';

export interface FoundSentence {
  readonly sentence: PageSentence;
  /** In the list. */
  readonly index: number;
  readonly range: Range;
}

/** Elements that hold a whole sentence, where a project wrote HTML and blocks carry no numbers. */
const holders = 'p, li, td, th, h1, h2, h3, h4, h5, h6, dd, dt, summary, figcaption, caption, div, center';

/** The sentence of a translation under a point of the window. */
export function sentenceAt(
  container: HTMLElement,
  sentences: readonly PageSentence[],
  { x, y }: { readonly x: number; readonly y: number },
): FoundSentence | undefined {
  const caret = document.caretPositionFromPoint(x, y);
  const node = caret?.offsetNode;
  const from = node instanceof Element ? node : node?.parentElement;
  if (!caret || !node || !from || !container.contains(from) || from.closest('.cell.original')) return undefined;
  const numbered = from.closest<HTMLElement>('[data-block]');
  const block = numbered ?? from.closest<HTMLElement>(holders);
  if (!block || !isUnder(from, x, y)) return undefined;
  const number = numbered ? Number(numbered.dataset.block) : undefined;
  const candidates = sentences.flatMap((sentence, index) =>
    sentence.words.length > 0 && sentence.block === number ? [{ sentence, index }] : [],
  );
  const text = textOf(block);
  const at = text.offsetOf(node, caret.offset);
  let end = 0;
  let found: FoundSentence | undefined;
  for (const { sentence, index } of candidates) {
    const place = placeOf(text.value, sentence.words, end);
    if (!place) continue;
    if (place.start > at) break;
    found = { sentence, index, range: text.range(place.start, place.end) };
    end = place.end;
    if (place.end >= at) break;
  }
  return found;
}

/** The nearest caret may be far away: only what the mouse really touches counts. */
function isUnder(element: Element, x: number, y: number): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** Where words stand, one after the other; what is between them is code, names and spaces. */
function placeOf(text: string, words: readonly string[], from: number): { start: number; end: number } | undefined {
  let start = -1;
  let end = from;
  for (const part of words.map(each => each.replace(/\s+/g, ' ').trim()).filter(each => each !== '')) {
    const at = text.indexOf(part, end);
    if (at < 0) return undefined;
    if (start < 0) start = at;
    end = at + part.length;
  }
  return start < 0 ? undefined : { start, end };
}

/** The text of a block with single spaces, and the way from its offsets to the nodes and back. */
export function textOf(block: HTMLElement) {
  const places: { readonly node: Node; readonly offset: number }[] = [];
  let value = '';
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    for (let offset = 0; offset < text.length; offset += 1) {
      const isSpace = /\s/.test(text.charAt(offset));
      if (isSpace && value.endsWith(' ')) continue;
      value += isSpace ? ' ' : text.charAt(offset);
      places.push({ node, offset });
    }
  }
  return {
    value,
    offsetOf: (node: Node, offset: number): number => {
      const at = places.findIndex(place => place.node === node && place.offset >= offset);
      return at < 0 ? value.length : at;
    },
    range: (start: number, end: number): Range => {
      const range = document.createRange();
      const [first, last] = [places[start], places[end - 1]];
      if (first) range.setStart(first.node, first.offset);
      if (last) range.setEnd(last.node, last.offset + 1);
      return range;
    },
  };
}
