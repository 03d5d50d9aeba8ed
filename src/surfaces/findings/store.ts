import * as vscode from 'vscode';
import type { FindingPlace, Findings } from '../../core/findings/index.ts';
import type { Clock, Log } from '../../core/ports.ts';
import { settings } from '../contributions.ts';
import type { FindingsStore } from '../findings-store.ts';
import { openUriFolder } from '../uri-folder.ts';

export interface FindingsStoreDependencies {
  /** Folder of the person's own findings. */
  readonly personal: vscode.Uri;
  readonly clock: Clock;
  readonly log: Log;
}

/** Changes of files are collected for this long, ms. */
const collectFor = 100;

interface Place extends FindingPlace {
  readonly root: vscode.Uri;
}

/** Opens the findings: the person's own, and those in `.gitee-scout/findings` of each workspace folder. */
export function createFindingsStore({ personal, clock, log }: FindingsStoreDependencies): FindingsStore {
  const changed = new vscode.EventEmitter<void>();
  let places = placesOf(personal);
  let opened: Promise<Findings> | undefined;
  let ids: ReadonlySet<string> = new Set();
  let watching: vscode.Disposable | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopListening: (() => void) | undefined;

  const refresh = async (findings: Findings) => {
    const list = await findings.list();
    ids = new Set(list.findings.map(({ finding }) => finding.id));
  };
  const reload = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      opened?.then(findings => findings.reload()).catch((error: unknown) => log.error('findings', error));
    }, collectFor);
  };
  const watch = () => {
    watching?.dispose();
    watching = vscode.Disposable.from(...places.map(({ root }) => watchFolder(root, reload)));
  };
  const open = async (): Promise<Findings> => {
    const { openFindings } = await import('../../core/findings/index.ts');
    const findings = openFindings({ places: () => places, clock, log });
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
  const subscriptions = vscode.Disposable.from(
    changed,
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      places = placesOf(personal);
      if (!opened) return;
      watch();
      reload();
    }),
  );
  return {
    findings,
    onDidChange: changed.event,
    savedIds: () => {
      findings().catch((error: unknown) => log.error('The findings could not be opened', error));
      return ids;
    },
    save: async draft => (await findings()).save(draft, placeForNew(places)),
    uriOf: ({ place, path }) => {
      const root = places.find(({ id }) => id === place)?.root;
      return root && vscode.Uri.joinPath(root, ...path.split('/'));
    },
    dispose: () => {
      clearTimeout(timer);
      stopListening?.();
      watching?.dispose();
      subscriptions.dispose();
    },
  };
}

function placesOf(personal: vscode.Uri): readonly Place[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri, name }) => ({
    id: uri.toString(),
    label: name,
    root: vscode.Uri.joinPath(uri, '.gitee-scout', 'findings'),
  }));
  return [{ id: 'personal', label: vscode.l10n.t('Personal'), root: personal }, ...folders].map(place => ({
    ...place,
    folder: openUriFolder(place.root),
  }));
}

function placeForNew(places: readonly Place[]): string {
  const wanted = vscode.workspace.getConfiguration(settings.section).get<string>(settings.findingsPlace);
  const inWorkspace = wanted === 'workspace' ? places.find(({ id }) => id !== 'personal') : undefined;
  return inWorkspace?.id ?? 'personal';
}

function watchFolder(root: vscode.Uri, changed: () => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, '*.md'));
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(changed),
    watcher.onDidCreate(changed),
    watcher.onDidDelete(changed),
  );
}
