import type { Locator, Page } from 'playwright-core';

/** The box at the top: command palette, Quick Open, and what extensions ask in it. */
export interface QuickInput {
  readonly box: Locator;
  readonly title: Locator;
  /** Opens it by a key, also when the first press is lost while the window still starts. */
  open(key: string): Promise<void>;
  /** `timeout` in ms. */
  type(text: string, timeout?: number): Promise<void>;
  row(text: string | RegExp): Locator;
  rows(): Locator;
  /** The row that Enter takes, once it has all these words; `.` is none. */
  chosen(words: readonly string[]): Locator;
  /** Clicks the entry with this label; `timeout` in ms. */
  choose(label: string, timeout?: number): Promise<void>;
  /** Waits until nothing more is being loaded. */
  idle(): Promise<void>;
  accept(): Promise<void>;
  cancel(): Promise<void>;
}

export function createQuickInput(page: Page): QuickInput {
  const widget = page.locator('.quick-input-widget');
  const box = widget.locator('.quick-input-box input');
  const rows = () => widget.locator('.quick-input-list .monaco-list-row');
  const row = (text: string | RegExp) => rows().filter({ hasText: text }).first();
  return {
    box,
    title: widget.locator('.quick-input-title'),
    open: async key => {
      for (let attempt = 0; attempt < 5; attempt += 1) {
        await page.keyboard.press(key);
        const shown = await box.waitFor({ timeout: 3000 }).then(
          () => true,
          () => false,
        );
        if (shown) return;
      }
      throw new Error(`${key} opened no quick input`);
    },
    type: async (text, timeout = 30_000) => {
      await box.waitFor({ timeout });
      await box.fill(text, { timeout });
    },
    row,
    rows,
    chosen: words =>
      words
        .filter(word => word !== '.')
        .reduce(
          (found, word) => found.filter({ hasText: word }),
          widget.locator('.quick-input-list .monaco-list-row.focused'),
        ),
    choose: async (label, timeout = 30_000) => {
      await row(label).locator('.label-name', { hasText: label }).first().click({ timeout });
    },
    idle: () => widget.locator('.monaco-progress-container.active').waitFor({ state: 'hidden' }),
    accept: () => page.keyboard.press('Enter'),
    cancel: async () => {
      // The first press may close nothing but a tooltip of what lies under the mouse.
      for (let attempt = 0; attempt < 5; attempt += 1) {
        await page.keyboard.press('Escape');
        const gone = await box.waitFor({ state: 'hidden', timeout: 1000 }).then(
          () => true,
          () => false,
        );
        if (gone) return;
      }
      throw new Error('Escape closes no quick input');
    },
  };
}
