import type * as vscode from 'vscode';
import { answersFor, type Entries } from './entries.ts';
import type { FoundManifest } from './find-manifests.ts';
import type { Knowledge } from './knowledge.ts';
import { readManifests } from './read-manifests.ts';

/** Files that are read together. */
const readsAtOnce = 16;
/** So many of those at the same time: while one is put in its place here, the next is read. */
const readsAhead = 3;

/** Reads manifests and what they take in. Says whether other manifests may now mean something else. */
export async function readAll(
  entries: Entries,
  found: readonly FoundManifest[],
  knowledge: Knowledge,
  token?: vscode.CancellationToken,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<boolean> {
  const total = found.length;
  let next = 0;
  let done = 0;
  let othersToo = false;
  const readOn = async () => {
    while (next < total && !token?.isCancellationRequested) {
      const chunk = found.slice(next, next + readsAtOnce);
      next += chunk.length;
      const changed = await readSome(entries, chunk, knowledge, token);
      othersToo ||= changed;
      // Whoever stopped it has been told of the end.
      if (token?.isCancellationRequested) return;
      done += chunk.length;
      onProgress(done, total);
    }
  };
  await Promise.all(Array.from({ length: readsAhead }, readOn));
  return othersToo;
}

async function readSome(
  entries: Entries,
  found: readonly FoundManifest[],
  knowledge: Knowledge,
  token: vscode.CancellationToken | undefined,
): Promise<boolean> {
  const readings = await readManifests(found, knowledge, uri => entries.preferencesOf(uri).maxBytes);
  const answers = await answersFor(readings, knowledge);
  let othersToo = false;
  for (const [position, reading] of readings.entries()) {
    const manifest = found[position];
    if (token?.isCancellationRequested || !manifest) return othersToo;
    othersToo = entries.put({ ...manifest, reading }, answers, knowledge) || othersToo;
  }
  const included = entries.unreadInclusions(found);
  return included.length > 0 ? (await readSome(entries, included, knowledge, token)) || othersToo : othersToo;
}
