import type { Locator, Page } from 'playwright-core';

/** A note that stands behind a line without being part of its text. */
export interface Annotation {
  readonly line: string;
  readonly text: string;
}

/** The text editor that is active. */
export interface Editor {
  /** All notes behind lines that are drawn, from top to bottom. */
  annotations(): Promise<readonly Annotation[]>;
  /** Waits until a note (one that says `words`) stands behind the first line that holds `text`, and gives the note. */
  annotationBehind(text: string, words?: RegExp): Promise<string>;
  /** Waits until no note stands behind the line that holds `text`. */
  noAnnotationBehind(text: string): Promise<void>;
  /** Waits until no note is left. */
  noAnnotations(): Promise<void>;
  /** Puts the mouse on the first place where `text` stands, until a hover says `words`; gives the hover. */
  hover(text: string, words: string): Promise<Locator>;
  codeLenses(): Locator;
  /** The line with this text. */
  line(text: string): Locator;
  /** Places the cursor behind `text`. */
  clickBehind(text: string): Promise<void>;
}

export function createEditor(page: Page): Editor {
  const editor = page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  const line = (text: string) => editor.locator('.view-line', { hasText: text }).first();
  const annotations = () => editor.locator('.view-line').evaluateAll(annotationsOfLines);
  const point = async (text: string) => {
    const place = await line(text).evaluate(placeOfText, text);
    if (!place) throw new Error(`"${text}" is not drawn in the editor`);
    return place;
  };
  return {
    annotations,
    annotationBehind: async (text, words = /./) => {
      await line(text).waitFor();
      return until(page, `no note came behind "${text}"`, async () => {
        return (await annotations()).find(note => note.line.includes(text) && words.test(note.text))?.text;
      });
    },
    noAnnotationBehind: async text => {
      await line(text).waitFor();
      await until(page, `a note stayed behind "${text}"`, async () => {
        return (await annotations()).some(annotation => annotation.line.includes(text)) ? undefined : true;
      });
    },
    noAnnotations: async () => {
      await until(page, 'a note stayed', async () => ((await annotations()).length === 0 ? true : undefined));
    },
    hover: async (text, words) => {
      await line(text).waitFor();
      const hover = page.locator('.monaco-resizable-hover .monaco-hover-content', { hasText: words }).first();
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const { x, y } = await point(text);
        // From elsewhere, so that the mouse is seen to move.
        await page.mouse.move(x + 40, y + 60);
        await page.mouse.move(x, y, { steps: 4 });
        const shown = await hover.waitFor({ timeout: 6000 }).then(
          () => true,
          () => false,
        );
        if (shown) return hover;
      }
      throw new Error(`no hover over "${text}" says "${words}"`);
    },
    codeLenses: () => editor.locator('.codelens-decoration'),
    line,
    clickBehind: async text => {
      // A line above that is drawn late (a lens of another extension) moves the text away under the mouse.
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const { x, y, width } = await point(text);
        await page.mouse.click(x + width / 2, y);
        // Longer than the time in which a second click would be a double click.
        await page.waitForTimeout(attempt === 0 ? 100 : 700);
        const cursor = await editor.locator('.cursors-layer .cursor').first().boundingBox();
        const { y: now } = await point(text);
        if (cursor && cursor.y <= now && now <= cursor.y + cursor.height) return;
        await page.waitForTimeout(700);
      }
      throw new Error(`the cursor did not come behind "${text}"`);
    },
  };
}

/** Looks again with every picture that the browser draws, until there is something. */
async function until<T>(page: Page, otherwise: string, look: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`${otherwise} within 30 s`);
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(resolve)));
  }
}

/** As much of the browser as is used below. The tests are checked without its types, so that none slips into the core. */
interface Drawn {
  readonly textContent: string | null;
  getBoundingClientRect(): {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  querySelectorAll(selector: string): Iterable<Drawn>;
}
interface DrawnRange extends Pick<Drawn, 'getBoundingClientRect'> {
  setStart(node: Drawn, at: number): void;
  setEnd(node: Drawn, at: number): void;
}
declare function getComputedStyle(element: Drawn, part: string): { readonly content: string };
declare function requestAnimationFrame(then: (time: number) => void): void;
declare const document: {
  createTreeWalker(top: Drawn, kinds: number): { nextNode(): Drawn | null };
  createRange(): DrawnRange;
};

/** Runs in the browser: what a decoration puts behind a line is drawn by a style, so it is no part of the text. */
function annotationsOfLines(lines: readonly Drawn[]): Annotation[] {
  const sorted = [...lines].sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  return sorted.flatMap(line =>
    [...line.querySelectorAll('span')].flatMap(span => {
      const text = /^"(.*)"$/s.exec(getComputedStyle(span, '::after').content)?.[1];
      if (text === undefined || text === '') return [];
      return [{ line: (line.textContent ?? '').replaceAll('\u00a0', ' '), text: text.replaceAll('\u00a0', ' ') }];
    }),
  );
}

/** Runs in the browser: the middle of a text in a line, and its width. */
function placeOfText(line: Drawn, text: string): { x: number; y: number; width: number } | null {
  const texts = 4;
  const walker = document.createTreeWalker(line, texts);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(text);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + text.length);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2, width };
  }
  return null;
}
