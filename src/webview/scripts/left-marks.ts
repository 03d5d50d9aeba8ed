import type { ReadmeText } from '../protocol.ts';
import { textOf } from './sentences.ts';

const highlightName = 'gitee-scout-left';

/** Marks what stayed in the original language inside of a translation. Nothing in the document changes for it. */
export function markLeft(container: HTMLElement, left: ReadmeText['left'] = []): void {
  const ranges = left.flatMap(({ block, original }) => {
    const holder = block === undefined ? null : translatedBlock(container, block);
    return holder ? [rangeOf(holder, original)] : [];
  });
  if (ranges.length === 0) CSS.highlights?.delete(highlightName);
  else CSS.highlights?.set(highlightName, new Highlight(...ranges));
}

function translatedBlock(container: HTMLElement, block: number): HTMLElement | null {
  const blocks = container.querySelectorAll<HTMLElement>(`[data-block="${block}"]`);
  return [...blocks].find(each => each.closest('.cell.original') === null) ?? null;
}

/** The sentence, or the whole block where it does not stand there word for word. */
function rangeOf(block: HTMLElement, original: string): Range {
  const text = textOf(block);
  const start = text.value.indexOf(original.replace(/\s+/g, ' ').trim());
  if (start >= 0 && original !== '') return text.range(start, start + original.length);
  const range = document.createRange();
  range.selectNodeContents(block);
  return range;
}
