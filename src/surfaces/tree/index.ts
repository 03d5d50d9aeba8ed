import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/index.ts';
import type { Log, Store } from '../../core/ports.ts';
import { capabilityName } from '../capability-name.ts';
import { commands, contextKeys, projectMimeType, views } from '../contributions.ts';
import type { LicenseJudge } from '../license-judge.ts';
import type { IndexedManifest, IndexState, ManifestIndex, SkippedManifest } from '../manifest-index.ts';
import { reasonText } from '../reason-text.ts';
import { createSlices, runInSlices } from '../slices.ts';
import { askArrangement, askFilter, rememberArrangement, rememberedArrangement } from './arrange.ts';
import { itemOf } from './items.ts';
import { createManifestRows, type RowChange } from './manifest-rows.ts';
import { createNews, suggestionsIn } from './news.ts';
import {
  type Arrangement,
  childrenOf,
  filtered,
  pagesOf,
  type Row,
  rootsOf,
  sameFiles,
  type TreeNode,
  unreadFiles,
} from './nodes.ts';
import { registerReveal } from './reveal.ts';

export interface TreeDependencies {
  readonly index: ManifestIndex;
  readonly catalog: () => Promise<Catalog>;
  readonly licenses: Pick<LicenseJudge, 'judge' | 'onDidChange'>;
  /** Of this workspace. */
  readonly memory: Store;
  readonly log: Log;
}

/** The Suggestions view. The workspace is read when the view is first looked at. */
export function registerTree({ index, catalog, licenses, memory, log }: TreeDependencies): vscode.Disposable {
  /** Nodes that look different now; all of them without any. */
  const changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  const news = createNews(memory);
  let arrangement = rememberedArrangement(memory);
  const all = createManifestRows();
  /** Those that pass the filter, where there is one. */
  let filteredRows: readonly Row[] | undefined;
  let roots: readonly TreeNode[] | undefined;
  /** Always the same one: while a person types, files come and go in it. */
  const unread: { readonly kind: 'unread'; readonly id: 'unread'; files: readonly SkippedManifest[] } = {
    kind: 'unread',
    id: 'unread',
    files: [],
  };
  let known: Catalog | undefined;
  /** Whether the rows of a whole scan were on the screen since the view was opened. */
  let seen = false;

  const shownRows = (): readonly Row[] => {
    if (arrangement.filter === '') return all.rows;
    filteredRows ??= filtered(all.rows, arrangement.filter);
    return filteredRows;
  };
  const shownCount = () => (arrangement.filter === '' ? all.count : shownRows().length);

  /** A line without a verdict is better than none. */
  const answerFor = async (node: TreeNode) => {
    if (node.kind !== 'suggestion' && node.kind !== 'project') return undefined;
    const { license, project } = node.suggestion;
    const uri = node.kind === 'suggestion' ? node.parent.uri : node.rows[0]?.manifest.uri;
    return licenses.judge({ license, project }, uri).catch((error: unknown) => {
      log.warn('license verdict', error);
      return undefined;
    });
  };
  const provider: vscode.TreeDataProvider<TreeNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: async node => {
      // The suggestions were made in another thread: here the catalog is opened for what needs its words only.
      if (node.kind === 'capability' || node.kind === 'suggestion') known ??= await catalog();
      // The first number with a separator takes the engine 13 ms: not in the turn in which 200 other lines are made.
      if (node.kind === 'more') await createSlices().turn();
      const names = known;
      return itemOf(node, {
        several: index.manifests.size > 1,
        capabilityLabel: id => capabilityName(names?.capability(id), id),
        answer: await answerFor(node),
        reason: suggestion => (names ? reasonText(suggestion, names) : ''),
      });
    },
    getChildren: async node => {
      if (node) return [...pagesOf(childrenOf(node, arrangement.sorting), node)];
      // Asked for again after every license that was judged: what was put together stays.
      roots ??= pagesOf(
        arrangement.grouping === 'manifest' && arrangement.filter === ''
          ? all.nodes(arrangement.sorting)
          : rootsOf(shownRows(), arrangement),
      );
      return unread.files.length > 0 && arrangement.filter === '' ? [...roots, unread] : [...roots];
    },
    getParent: node => ('parent' in node ? node.parent : undefined),
  };
  const view = vscode.window.createTreeView(views.suggestions, {
    treeDataProvider: provider,
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: {
      dragMimeTypes: [projectMimeType],
      dropMimeTypes: [],
      handleDrag: (nodes, transfer) => {
        const targets = nodes.flatMap(node => ('target' in node ? [node.target] : []));
        if (targets.length > 0) transfer.set(projectMimeType, new vscode.DataTransferItem(JSON.stringify(targets)));
      },
    },
  });

  const setContext = createContextSetter();
  const showAnew = () => {
    filteredRows = undefined;
    roots = undefined;
    changed.fire(undefined);
  };
  /** Shows what changed; most changes of a manifest are none of what is shown of it. */
  const showChange = (change: RowChange | undefined) => {
    const files = unreadFiles(index.skipped, all.broken);
    const filesChanged = !sameFiles(files, unread.files);
    const unreadComesOrGoes = files.length > 0 !== unread.files.length > 0;
    unread.files = files;
    const inPlace = arrangement.grouping === 'manifest' && arrangement.sorting === 'name' && arrangement.filter === '';
    const nodes: readonly TreeNode[] | undefined = change && (inPlace ? change.nodes : undefined);
    if (change && !nodes) showAnew();
    else if (unreadComesOrGoes) changed.fire(undefined);
    else if (nodes || filesChanged) changed.fire([...(nodes ?? []), ...(filesChanged ? [unread] : [])]);
    showState();
    showNews(change?.fresh);
  };
  let following: vscode.Disposable | undefined;
  let followAgain = false;
  const show = (keys?: ReadonlySet<string>) => {
    followAgain = following !== undefined;
    if (following) return;
    let done = false;
    const work = runInSlices(all.follow(index.manifests, keys), change => {
      done = true;
      following = undefined;
      showChange(change);
      if (followAgain) show();
    });
    if (!done) following = work;
  };
  const showState = () => {
    setContext(contextKeys.suggestions, stateOf(index, all.count, shownCount()));
    setContext(contextKeys.filtered, arrangement.filter !== '');
    view.description = arrangement.filter === '' ? '' : vscode.l10n.t('filtered by "{0}"', arrangement.filter);
    view.message = shownCount() > 0 ? progressText(index.state) : '';
  };
  let telling: vscode.Disposable | undefined;
  const tell = (manifests: Iterable<IndexedManifest>, done: (suggestions: readonly string[]) => void) => {
    telling?.dispose();
    let over = false;
    const work = runInSlices(suggestionsIn(manifests), suggestions => {
      over = true;
      telling = undefined;
      done(suggestions);
    });
    if (!over) telling = work;
  };
  const showNews = (fresh: readonly IndexedManifest[] | undefined) => {
    const onScreen = view.visible && index.state.kind === 'ready';
    // Those that were not told to the end are told with all the others.
    const known = seen && telling === undefined;
    if (onScreen && !(known && fresh === undefined))
      tell(known ? (fresh ?? []) : all.manifests, suggestions => void news.seen(suggestions));
    seen = onScreen;
    if (view.visible) view.badge = undefined;
    else if (fresh)
      tell(all.manifests, suggestions => {
        const count = news.count(suggestions);
        view.badge = count > 0 ? { value: count, tooltip: vscode.l10n.t('New suggestions: {0}', count) } : undefined;
      });
  };
  const arrange = async (change: Partial<Arrangement>) => {
    arrangement = { ...arrangement, ...change };
    showAnew();
    showState();
    if (change.filter === undefined) await rememberArrangement(memory, arrangement);
  };
  const scan = (read: () => Promise<void>) =>
    vscode.window.withProgress({ location: { viewId: views.suggestions } }, read);
  const look = async () => {
    if (!view.visible) return;
    if (index.state.kind === 'idle') await scan(() => index.scan());
    else show();
  };
  const start = () => {
    look().catch((error: unknown) => log.error('The suggestions could not be shown', error));
  };

  show();
  start();
  return vscode.Disposable.from(
    changed,
    view,
    { dispose: () => following?.dispose() },
    { dispose: () => telling?.dispose() },
    registerReveal(index),
    index.onDidChange(show),
    index.onDidProgress(() => {
      view.message = shownCount() > 0 ? progressText(index.state) : '';
    }),
    licenses.onDidChange(() => changed.fire(undefined)),
    view.onDidChangeVisibility(start),
    vscode.workspace.onDidChangeWorkspaceFolders(() => show()),
    vscode.commands.registerCommand(commands.refreshSuggestions, () => scan(() => index.refresh())),
    vscode.commands.registerCommand(commands.cancelScan, () => index.cancel()),
    vscode.commands.registerCommand(commands.filterSuggestions, (filter: unknown) => {
      if (typeof filter === 'string') return arrange({ filter });
      askFilter(arrangement.filter, text => void arrange({ filter: text }));
      return undefined;
    }),
    vscode.commands.registerCommand(commands.clearSuggestionFilter, () => arrange({ filter: '' })),
    vscode.commands.registerCommand(commands.groupSuggestions, async () => {
      const change = await askArrangement(arrangement);
      if (change) await arrange(change);
    }),
  );
}

/** The state for the welcome content, which shows only while the tree is empty. */
function stateOf({ state, manifests, skipped }: ManifestIndex, all: number, shown: number): string {
  if (!vscode.workspace.workspaceFolders?.length) return 'noFolder';
  if (state.kind === 'scanning' || state.kind === 'failed' || state.kind === 'canceled') return state.kind;
  if (state.kind === 'idle') return 'scanning';
  if (shown > 0) return 'ready';
  if (all > 0) return 'filteredOut';
  return manifests.size + skipped.length > 0 ? 'nothingFound' : 'noManifest';
}

function progressText(state: IndexState): string {
  switch (state.kind) {
    case 'scanning':
      return vscode.l10n.t('Reading manifests: {0} of {1}', state.done, state.total);
    case 'canceled':
      return vscode.l10n.t('Stopped: some manifests were not read.');
    case 'failed':
      return vscode.l10n.t('Not all manifests could be read. The log says why.');
    case 'idle':
    case 'ready':
      return '';
  }
}

/** Tells the editor what changed only: each telling is a message to its window. */
function createContextSetter(): (key: string, value: string | boolean) => void {
  const known = new Map<string, string | boolean>();
  return (key, value) => {
    if (known.get(key) === value) return;
    known.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };
}
