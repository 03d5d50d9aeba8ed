import { setImmediate } from 'node:timers/promises';
import type * as vscode from 'vscode';
import { type FindingPlace, lookAtPlaces, type PlaceReader } from '../../../core/findings/index.ts';
import type { Log } from '../../../core/ports.ts';
import type { LocalPlace } from './messages.ts';
import type { FindingsThread } from './thread.ts';

/**
 * Reads what lies on this machine: few findings in this thread, because they are read before another one runs, thousands in
 * a thread of their own, because that takes half a second; the first of them are shown meanwhile. What lies elsewhere only
 * this thread can reach; it also steps in when the other one ends too early.
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
  /** Places that were too much for a look at the last time. */
  const large = new Set<string>();
  const look: PlaceReader = async (places, sink) => {
    const { whole, found, glimpsed } = await lookAtPlaces(places.filter(({ id }) => !large.has(id)));
    for (const saved of found) sink.found(saved);
    sink.glimpsed(glimpsed);
    for (const { id } of places) if (!whole.has(id)) large.add(id);
  };
  return async (places, sink) => {
    const local = new Map<FindingPlace, LocalPlace>();
    for (const place of places) {
      const root = rootOf(place.id);
      if (root?.scheme === 'file') local.set(place, { id: place.id, label: place.label, root: root.fsPath });
    }
    const elsewhere = places.filter(place => !local.has(place));
    const readLocal = async () => {
      await look([...local.keys()], sink);
      const rest = [...local.keys()].filter(({ id }) => large.has(id));
      if (rest.length === 0) return;
      // Whoever waits for the first gets them before a thread takes its time to start.
      await setImmediate();
      try {
        await reading.read(
          rest.flatMap(place => local.get(place) ?? []),
          sink,
        );
      } catch (error) {
        log.warn('The findings are read again', error);
        await here(rest, sink);
      }
    };
    await Promise.all([readLocal(), ...(elsewhere.length > 0 ? [here(elsewhere, sink)] : [])]);
  };
}
