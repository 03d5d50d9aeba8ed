import * as vscode from 'vscode';
import type { FindingPlace, Findings } from '../../core/findings/index.ts';
import type { Clock, Folder, Log, Store } from '../../core/ports.ts';
import { settings } from '../contributions.ts';
import type { FindingsGlance, FindingsStore, StorePlace } from '../findings-store.ts';
import { openUriFolder } from '../uri-folder.ts';
import { liesIn, watchFiles, watchNewFolders, watchTeamFiles } from '../watch-files.ts';
import { findAuthor } from './author.ts';
import { configurationFile, readConfigured } from './configured.ts';
import { type ConfiguredFolders, choosePlace, findPlaces, folderKey, personalFolder } from './places.ts';
import { readInThread } from './reading/index.ts';
import { createFindingsThread } from './reading/thread.ts';

export interface FindingsStoreDependencies {
  /** Folder of the person's own findings. */
  readonly personal: vscode.Uri;
  readonly clock: Clock;
  readonly log: Log;
  /** Of which Settings Sync carries the keys that it is told from machine to machine; without one nothing is carried. */
  readonly synced?: (Store & { setKeysForSync?(keys: readonly string[]): void }) | undefined;
  /** Path of the script of the thread that reads; without one the files are read in this thread. */
  readonly reader?: string | undefined;
}

/** Key of the index that Settings Sync carries. */
export const syncedKey = 'findings.synced';

/** Changes of files are collected for this long, ms. */
const collectFor = 100;
/** Whoever has seen the first of them waits this long for more, ms. */
const moreAfter = 500;

const loadSynced = async () => (await import('../../core/findings/index.ts')).loadSynced();

/** The findings of whoever uses the extension, read by a thread of its own. */
export function openFindingsStore(
  context: vscode.ExtensionContext,
  { clock, log }: Pick<FindingsStoreDependencies, 'clock' | 'log'>,
): FindingsStore {
  const reader = context.asAbsolutePath('dist/findings-reader.cjs');
  return createFindingsStore({ personal: personalFolder(context), clock, log, synced: context.globalState, reader });
}

/** Opens the findings: the person's own, those in `.gitee-scout/findings` of each workspace folder, and those of teams. */
export function createFindingsStore({
  personal,
  clock,
  log,
  synced,
  reader,
}: FindingsStoreDependencies): FindingsStore {
  const changed = new vscode.EventEmitter<void>();
  const reading = reader === undefined ? undefined : createFindingsThread(reader);
  synced?.setKeysForSync?.([syncedKey]);
  let configured: ConfiguredFolders = new Map();
  let places = findPlaces(personal, configured);
  let started: Promise<Findings> | undefined;
  let opened: Promise<Findings> | undefined;
  let ids: ReadonlySet<string> = new Set();
  let watching: vscode.Disposable | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopListening: (() => void) | undefined;

  const refresh = async (findings: Findings) => {
    const list = await findings.list();
    ids = new Set(list.findings.map(({ finding }) => finding.id));
    if (synced) await writeIndex(findings, synced);
  };
  const writeIndex = async (findings: Findings, store: Store) => {
    const { readSynced, syncedIndex } = await loadSynced();
    const before = store.get<unknown>(syncedKey);
    const own = (await findings.list()).findings.filter(({ place }) => place === 'personal');
    const index = syncedIndex(
      own.map(({ finding }) => finding),
      await readSynced(before),
      new Date(clock.now()).toISOString(),
    );
    const isNothing = index.findings.length + index.removed.length === 0;
    // Nothing is not written down: what checks an index need not be loaded at the next start.
    if (before === undefined && isNothing) return;
    if (JSON.stringify(index) !== JSON.stringify(before)) await store.update(syncedKey, index);
  };
  const bringFromElsewhere = async (findings: Findings, store: Store) => {
    const here = new Set((await findings.list()).findings.map(({ finding }) => finding.id));
    // After the list: what reads the index takes longer to load than the first findings to show.
    const { missingHere, readSynced } = await loadSynced();
    await findings.add(missingHere(await readSynced(store.get<unknown>(syncedKey)), here), 'personal');
  };
  const reload = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      opened?.then(findings => findings.reload()).catch((error: unknown) => log.error('findings', error));
    }, collectFor);
  };
  const watch = () => {
    watching?.dispose();
    watching = vscode.Disposable.from(
      ...places.map(place => watchPlace(place, reload)),
      watchTeamFiles(`**/${configurationFile}`, configurationChanged),
    );
  };
  const configure = async () => {
    configured = await readConfigured(log);
    places = findPlaces(personal, configured);
  };
  const start = async (): Promise<Findings> => {
    const [{ openFindings, createPlaceReader }] = await Promise.all([
      import('../../core/findings/index.ts'),
      configure(),
    ]);
    const here = createPlaceReader();
    return openFindings({
      places: () => places.map(withFolder),
      clock,
      log,
      author: findAuthor,
      read: reading && readInThread({ reading, here, log, rootOf: id => places.find(place => place.id === id)?.root }),
    });
  };
  /** The findings before any of them was read. */
  const bare = () => {
    started ??= start().catch((cause: unknown) => {
      started = undefined;
      throw cause;
    });
    return started;
  };
  const open = async (): Promise<Findings> => {
    const findings = await bare();
    if (synced) {
      await bringFromElsewhere(findings, synced).catch((error: unknown) =>
        log.warn('Settings Sync of findings', error),
      );
    }
    stopListening = findings.onChange(() => {
      refresh(findings)
        .catch((error: unknown) => log.error('The findings could not be read', error))
        .finally(() => changed.fire());
    });
    watch();
    await refresh(findings).catch((error: unknown) => log.error('The findings could not be read', error));
    return findings;
  };
  const findings = () => {
    opened ??= open().catch((cause: unknown) => {
      opened = undefined;
      throw cause;
    });
    return opened;
  };
  const glance = async (): Promise<FindingsGlance> => {
    const all = findings().then(opening => opening.list());
    const growing = await bare();
    await Promise.race([all, growing.first()]);
    const { list, extent } = growing.soFar();
    // When files have been read anew, everybody is told.
    return extent === 'part' ? { list, more: within(moreAfter, all) } : { list };
  };
  const placesChanged = () => {
    places = findPlaces(personal, configured);
    if (!opened) return;
    watch();
    reload();
  };
  const configurationChanged = () => {
    if (!started) return;
    configure().then(placesChanged, (error: unknown) => log.error('findings', error));
  };
  const subscriptions = vscode.Disposable.from(
    changed,
    vscode.workspace.onDidChangeWorkspaceFolders(configurationChanged),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration(`${settings.section}.${settings.findingsTeamFolders}`)) placesChanged();
    }),
  );
  const placeForNew = () => {
    const [own] = places;
    const place = choosePlace(places) ?? own;
    if (!place) throw new Error('there is always the personal place');
    return place;
  };
  return {
    findings,
    glance,
    onDidChange: changed.event,
    savedIds: () => {
      findings().catch((error: unknown) => log.error('The findings could not be opened', error));
      return ids;
    },
    save: async draft => (await findings()).save(draft, placeForNew().id),
    places: () => places,
    placeForNew,
    uriOf: ({ place, path }) => {
      const root = places.find(({ id }) => id === place)?.root;
      return root && vscode.Uri.joinPath(root, ...path.split('/'));
    },
    placeOf: uri => places.find(({ root }) => folderKey(uri).startsWith(`${folderKey(root)}/`)),
    dispose: () => {
      clearTimeout(timer);
      reading?.end().catch((error: unknown) => log.warn('findings', error));
      stopListening?.();
      watching?.dispose();
      subscriptions.dispose();
    },
  };
}

/** Ends when the work does, but at the latest after so many ms. @throws what the work throws in that time */
async function within(longest: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<void>(resolve => {
    timer = setTimeout(resolve, longest);
  });
  await Promise.race([work, enough]).finally(() => clearTimeout(timer));
}

function withFolder({ id, label, root }: StorePlace): FindingPlace {
  return { id, label, folder: guarded(openUriFolder(root), root) };
}

/** A file with unsaved changes in an editor is not changed under them: whoever types would lose the one or the other. */
function guarded(folder: Folder, root: vscode.Uri): Folder {
  const check = async (path: string) => {
    const uri = vscode.Uri.joinPath(root, ...path.split('/')).toString();
    const typing = vscode.workspace.textDocuments.some(document => document.isDirty && document.uri.toString() === uri);
    if (!typing) return;
    const { FindingError } = await import('../../core/findings/index.ts');
    const message = vscode.l10n.t(
      'The file of this finding has unsaved changes in an editor. Save or undo them first.',
    );
    throw new FindingError('unsaved', message);
  };
  return {
    ...folder,
    write: async (path, text) => {
      await check(path);
      await folder.write(path, text);
    },
    remove: async path => {
      await check(path);
      await folder.remove(path);
    },
  };
}

/** A place that lies in the workspace may come as a whole, with the folder around it: `git pull` brings both at once. */
function watchPlace({ root, workspace }: StorePlace, changed: () => void): vscode.Disposable {
  const folders = new vscode.RelativePattern(workspace ?? root, '**');
  const counts = (uri: vscode.Uri) => liesIn(root, uri) || (liesIn(uri, root) && !/\.(?:md|tmp)$/.test(uri.path));
  return vscode.Disposable.from(
    watchFiles(new vscode.RelativePattern(root, '**/*.md'), changed),
    watchNewFolders(folders, counts, changed),
  );
}
