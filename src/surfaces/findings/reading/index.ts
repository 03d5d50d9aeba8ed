import type * as vscode from 'vscode';
import type { PlaceReader } from '../../../core/findings/index.ts';
import type { Log } from '../../../core/ports.ts';
import type { LocalPlace } from './messages.ts';
import type { FindingsThread } from './thread.ts';

/**
 * Reads what lies on this machine in a thread of its own: with thousands of findings that takes half a second. What lies
 * elsewhere only this thread can reach; it also steps in when the other one ends too early.
 */
export function readInThread({
  reading,
  here,
  rootOf,
  log,
}: {
  readonly reading: FindingsThread;
  /** Reads places in this thread. */
  readonly here: PlaceReader;
  readonly rootOf: (place: string) => vscode.Uri | undefined;
  readonly log: Log;
}): PlaceReader {
  return async (places, sink) => {
    const local: LocalPlace[] = [];
    const elsewhere = places.filter(({ id, label }) => {
      const root = rootOf(id);
      if (root?.scheme !== 'file') return true;
      local.push({ id, label, root: root.fsPath });
      return false;
    });
    const readLocal = async () => {
      if (local.length === 0) return;
      try {
        await reading.read(local, sink);
      } catch (error) {
        log.warn('The findings are read again', error);
        await here(
          places.filter(({ id }) => local.some(place => place.id === id)),
          sink,
        );
      }
    };
    await Promise.all([readLocal(), ...(elsewhere.length > 0 ? [here(elsewhere, sink)] : [])]);
  };
}
