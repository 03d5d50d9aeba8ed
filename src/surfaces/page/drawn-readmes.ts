import { LRUCache } from 'lru-cache';
import type { MeasureReadme, RenderReadme } from './readme-texts.ts';

/** UTF-16 units of text and HTML that are kept: some twenty long READMEs. */
const most = 4_000_000;

/**
 * Keeps what was drawn and measured last: whoever goes back and forth between pages, or opens one again, gets it without
 * waiting for the parser.
 */
export function keepDrawn(
  render: RenderReadme,
  measure: MeasureReadme,
): { render: RenderReadme; measure: MeasureReadme } {
  const drawn = new LRUCache<string, Awaited<ReturnType<RenderReadme>>>({
    maxSize: most,
    sizeCalculation: ({ html }, key) => html.length + key.length,
  });
  const measured = new LRUCache<string, Awaited<ReturnType<MeasureReadme>>>({
    maxSize: most,
    sizeCalculation: (_, key) => Math.max(1, key.length),
  });
  return {
    async render(markdown, options) {
      const key = JSON.stringify([options, markdown]);
      const known = drawn.get(key);
      if (known) return known;
      const fresh = await render(markdown, options);
      drawn.set(key, fresh);
      return fresh;
    },
    async measure(markdown) {
      const known = measured.get(markdown);
      if (known) return known;
      const fresh = await measure(markdown);
      measured.set(markdown, fresh);
      return fresh;
    },
  };
}
