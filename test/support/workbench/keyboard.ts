import type { Page } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** Somebody who has no mouse. */
export interface Keyboard {
  press(...keys: readonly string[]): Promise<void>;
  /** Presses a key again and again until what has the focus says `words`. */
  pressUntilFocused(key: string, words: RegExp): Promise<void>;
  /** Presses a key again and again until the chosen row of the list that has the focus says `words`. */
  pressUntilChosen(key: string, words: RegExp): Promise<void>;
  /** Runs a command by the command palette. */
  run(title: string): Promise<void>;
}

/** A person finds what she looks for within this many presses, or gives up. */
const patience = 60;

export function createKeyboard({ page, quickInput }: Workbench): Keyboard {
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const pressUntil = async (key: string, words: RegExp, look: () => Promise<string>) => {
    const seen: string[] = [];
    for (let presses = 0; presses < patience; presses += 1) {
      const now = await look();
      if (words.test(now)) return;
      seen.push(now.slice(0, 40));
      await page.keyboard.press(key);
      // What the key does shows in the next picture at the earliest.
      await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    }
    throw new Error(`${key} did not come to ${words}; saw ${[...new Set(seen)].join(' | ')}`);
  };
  return {
    press,
    pressUntilFocused: (key, words) => pressUntil(key, words, () => focusedText(page)),
    pressUntilChosen: (key, words) => pressUntil(key, words, () => page.evaluate(chosenRow)),
    run: async title => {
      for (let attempt = 0; attempt < 5; attempt += 1) {
        await quickInput.open('F1');
        await page.keyboard.insertText(title);
        const known = await quickInput
          .row(title)
          .waitFor({ timeout: 5000 })
          .then(
            () => true,
            () => false,
          );
        if (known) break;
        await press('Escape');
      }
      await press('Enter');
    },
  };
}

/** Name of what has the focus, also inside webviews. */
async function focusedText(page: Page): Promise<string> {
  const outside = await page.evaluate(focusedHere);
  if (outside !== undefined) return outside;
  for (const frame of page.frames().slice(1)) {
    // A frame may go while it is asked.
    const inside = await frame.evaluate(focusedHere).catch(() => undefined);
    if (inside !== undefined && inside !== '') return inside;
  }
  return '';
}

interface Focusable {
  readonly tagName: string;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}
declare const document: {
  readonly activeElement: Focusable | null;
  querySelector(selector: string): Focusable | null;
};
declare function requestAnimationFrame(then: (time: number) => void): void;

/** Runs in the browser; `undefined` where a frame inside has the focus. */
function focusedHere(): string | undefined {
  const focused = document.activeElement;
  if (focused?.tagName === 'IFRAME') return undefined;
  if (!focused || focused.tagName === 'BODY') return '';
  return `${focused.getAttribute('aria-label') ?? ''} ${focused.textContent ?? ''}`.trim();
}

/** Runs in the browser. */
function chosenRow(): string {
  const list =
    document.querySelector('.quick-input-widget:not([style*="display: none"]) .monaco-list-row.focused') ??
    document.querySelector('.action-widget .monaco-list-row.focused') ??
    document.querySelector('.part.sidebar .monaco-list.element-focused .monaco-list-row.focused');
  return list?.textContent ?? '';
}
