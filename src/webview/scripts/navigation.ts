import { send } from './host.ts';

/** Numbers of a mouse's buttons for back and forward, as the browser counts them. */
const sideButtons: Readonly<Record<number, -1 | 1>> = { 3: -1, 4: 1 };

/**
 * Back and forward with the buttons at the side of a mouse. Keys and the buttons in the tab's title bar are the editor's;
 * here they are only kept from the browser around a web editor, which would leave it.
 */
export function turnPages(): void {
  window.addEventListener('mousedown', event => {
    if (sideButtons[event.button] !== undefined) event.preventDefault();
  });
  window.addEventListener('mouseup', event => {
    const by = sideButtons[event.button];
    if (by === undefined) return;
    event.preventDefault();
    send({ kind: 'go', by });
  });
  window.addEventListener('keydown', event => {
    if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) event.preventDefault();
  });
}

/** How long the reader rests before the host is told where; ms. */
const rest = 200;

/**
 * Keeps where the reader is: for the next life of the page in each frame, and for the host, which remembers it for pages to
 * come back to, when the reader rests or does something.
 */
export function followScroll(keep: () => void): void {
  let framed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    clearTimeout(timer);
    timer = undefined;
    send({ kind: 'scrolled', scroll: window.scrollY });
  };
  window.addEventListener('scroll', () => {
    if (!framed) {
      framed = true;
      requestAnimationFrame(() => {
        framed = false;
        keep();
      });
    }
    clearTimeout(timer);
    timer = setTimeout(tell, rest);
  });
  for (const action of ['pointerdown', 'keydown']) {
    window.addEventListener(action, () => timer !== undefined && tell(), { capture: true });
  }
}
