import type { Page } from 'playwright-core';
import sharp from 'sharp';

/** Pictures of a window, one after the other, each with the time that it is shown. */
export interface Recording {
  /** Keeps the window as it is now, to be shown for so many ms. */
  frame(milliseconds: number): Promise<void>;
  /** Writes all frames as one animated WebP that goes on from the start again. */
  save(file: string): Promise<void>;
}

/** Width of the recording, px: what a README shows. */
const width = 1000;
/** Of 100. Text stays sharp, and half a minute stays below 1.5 MB. */
const quality = 72;

export async function startRecording(page: Page): Promise<Recording> {
  const frames: Buffer[] = [];
  const delays: number[] = [];
  await page.evaluate(showPointer);
  return {
    frame: async milliseconds => {
      const picture = await page.screenshot({ caret: 'initial', animations: 'disabled' });
      frames.push(await sharp(picture).resize({ width }).png().toBuffer());
      delays.push(milliseconds);
    },
    save: async file => {
      await sharp(frames, { join: { animated: true } })
        .webp({ quality, effort: 6, delay: delays, loop: 0, smartSubsample: true })
        .toFile(file);
    },
  };
}

/** As much of the browser as is used below. */
declare const document: {
  createElement(name: string): Element;
  readonly body: { append(element: Element): void };
  addEventListener(
    type: 'mousemove',
    listener: (event: { readonly clientX: number; readonly clientY: number }) => void,
    capture: boolean,
  ): void;
};
interface Element {
  readonly style: { cssText: string; left: string; top: string };
}

/** Runs in the window: a picture of it has no mouse pointer, so a dot goes where the mouse is. */
function showPointer(): void {
  const dot = document.createElement('div');
  dot.style.cssText =
    'position:fixed;left:-99px;top:-99px;width:18px;height:18px;margin:-9px;border-radius:9px;background:#1a73e866;border:2px solid #1a73e8;pointer-events:none;z-index:100000';
  document.body.append(dot);
  document.addEventListener(
    'mousemove',
    ({ clientX, clientY }) => {
      dot.style.left = `${clientX}px`;
      dot.style.top = `${clientY}px`;
    },
    true,
  );
}
