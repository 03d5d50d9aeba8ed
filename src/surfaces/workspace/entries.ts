import * as vscode from 'vscode';
import type { WorkspaceManifest } from '../../core/manifests/index.ts';
import type { Manifest } from '../../core/model.ts';
import type { IndexedManifest, SkippedManifest } from '../manifest-index.ts';
import type { FoundManifest } from './find-manifests.ts';
import { assess, type Knowledge } from './knowledge.ts';
import type { Preferences } from './preferences.ts';
import type { ReadText } from './read-text.ts';
import { createSlices } from './slices.ts';

/** A manifest as it was read, before and after references to other manifests were followed. */
export interface Entry {
  readonly source: WorkspaceManifest;
  /** What the source says once references are followed, where that is something else. */
  readonly resolved?: Manifest | undefined;
  readonly indexed: IndexedManifest;
}

/** `undefined` when the file has no text for us or the text is no manifest after all. */
export function readEntry(
  { uri, format }: FoundManifest,
  read: ReadText,
  knowledge: Knowledge,
  preferences: Preferences,
): Entry | undefined {
  if (read.kind !== 'text') return undefined;
  const path = vscode.workspace.asRelativePath(uri, true);
  const manifest = knowledge.readManifest(path, read.text, format);
  if (!manifest) return undefined;
  return entryOf(path, manifest, { uri, label: labelOf(uri) }, knowledge, preferences);
}

/** Of a dependency there is one object, however many manifests of a large workspace hold how many. */
function entryOf(
  path: string,
  manifest: Manifest,
  place: Pick<IndexedManifest, 'uri' | 'label'>,
  knowledge: Knowledge,
  preferences: Preferences,
): Entry {
  const indexed = assess(manifest, place, knowledge, preferences);
  return { source: { path, manifest: { ...manifest, dependencies: indexed.dependencies } }, indexed };
}

/** What was read so far, and what could not be read. */
export class Entries {
  readonly #entries = new Map<string, Entry>();
  readonly #skipped = new Map<string, SkippedManifest>();
  /** Formats that a setting of the user names. */
  readonly #formats = new Map<string, string>();
  readonly #preferencesOf: (uri: vscode.Uri) => Preferences;
  #view: ReadonlyMap<string, IndexedManifest> | undefined;
  /** Follows references through the manifests as they were when all were assessed last. */
  #resolve: ((file: WorkspaceManifest) => Manifest) | undefined;

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
    this.#resolve = undefined;
    this.#entries.clear();
    this.#skipped.clear();
    this.#formats.clear();
  }

  /** Says whether other manifests may now mean something else. */
  put({ uri, format }: FoundManifest, read: ReadText, knowledge: Knowledge): boolean {
    this.#view = undefined;
    const key = uri.toString();
    if (format !== undefined) this.#formats.set(key, format);
    this.#skipped.delete(key);
    const old = this.#entries.get(key);
    const found = { uri, format: format ?? this.#formats.get(key) };
    const entry = readEntry(found, read, knowledge, this.#preferencesOf(uri));
    if (entry) this.#entries.set(key, entry);
    else this.#entries.delete(key);
    const message = skippedBecause(read);
    if (message) this.#skipped.set(key, { uri, label: labelOf(uri), message });
    if (!entry || !old) return entry !== old;
    return knowledge.offerOf(entry.source.manifest) !== knowledge.offerOf(old.source.manifest);
  }

  /** Forgets what is no longer there. */
  keep(found: readonly FoundManifest[]): void {
    this.#view = undefined;
    const there = new Set(found.map(({ uri }) => uri.toString()));
    for (const map of [this.#entries, this.#skipped, this.#formats]) {
      for (const key of [...map.keys()]) if (!there.has(key)) map.delete(key);
    }
  }

  /** Whether the file was read as the format that is now wanted; files that were not read are read anyway. */
  isReadAs({ uri, format }: FoundManifest): boolean {
    return this.has(uri) && this.#formats.get(uri.toString()) === format;
  }

  /** A reading of a document, with references followed as far as the workspace is known. */
  follow(entry: Entry, knowledge: Knowledge): IndexedManifest {
    const manifest = this.#resolve?.(entry.source) ?? entry.source.manifest;
    if (manifest === entry.source.manifest) return entry.indexed;
    const done = new Set(entry.source.manifest.dependencies);
    return assess(manifest, entry.indexed, knowledge, this.#preferencesOf(entry.indexed.uri), done);
  }

  /** Follows the references of some manifests, as long as nothing changed that others refer to. */
  assessSome(uris: readonly vscode.Uri[], knowledge: Knowledge): void {
    const resolve = this.#resolve;
    if (!resolve) return;
    for (const uri of uris) this.#assess(uri.toString(), resolve, knowledge, false);
    this.#view = undefined;
  }

  /**
   * Follows references from one manifest to another, and says anew what there is to say where that changes something;
   * of every manifest when `everything` is set, because settings changed.
   */
  async assessAll(knowledge: Knowledge, { everything = false } = {}): Promise<void> {
    const slices = createSlices();
    const entries = [...this.#entries];
    const resolve = knowledge.createResolver(entries.map(([, { source }]) => source));
    this.#resolve = resolve;
    for (const [key, entry] of entries) {
      await slices.pause();
      // It may have been read again while others had their turn: then its own reading counts.
      if (this.#entries.get(key) === entry) this.#assess(key, resolve, knowledge, everything);
    }
    this.#view = undefined;
  }

  #assess(key: string, resolve: (file: WorkspaceManifest) => Manifest, knowledge: Knowledge, always: boolean): void {
    const known = this.#entries.get(key);
    if (!known) return;
    const preferences = this.#preferencesOf(known.indexed.uri);
    const entry = always
      ? entryOf(known.source.path, known.source.manifest, placeOf(known), knowledge, preferences)
      : known;
    const { source, indexed, resolved } = entry;
    const manifest = resolve(source);
    if (!always && same(manifest, resolved ?? source.manifest)) return;
    const next = assess(manifest, indexed, knowledge, preferences, new Set(source.manifest.dependencies));
    this.#entries.set(key, { source, resolved: { ...manifest, dependencies: next.dependencies }, indexed: next });
  }
}

function placeOf({ indexed: { uri, label } }: Entry): Pick<IndexedManifest, 'uri' | 'label'> {
  return { uri, label };
}

/** Two resolutions of one reading: what they may differ in is what references come to. */
function same(left: Manifest, right: Manifest): boolean {
  const others = right.dependencies;
  return (
    left === right ||
    (left.dependencies.length === others.length &&
      left.dependencies.every((own, position) => {
        const other = others[position];
        return (
          own === other || (own.purl === other?.purl && own.resolved === other.resolved && own.origin === other.origin)
        );
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
