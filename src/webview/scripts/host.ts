import {
  type HostMessage,
  isHostMessage,
  isSavedTranslation,
  type PageMessage,
  type ReadmeView,
  type SavedPage,
  type SavedTranslation,
} from '../protocol.ts';

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

export function savedTranslation(): SavedTranslation | undefined {
  const saved = api.getState();
  if (typeof saved !== 'object' || saved === null || !('translation' in saved)) return undefined;
  return isSavedTranslation(saved.translation) ? saved.translation : undefined;
}

export function savedView(): ReadmeView | undefined {
  const saved = api.getState();
  if (typeof saved !== 'object' || saved === null || !('view' in saved)) return undefined;
  const views = ['original', 'translated', 'both'] as const;
  return views.find(view => view === saved.view);
}

export function save(page: SavedPage): void {
  api.setState(page);
}
