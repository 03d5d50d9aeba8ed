import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/index.ts';
import type { Log } from '../../core/ports.ts';
import { settings } from '../contributions.ts';
import type { IndexedManifest, IndexState, ManifestIndex, SkippedManifest } from '../manifest-index.ts';
import { Entries, readEntry } from './entries.ts';
import { findManifests } from './find-manifests.ts';
import { isManifestPath, type Knowledge, loadKnowledge } from './knowledge.ts';
import { createPreferences } from './preferences.ts';
import { readText, textOf } from './read-text.ts';
import { createSlices } from './slices.ts';
import { watchManifests } from './watch.ts';

export interface ManifestIndexDependencies {
  readonly catalog: () => Promise<Catalog>;
  readonly log: Log;
}

/** Files that are read at the same time. */
const readsAtOnce = 16;
/** While scanning, listeners are told this often, ms. */
const newsEvery = 150;

/** Makes the index of all manifests of the workspace. It reads nothing before `scan` or `read` is called. */
export function createManifestIndex(dependencies: ManifestIndexDependencies): ManifestIndex & vscode.Disposable {
  return new WorkspaceIndex(dependencies);
}

class WorkspaceIndex implements ManifestIndex, vscode.Disposable {
  readonly #log: Log;
  readonly #catalog: () => Promise<Catalog>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #preferences = createPreferences();
  readonly #entries = new Entries(uri => this.#preferences.of(uri));
  readonly #disposables: vscode.Disposable[] = [this.#changed];
  #documents = new WeakMap<vscode.TextDocument, { version: number; read: Promise<IndexedManifest | undefined> }>();
  #knowledge: Promise<Knowledge> | undefined;
  #state: IndexState = { kind: 'idle' };
  /** The scan that the entries come from, under way or over; `undefined` when there is none to rely on. */
  #scanned: Promise<void> | undefined;
  #cancellation = new vscode.CancellationTokenSource();
  /** The last change that is being followed; never rejects. */
  #last: Promise<void> = Promise.resolve();
  #lastNews = 0;
  #watching = false;

  readonly onDidChange = this.#changed.event;

  constructor({ catalog, log }: ManifestIndexDependencies) {
    this.#catalog = catalog;
    this.#log = log;
    this.#disposables.push(
      vscode.workspace.onDidChangeConfiguration(event => this.#follow(event)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#preferences.forget();
        this.#relist();
      }),
    );
  }

  get state(): IndexState {
    return this.#state;
  }

  get manifests(): ReadonlyMap<string, IndexedManifest> {
    return this.#entries.manifests;
  }

  get skipped(): readonly SkippedManifest[] {
    return this.#entries.skipped;
  }

  scan(): Promise<void> {
    this.#scanned ??= this.#scan();
    return this.#scanned;
  }

  refresh(): Promise<void> {
    this.#abort();
    this.#entries.clear();
    this.#scanned = this.#scan();
    return this.#scanned;
  }

  cancel(): void {
    if (this.#state.kind !== 'scanning') return;
    this.#abort();
    this.#scanned = undefined;
    this.#become({ kind: 'canceled' });
  }

  read(document: vscode.TextDocument): Promise<IndexedManifest | undefined> {
    const { version } = document;
    const known = this.#documents.get(document);
    if (known?.version === version) return known.read;
    const read = this.#readDocument(document);
    this.#documents.set(document, { version, read });
    return read;
  }

  dispose(): void {
    this.#cancellation.cancel();
    this.#cancellation.dispose();
    this.#entries.clear();
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  async #readDocument(document: vscode.TextDocument): Promise<IndexedManifest | undefined> {
    try {
      const { uri } = document;
      if (!(await isManifestPath(uri.path))) return undefined;
      const knowledge = await this.#load();
      const preferences = this.#preferences.of(uri);
      return readEntry(uri, textOf(document, preferences.maxBytes), knowledge, preferences)?.indexed;
    } catch (error) {
      this.#log.error(`${document.uri.toString()} could not be looked at`, error);
      return undefined;
    }
  }

  async #scan(): Promise<void> {
    const { token } = this.#cancellation;
    try {
      this.#become({ kind: 'scanning', done: 0, total: 0 });
      const knowledge = await this.#load();
      this.#watch(knowledge);
      const uris = await findManifests(knowledge.patterns, token);
      await this.#readAll(uris, knowledge, token);
      if (token.isCancellationRequested) return;
      await this.#entries.assessAll(knowledge);
      if (token.isCancellationRequested) return;
      this.#become({ kind: 'ready' });
    } catch (error) {
      if (token.isCancellationRequested) return;
      this.#log.error('The manifests of the workspace could not be read', error);
      this.#scanned = undefined;
      this.#become({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }

  async #readAll(uris: readonly vscode.Uri[], knowledge: Knowledge, token: vscode.CancellationToken): Promise<void> {
    const slices = createSlices();
    const total = uris.length;
    for (let start = 0; start < total; start += readsAtOnce) {
      const chunk = uris.slice(start, start + readsAtOnce);
      const texts = await Promise.all(chunk.map(uri => readText(uri, this.#preferences.of(uri).maxBytes)));
      for (const [position, uri] of chunk.entries()) {
        if (token.isCancellationRequested) return;
        const text = texts[position];
        if (text) this.#entries.put(uri, text, knowledge);
        await slices.pause();
      }
      this.#progress(start + chunk.length, total);
    }
  }

  #progress(done: number, total: number): void {
    this.#state = { kind: 'scanning', done, total };
    const now = Date.now();
    if (now - this.#lastNews < newsEvery) return;
    this.#lastNews = now;
    this.#changed.fire();
  }

  /** Reads again what changed: on disk, in an editor, or by an editor that was closed without saving. */
  async #update(uris: readonly vscode.Uri[]): Promise<void> {
    const knowledge = await this.#load();
    const slices = createSlices();
    for (const uri of uris) {
      this.#entries.put(uri, await readText(uri, this.#preferences.of(uri).maxBytes), knowledge);
      await slices.pause();
    }
    await this.#entries.assessAll(knowledge);
  }

  /** Looks again which manifests there are, and reads only the new ones. */
  #relist(): void {
    this.#afterScan(async () => {
      const { patterns } = await this.#load();
      const uris = await findManifests(patterns, this.#cancellation.token);
      this.#entries.keep(uris);
      await this.#update(uris.filter(uri => !this.#entries.has(uri)));
    });
  }

  #follow(event: vscode.ConfigurationChangeEvent): void {
    const changes = (...keys: readonly string[]) =>
      keys.some(key => event.affectsConfiguration(`${settings.section}.${key}`));
    if (changes(settings.disabledEcosystems, settings.ignoredPackages, settings.maxManifestSize)) {
      this.#preferences.forget();
      this.#documents = new WeakMap();
      if (changes(settings.maxManifestSize)) this.#afterScan(() => this.refresh());
      else this.#afterScan(async () => this.#entries.assessAll(await this.#load(), { everything: true }));
      this.#changed.fire();
    }
    const hidden = event.affectsConfiguration('files.exclude') || event.affectsConfiguration('search.exclude');
    if (hidden || changes(settings.exclude)) this.#relist();
  }

  #watch(knowledge: Knowledge): void {
    if (this.#watching) return;
    this.#watching = true;
    this.#disposables.push(
      watchManifests(knowledge.patterns, {
        isKnown: uri => this.#entries.has(uri),
        changed: uris => this.#afterScan(() => this.#update(uris)),
        appeared: () => this.#relist(),
      }),
    );
  }

  /**
   * Follows a change once what it changes has been read; without a scan there is nothing to change. One after the other: a
   * slow reading of an older state must not come after a newer one.
   */
  #afterScan(work: () => Promise<void>): void {
    const scanned = this.#scanned;
    if (scanned === undefined) return;
    this.#last = Promise.all([this.#last, scanned])
      .then(work)
      .then(() => this.#changed.fire())
      .catch((error: unknown) => this.#log.error('A change of the workspace could not be followed', error));
  }

  #abort(): void {
    this.#cancellation.cancel();
    this.#cancellation.dispose();
    this.#cancellation = new vscode.CancellationTokenSource();
  }

  #load(): Promise<Knowledge> {
    this.#knowledge ??= loadKnowledge(this.#catalog).catch((cause: unknown) => {
      this.#knowledge = undefined;
      throw cause;
    });
    return this.#knowledge;
  }

  #become(state: IndexState): void {
    this.#state = state;
    this.#changed.fire();
  }
}
