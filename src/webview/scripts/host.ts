import {
  type HostMessage,
  isHostMessage,
  isPageHistory,
  type PageEntry,
  type PageHistory,
  type PageMessage,
  type SavedPage,
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

/** The page that is shown: as it was saved here, if it was this one, else as the host knows it. */
export function entryIn({ entries, at }: PageHistory): PageEntry | undefined {
  const entry = entries[at];
  const saved = api.getState();
  const own = isPageHistory(saved) && saved.at === at ? saved.entries[at] : undefined;
  return JSON.stringify(own?.reference) === JSON.stringify(entry?.reference) ? own : entry;
}

export function save(page: SavedPage): void {
  api.setState(page);
}
