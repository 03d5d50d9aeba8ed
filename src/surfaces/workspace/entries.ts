import type * as vscode from 'vscode';
import type { Manifest } from '../../core/model.ts';
import type { WorkspaceManifest } from '../../core/references/index.ts';
import type { IndexedManifest, SkippedManifest } from '../manifest-index.ts';
import { createSlices } from '../slices.ts';
import { pathInWorkspace } from '../workspace-path.ts';
import { type Answers, assess } from './assess.ts';
import { createChangedKeys } from './changed-keys.ts';
import type { IsExcluded } from './excluded-files.ts';
import type { FoundManifest } from './find-manifests.ts';
import type { CompactReading, Knowledge } from './knowledge.ts';
import type { Preferences } from './preferences.ts';
import { includedFiles, pathOf } from './read-manifests.ts';
import type { CompactManifest } from './reading/compact-manifest.ts';
import { skippedBecause } from './skipped-because.ts';

/** Manifests that are resolved before others have their turn. */
const assessedAtOnce = 8;

/** A manifest as it was read, before and after references to other manifests were followed. */
export interface Entry {
  readonly source: WorkspaceManifest & { readonly manifest: CompactManifest };
  /** What the source says once references are followed, where that is something else. */
  readonly resolved?: CompactManifest | undefined;
  readonly indexed: IndexedManifest;
}

/** A file with what came of reading it. */
export interface ReadManifest extends FoundManifest {
  readonly reading: CompactReading;
}

/** What the catalog has for all packages of some readings. */
export function answersFor(
  readings: readonly CompactReading[],
  knowledge: Pick<Knowledge, 'suggestions'>,
): Promise<Answers> {
  return suggestionsFor(
    readings.flatMap(reading => (reading.kind === 'read' && reading.manifest) || []),
    knowledge,
  );
}

function suggestionsFor(
  manifests: readonly CompactManifest[],
  knowledge: Pick<Knowledge, 'suggestions'>,
): Promise<Answers> {
  const purls = new Set<string>();
  for (const manifest of manifests) {
    for (let position = 0; position < manifest.count; position += 1) purls.add(manifest.purlAt(position));
  }
  return knowledge.suggestions(purls);
}

/** `undefined` when the file has no text for us or the text is no manifest after all. */
export function entryFrom(
  { uri, reading }: ReadManifest,
  answers: Answers,
  preferences: Preferences,
): Entry | undefined {
  if (reading.kind !== 'read' || !reading.manifest) return undefined;
  const { manifest } = reading;
  const indexed = assess(manifest, { uri, label: labelOf(uri) }, answers, preferences);
  return { source: { path: pathOf(uri), manifest }, indexed };
}

/** What was read so far, and what could not be read. */
export class Entries {
  readonly #entries = new Map<string, Entry>();
  readonly #skipped = new Map<string, SkippedManifest>();
  /** Files that manifests take in and that no name tells to be manifests, by the keys of those that do. */
  readonly #included = new Map<string, readonly FoundManifest[]>();
  /** Formats that a setting of the user names. */
  readonly #formats = new Map<string, string>();
  readonly preferencesOf: (uri: vscode.Uri) => Preferences;
  readonly isExcluded: IsExcluded;
  /** What `#entries` says, for others. */
  readonly #indexed = new Map<string, IndexedManifest>();
  readonly #changed = createChangedKeys();
  /** Follows references through the manifests as they were when all were assessed last. */
  #resolve: ((file: WorkspaceManifest) => Manifest) | undefined;

  /** @param isExcluded files that the user leaves out are not read, whatever takes them in */
  constructor(preferencesOf: (uri: vscode.Uri) => Preferences, isExcluded: IsExcluded) {
    this.preferencesOf = preferencesOf;
    this.isExcluded = isExcluded;
  }

  get manifests(): ReadonlyMap<string, IndexedManifest> {
    return this.#indexed;
  }

  get skipped(): readonly SkippedManifest[] {
    return [...this.#skipped.values()];
  }

  has(uri: vscode.Uri): boolean {
    const key = uri.toString();
    return this.#entries.has(key) || this.#skipped.has(key);
  }

  /** Keys of the manifests that say something else since this was asked last; `undefined` for any of them. */
  takeChanged(): ReadonlySet<string> | undefined {
    return this.#changed.take();
  }

  clear(): void {
    this.#changed.all();
    this.#resolve = undefined;
    this.#entries.clear();
    this.#indexed.clear();
    this.#skipped.clear();
    this.#included.clear();
    this.#formats.clear();
  }

  /** Says whether other manifests may now mean something else. */
  put(read: ReadManifest, answers: Answers, knowledge: Pick<Knowledge, 'offerOf' | 'isManifestPath'>): boolean {
    const { uri, format, reading } = read;
    const key = uri.toString();
    if (format !== undefined) this.#formats.set(key, format);
    this.#skipped.delete(key);
    const old = this.#entries.get(key);
    const entry = entryFrom(read, answers, this.preferencesOf(uri));
    this.#set(key, entry);
    const files = includedFiles(uri, entry?.source.manifest.inclusions);
    // Those with the name of a manifest are found like all others, or left out by the user.
    const included = files.filter(file => !knowledge.isManifestPath(file.uri.path));
    if (included.length > 0) this.#included.set(key, included);
    else this.#included.delete(key);
    const message = skippedBecause(reading);
    if (message) this.#skipped.set(key, { uri, label: labelOf(uri), message });
    if (!entry || !old) return entry !== old;
    return knowledge.offerOf(entry.source.manifest) !== knowledge.offerOf(old.source.manifest);
  }

  /** The format that a setting named for a file when it was found. */
  formatOf(uri: vscode.Uri): string | undefined {
    return this.#formats.get(uri.toString());
  }

  /** Files that some manifests take in and that were not read yet; those of all manifests unless told. */
  unreadInclusions(found: Iterable<Pick<FoundManifest, 'uri'>> = this.manifests.values()): readonly FoundManifest[] {
    const files = new Map([...found].flatMap(({ uri }) => this.inclusions(uri)).map(file => [keyOf(file), file]));
    return [...files.values()].filter(({ uri }) => !this.has(uri));
  }

  /** What a manifest takes in that no name tells to be a manifest. */
  inclusions(uri: vscode.Uri): readonly FoundManifest[] {
    return (this.#included.get(uri.toString()) ?? []).filter(file => !this.isExcluded(file.uri));
  }

  /** All files that manifests take in. */
  get included(): readonly vscode.Uri[] {
    const files = [...this.#included.values()].flat().filter(file => !this.isExcluded(file.uri));
    return [...new Map(files.map(file => [keyOf(file), file.uri])).values()];
  }

  /** Forgets manifests that have other names because folders of the workspace came or went. Says whether there were any. */
  forgetRenamed(): boolean {
    const renamed = [...this.#entries].filter(
      ([, { source, indexed }]) => source.path !== pathOf(indexed.uri) || indexed.label !== labelOf(indexed.uri),
    );
    for (const [key] of renamed) {
      this.#set(key, undefined);
      this.#included.delete(key);
    }
    return renamed.length > 0;
  }

  /** Forgets what is no longer there, and no longer taken in by what is there. */
  keep(found: readonly FoundManifest[]): void {
    const there = new Set(found.map(keyOf));
    const open = [...found];
    for (let file = open.pop(); file; file = open.pop()) {
      const more = this.inclusions(file.uri).filter(each => !there.has(keyOf(each)));
      for (const each of more) there.add(keyOf(each));
      open.push(...more);
    }
    for (const map of [this.#entries, this.#indexed, this.#skipped, this.#included, this.#formats]) {
      for (const key of [...map.keys()]) {
        if (there.has(key)) continue;
        map.delete(key);
        this.#changed.add(key);
      }
    }
  }

  /** Whether the file was read as the format that is now wanted; files that were not read are read anyway. */
  isReadAs({ uri, format }: FoundManifest): boolean {
    return this.has(uri) && this.#formats.get(uri.toString()) === format;
  }

  /** A reading of a document, with references followed as far as the workspace is known. */
  async follow({ source, indexed }: Entry, knowledge: Knowledge): Promise<IndexedManifest> {
    const manifest = this.#resolve?.(source) ?? source.manifest;
    if (manifest === source.manifest) return indexed;
    const resolved = knowledge.compact([manifest]);
    const answers = await suggestionsFor(resolved, knowledge);
    return assess(resolved[0] ?? source.manifest, indexed, answers, this.preferencesOf(indexed.uri));
  }

  /** Follows the references of some manifests, as long as nothing changed that others refer to. */
  async assessSome(uris: readonly vscode.Uri[], knowledge: Knowledge): Promise<void> {
    const resolve = this.#resolve;
    if (!resolve) return;
    await this.#assess(
      uris.map(uri => uri.toString()),
      resolve,
      knowledge,
      false,
    );
  }

  /**
   * Follows references from one manifest to another, and says anew what there is to say where that changes something;
   * of every manifest when `everything` is set, because settings changed.
   */
  async assessAll(knowledge: Knowledge, { everything = false } = {}): Promise<void> {
    const slices = createSlices();
    const keys = [...this.#entries.keys()];
    const { add, resolve } = knowledge.createResolver();
    for (const key of keys) {
      const entry = this.#entries.get(key);
      if (entry) add(entry.source);
      await slices.pause();
    }
    this.#resolve = resolve;
    for (let start = 0; start < keys.length; start += assessedAtOnce) {
      await this.#assess(keys.slice(start, start + assessedAtOnce), resolve, knowledge, everything);
      await slices.pause();
    }
  }

  async #assess(
    keys: readonly string[],
    resolve: (file: WorkspaceManifest) => Manifest,
    knowledge: Knowledge,
    always: boolean,
  ): Promise<void> {
    const work = keys.flatMap(key => {
      const known = this.#entries.get(key);
      if (!known) return [];
      const before = known.resolved ?? known.source.manifest;
      const manifest = resolve(known.source);
      return always || !same(manifest, before) ? [{ key, known, manifest }] : [];
    });
    if (work.length === 0) return;
    const manifests = knowledge.compact(work.map(({ manifest }) => manifest));
    const answers = await suggestionsFor(manifests, knowledge);
    for (const [position, { key, known }] of work.entries()) {
      const manifest = manifests[position];
      // It may have been read again while others had their turn: then its own reading counts.
      if (!manifest || this.#entries.get(key) !== known) continue;
      const { source, indexed } = known;
      const resolved = manifest === source.manifest ? undefined : manifest;
      const next = assess(manifest, indexed, answers, this.preferencesOf(indexed.uri));
      this.#set(key, { source, resolved, indexed: next });
    }
  }

  #set(key: string, entry: Entry | undefined): void {
    this.#changed.add(key);
    if (entry) {
      this.#entries.set(key, entry);
      this.#indexed.set(key, entry.indexed);
    } else {
      this.#entries.delete(key);
      this.#indexed.delete(key);
    }
  }
}

function keyOf({ uri }: FoundManifest): string {
  return uri.toString();
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
  return pathInWorkspace(uri);
}
