import * as vscode from 'vscode';
import type { WorkspaceManifest } from '../../core/manifests/index.ts';
import type { Manifest } from '../../core/model.ts';
import type { IndexedManifest, SkippedManifest } from '../manifest-index.ts';
import { assess, type Knowledge } from './knowledge.ts';
import type { Preferences } from './preferences.ts';
import type { ReadText } from './read-text.ts';
import { createSlices } from './slices.ts';

/** A manifest with the text that it was read from, which references between manifests need. */
export interface Entry {
  readonly source: WorkspaceManifest;
  /** What the source says once references are followed, where that is something else. */
  readonly resolved?: Manifest | undefined;
  readonly indexed: IndexedManifest;
}

/** `undefined` when the file has no text for us or the text is no manifest after all. */
export function readEntry(
  uri: vscode.Uri,
  read: ReadText,
  knowledge: Knowledge,
  preferences: Preferences,
): Entry | undefined {
  if (read.kind !== 'text') return undefined;
  const path = vscode.workspace.asRelativePath(uri, true);
  const manifest = knowledge.readManifest(path, read.text);
  if (!manifest) return undefined;
  const place = { uri, label: labelOf(uri) };
  return { source: { path, text: read.text, manifest }, indexed: assess(manifest, place, knowledge, preferences) };
}

/** What was read so far, and what could not be read. */
export class Entries {
  readonly #entries = new Map<string, Entry>();
  readonly #skipped = new Map<string, SkippedManifest>();
  readonly #preferencesOf: (uri: vscode.Uri) => Preferences;
  #view: ReadonlyMap<string, IndexedManifest> | undefined;

  constructor(preferencesOf: (uri: vscode.Uri) => Preferences) {
    this.#preferencesOf = preferencesOf;
  }

  get manifests(): ReadonlyMap<string, IndexedManifest> {
    this.#view ??= new Map([...this.#entries].map(([key, { indexed }]) => [key, indexed]));
    return this.#view;
  }

  get skipped(): readonly SkippedManifest[] {
    return [...this.#skipped.values()];
  }

  has(uri: vscode.Uri): boolean {
    const key = uri.toString();
    return this.#entries.has(key) || this.#skipped.has(key);
  }

  clear(): void {
    this.#view = undefined;
    this.#entries.clear();
    this.#skipped.clear();
  }

  put(uri: vscode.Uri, read: ReadText, knowledge: Knowledge): void {
    this.#view = undefined;
    const key = uri.toString();
    this.#skipped.delete(key);
    const entry = readEntry(uri, read, knowledge, this.#preferencesOf(uri));
    if (entry) this.#entries.set(key, entry);
    else this.#entries.delete(key);
    const message = skippedBecause(read);
    if (message) this.#skipped.set(key, { uri, label: labelOf(uri), message });
  }

  /** Forgets what is no longer there. */
  keep(uris: readonly vscode.Uri[]): void {
    this.#view = undefined;
    const there = new Set(uris.map(uri => uri.toString()));
    for (const map of [this.#entries, this.#skipped]) {
      for (const key of [...map.keys()]) if (!there.has(key)) map.delete(key);
    }
  }

  /**
   * Follows references from one manifest to another, and says anew what there is to say where that changes something;
   * of every manifest when `everything` is set, because settings changed.
   */
  async assessAll(knowledge: Knowledge, { everything = false } = {}): Promise<void> {
    const slices = createSlices();
    const entries = [...this.#entries];
    const resolve = knowledge.createResolver(entries.map(([, { source }]) => source));
    for (const [key, entry] of entries) {
      await slices.pause();
      // It may have been read again while others had their turn: then its own reading counts.
      if (this.#entries.get(key) !== entry) continue;
      const { source, indexed, resolved } = entry;
      const manifest = resolve(source);
      if (!everything && same(manifest, resolved ?? source.manifest)) continue;
      const preferences = this.#preferencesOf(indexed.uri);
      const next = { source, resolved: manifest, indexed: assess(manifest, indexed, knowledge, preferences) };
      this.#entries.set(key, next);
    }
    this.#view = undefined;
  }
}

/** Resolving makes new objects only of dependencies that refer to something. */
function same(left: Manifest, right: Manifest): boolean {
  const others = right.dependencies;
  return (
    left === right ||
    (left.dependencies.length === others.length &&
      left.dependencies.every((own, position) => {
        const other = others[position];
        return own === other || JSON.stringify(own) === JSON.stringify(other);
      }))
  );
}

function labelOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

function skippedBecause(read: ReadText): string | undefined {
  switch (read.kind) {
    case 'too-large':
      return vscode.l10n.t('{0} MB, larger than the limit', (read.bytes / 1024 / 1024).toFixed(1));
    case 'unreadable':
      return read.message;
    case 'text':
    case 'gone':
      return undefined;
  }
}
