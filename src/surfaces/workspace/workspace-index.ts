import * as vscode from 'vscode';
import type { Log } from '../../core/ports.ts';
import type { IndexedManifest, IndexState, ManifestIndex, SkippedManifest } from '../manifest-index.ts';
import { liesIn } from '../watch-files.ts';
import { type ConfigFiles, createConfigFiles } from './config-files.ts';
import { createDocuments, type Documents } from './documents.ts';
import { Entries } from './entries.ts';
import { type IsExcluded, loadExclusion } from './excluded-files.ts';
import { type FoundManifest, findManifests } from './find-manifests.ts';
import { followSettings } from './follow-settings.ts';
import type { Knowledge } from './knowledge.ts';
import { createKnowledgeSource, type KnowledgeDependencies, type KnowledgeSource } from './knowledge-source.ts';
import { createPreferences } from './preferences.ts';
import { readAll } from './read-all.ts';
import { createScanNews } from './scan-news.ts';
import { createTeamIgnore, type TeamIgnore } from './team-ignore.ts';
import { createWatching } from './watching.ts';

/** After so many files the thread has used much memory: it ends, and another one starts when it is needed. */
const muchToRead = 500;
/** So many manifests of a folder are read before all have been looked for, so that a large workspace shows some at once. */
const firstLook = 32;

/** Makes the index of all manifests of the workspace. It reads nothing before `scan` or `read` is called. */
export function createManifestIndex(dependencies: KnowledgeDependencies): ManifestIndex & vscode.Disposable {
  return new WorkspaceIndex(dependencies);
}

class WorkspaceIndex implements ManifestIndex, vscode.Disposable {
  readonly #log: Log;
  readonly #knowledge: KnowledgeSource;
  readonly #changed = new vscode.EventEmitter<ReadonlySet<string> | undefined>();
  readonly #progressed = new vscode.EventEmitter<void>();
  readonly #configs: ConfigFiles;
  readonly #team: TeamIgnore;
  readonly #preferences = createPreferences(
    folder => this.#configs.of(folder),
    folder => this.#team.of(folder),
  );
  #exclusion: IsExcluded | undefined;
  readonly #entries = new Entries(
    uri => this.#preferences.of(uri),
    uri => this.#exclusion?.(uri) ?? false,
  );
  readonly #documents: Documents;
  readonly #watching = createWatching(this.#entries, knowledge => ({
    isKnown: uri => this.#entries.has(uri),
    isBeingRead: uri => this.#state.kind === 'scanning' && knowledge.isManifestPath(uri.path),
    changed: uris =>
      this.#afterScan(() => this.#update(uris.filter(uri => this.#entries.has(uri)).map(uri => ({ uri })))),
    relist: newFolders => this.#relist(newFolders),
    listChanges: uri => this.#preferences.of(uri).respectGitignore,
  }));
  readonly #disposables: vscode.Disposable[] = [this.#changed, this.#progressed, this.#watching];
  #state: IndexState = { kind: 'idle' };
  /** The scan that the entries come from, under way or over; `undefined` when there is none to rely on. */
  #scanned: Promise<void> | undefined;
  #cancellation = new vscode.CancellationTokenSource();
  /** The last change that is being followed; never rejects. */
  #last: Promise<void> = Promise.resolve();
  readonly #news = createScanNews();

  readonly onDidChange = this.#changed.event;
  readonly onDidProgress = this.#progressed.event;

  constructor(dependencies: KnowledgeDependencies) {
    const { log } = dependencies;
    this.#knowledge = createKnowledgeSource(dependencies);
    this.#log = log;
    this.#documents = createDocuments({
      entries: this.#entries,
      parsers: () => this.#knowledge.get(),
      knowledge: () => this.#load(),
      log,
    });
    this.#configs = createConfigFiles({ log, changed: () => this.#reconfigured() });
    this.#team = createTeamIgnore(log);
    this.#disposables.push(
      this.#configs,
      this.#team,
      this.#team.onDidChange(() => this.#assessAgain()),
      followSettings({
        forget: () => this.#forget(),
        reconfigured: () => this.#reconfigured(),
        assessAgain: () => this.#assessAgain(),
        relist: () => this.#relist(),
        watchAgain: () => this.#afterScan(async () => this.#watching.again(await this.#load())),
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#forget();
        this.#afterScan(async () => {
          const knowledge = await this.#load();
          // References are followed by paths.
          if (this.#entries.forgetRenamed()) await this.#entries.assessAll(knowledge);
          this.#watching.again(knowledge);
        });
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
    return this.#documents.read(document);
  }

  dispose(): void {
    this.#cancellation.cancel();
    this.#cancellation.dispose();
    void this.#knowledge.end();
    this.#entries.clear();
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  async #scan(): Promise<void> {
    const { token } = this.#cancellation;
    try {
      this.#news.start();
      this.#become({ kind: 'scanning', done: 0, total: 0 });
      const knowledge = await this.#load();
      this.#watching.begin(knowledge);
      const find = (most?: number) => this.#find(knowledge, token, most);
      const first = await find(firstLook);
      const read = (found: readonly FoundManifest[]) =>
        readAll(this.#entries, found, knowledge, token, (done, total) => this.#progress(done, total));
      await read(first);
      if (first.length >= firstLook) {
        const done = new Set(first.map(({ uri }) => uri.toString()));
        await read((await find()).filter(({ uri }) => !done.has(uri.toString())));
      }
      if (token.isCancellationRequested) return;
      await this.#entries.assessAll(knowledge);
      if (token.isCancellationRequested) return;
      this.#watching.followIncluded(knowledge);
      this.#become({ kind: 'ready' });
      if (this.#entries.manifests.size >= muchToRead) await this.#rest(knowledge);
    } catch (error) {
      if (token.isCancellationRequested) return;
      this.#log.error('The manifests of the workspace could not be read', error);
      this.#scanned = undefined;
      this.#become({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }

  #progress(done: number, total: number): void {
    this.#state = { kind: 'scanning', done, total };
    const news = this.#news.after(done);
    if (news === 'nothing') return;
    this.#progressed.fire();
    if (news === 'change') this.#tell();
  }

  /** Reads again what changed: on disk, in an editor, or by an editor that was closed without saving. */
  async #update(changed: readonly FoundManifest[]): Promise<void> {
    const knowledge = await this.#load();
    const included = changed.flatMap(({ uri }) => this.#entries.inclusions(uri));
    const known = changed.map(({ uri, format }) => ({ uri, format: format ?? this.#entries.formatOf(uri) }));
    const othersToo = await readAll(this.#entries, known, knowledge);
    if (othersToo) await this.#entries.assessAll(knowledge);
    else
      await this.#entries.assessSome(
        changed.map(({ uri }) => uri),
        knowledge,
      );
    this.#watching.followIncluded(knowledge);
    const still = new Set(changed.flatMap(({ uri }) => this.#entries.inclusions(uri)).map(({ uri }) => uri.toString()));
    if (included.some(({ uri }) => !still.has(uri.toString()))) this.#relist();
  }

  /**
   * Looks again which manifests there are, and reads only the new ones, those to be read as another format and those in
   * folders that are new.
   */
  #relist(newFolders: readonly vscode.Uri[] = []): void {
    this.#afterScan(async () => {
      const knowledge = await this.#load();
      const before = this.#entries.manifests.size;
      const found = await this.#find(knowledge, this.#cancellation.token);
      this.#entries.keep(found);
      const isNew = (manifest: FoundManifest) =>
        !this.#entries.isReadAs(manifest) || newFolders.some(folder => liesIn(manifest.uri, folder));
      await this.#update([...found.filter(isNew), ...this.#entries.unreadInclusions()]);
      // What went away may have been referred to.
      if (this.#entries.manifests.size < before) await this.#entries.assessAll(knowledge);
    });
  }

  #find(knowledge: Knowledge, token: vscode.CancellationToken, most?: number): Promise<readonly FoundManifest[]> {
    const { preferencesOf, isExcluded } = this.#entries;
    return findManifests(knowledge, { preferencesOf, isExcluded }, token, most);
  }

  /** Settings are others now, and so may be what was read in editors. */
  #forget(): void {
    this.#preferences.forget();
    this.#documents.forget();
  }

  /** A repository's own file says something else now. */
  #reconfigured(): void {
    this.#forget();
    this.#afterScan(() => this.refresh());
    this.#tell();
  }

  /** What is not to be suggested changed. */
  #assessAgain(): void {
    this.#forget();
    this.#afterScan(async () => this.#entries.assessAll(await this.#load(), { everything: true }));
    this.#tell();
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
      .then(() => this.#tell())
      .catch((error: unknown) => this.#log.error('A change of the workspace could not be followed', error));
  }

  #abort(): void {
    this.#cancellation.cancel();
    this.#cancellation.dispose();
    this.#cancellation = new vscode.CancellationTokenSource();
  }

  async #load(): Promise<Knowledge> {
    const preferencesOf = (uri: vscode.Uri) => this.#preferences.of(uri);
    const [knowledge, isNew, isNewForTeam, exclusion] = await Promise.all([
      this.#knowledge.get(),
      this.#configs.load(),
      this.#team.load(),
      this.#exclusion ?? loadExclusion(preferencesOf),
    ]);
    this.#exclusion = exclusion;
    if (isNew || isNewForTeam) this.#preferences.forget();
    return knowledge;
  }

  async #rest(knowledge: Knowledge): Promise<void> {
    const { visibleTextEditors } = vscode.window;
    try {
      await knowledge.rest(visibleTextEditors.some(({ document }) => knowledge.isManifestPath(document.uri.path)));
    } catch (error) {
      this.#log.warn('The thread that reads manifests could not be started again', error);
    }
  }

  #become(state: IndexState): void {
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    this.#changed.fire(this.#entries.takeChanged());
  }
}
