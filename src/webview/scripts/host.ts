import { type HostMessage, isHostMessage, type PageMessage, type SavedPage } from '../protocol.ts';

const api = acquireVsCodeApi();

export function send(message: PageMessage): void {
  api.postMessage(message);
}

export function onHostMessage(listener: (message: HostMessage) => void): void {
  window.addEventListener('message', event => {
    if (isHostMessage(event.data)) listener(event.data);
  });
}

/** What the page kept of its last life in this panel. */
export function savedScroll(): number {
  const saved = api.getState();
  if (typeof saved !== 'object' || saved === null || !('scroll' in saved)) return 0;
  return typeof saved.scroll === 'number' ? saved.scroll : 0;
}

export function save(page: SavedPage): void {
  api.setState(page);
}
