import type { Page } from 'playwright-core';

/** What became of a note between two moments. */
export interface WatchedAnnotation {
  /** Pictures that the browser drew meanwhile. */
  readonly frames: number;
  /** Those in which the note was not there. */
  readonly missing: number;
  /** Those in which it stood elsewhere in its line, or said something else, than at first. */
  readonly changed: number;
}

/**
 * Watches the note behind the first line that holds `text`, in every picture that the browser draws: what is gone for one
 * picture flickers. Gives a function that ends it.
 */
export async function watchAnnotation(page: Page, text: string): Promise<() => Promise<WatchedAnnotation>> {
  const watch = await page.evaluateHandle(startWatching, text);
  return async () => {
    const seen = await watch.evaluate(({ end }) => end());
    await watch.dispose();
    return seen;
  };
}

interface Drawn {
  readonly textContent: string | null;
  getBoundingClientRect(): { readonly left: number };
  querySelectorAll(selector: string): Iterable<Drawn>;
}
declare function getComputedStyle(element: Drawn, part: string): { readonly content: string };
declare function requestAnimationFrame(then: () => void): void;
declare const document: Drawn;

/** Runs in the browser. */
function startWatching(text: string): { end(): WatchedAnnotation } {
  const look = () => {
    for (const line of document.querySelectorAll('.editor-group-container.active .view-line')) {
      if (!(line.textContent ?? '').replaceAll('\u00a0', ' ').includes(text)) continue;
      for (const span of line.querySelectorAll('span')) {
        const { content } = getComputedStyle(span, '::after');
        if (/^"(.+)"$/s.test(content)) return `${content} at ${Math.round(span.getBoundingClientRect().left)}`;
      }
    }
    return undefined;
  };
  const first = look();
  const seen = { frames: 0, missing: 0, changed: 0 };
  let ended = false;
  const next = () => {
    if (ended) return;
    const now = look();
    seen.frames += 1;
    if (now === undefined) seen.missing += 1;
    else if (now !== first) seen.changed += 1;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  return {
    end: () => {
      ended = true;
      return seen;
    },
  };
}
