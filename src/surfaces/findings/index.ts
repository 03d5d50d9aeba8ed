import * as vscode from 'vscode';
import type { SavedFinding, Undo } from '../../core/findings/index.ts';
import type { Scout } from '../../core/index.ts';
import type { Clock, Log, Store } from '../../core/ports.ts';
import { capabilityName } from '../capability-name.ts';
import { commands, contextKeys, views } from '../contributions.ts';
import type { FindingsStore } from '../findings-store.ts';
import type { LicenseJudge } from '../license-judge.ts';
import { readProjectTarget } from '../project-target.ts';
import { errorText } from '../sentence-text.ts';
import { statusLabel } from '../wording.ts';
import {
  type ActionDependencies,
  askReview,
  askStatus,
  askTags,
  isForPeople,
  type JudgedFinding,
  namesOf,
  offerNextSteps,
  openFile,
  openNote,
  remove,
  saveTargets,
  transfer,
} from './actions.ts';
import { checkFindings } from './check.ts';
import { createDropController } from './drop.ts';
import { registerFileProblems } from './file-problems.ts';
import { importFindings } from './import.ts';
import { isStatus, itemOf } from './items.ts';
import {
  childrenOf,
  type DamagedNode,
  type FindingNode,
  type FindingsNode,
  rootsOf,
  type Surroundings,
} from './nodes.ts';
import { showDue } from './reminders.ts';
import { createViewState, groupings, type ViewState } from './state.ts';
import { createUndoStack } from './undo.ts';

export { createFindingsStore, type FindingsStoreDependencies, openFindingsStore, syncedKey } from './store.ts';

export interface FindingsDependencies {
  readonly store: FindingsStore;
  readonly scout: Pick<Scout, 'catalog' | 'gitee'>;
  readonly licenses: Pick<LicenseJudge, 'judge' | 'onDidChange'>;
  readonly clock: Clock;
  /** Of this workspace: how the view is arranged, and when reminders were shown. */
  readonly memory: Store;
  readonly log: Log;
}

/** The Findings view and the commands on findings. */
export function registerFindings({
  store,
  scout: { catalog, gitee },
  licenses,
  clock,
  memory,
  log,
}: FindingsDependencies): vscode.Disposable {
  const judge = ({ license, id }: JudgedFinding) => licenses.judge({ license, project: id });
  const dependencies: ActionDependencies = { store, catalog, judge };
  const changed = new vscode.EventEmitter<void>();
  const state = createViewState(memory);
  const undo = createUndoStack();
  let phase = 'loading';
  const become = (next: string) => {
    phase = next;
    void vscode.commands.executeCommand('setContext', contextKeys.findings, next);
  };
  const today = () => new Date(clock.now()).toISOString().slice(0, 10);

  /** A line without a verdict is better than none. */
  const answerFor = async (node: FindingsNode) => {
    if (node.kind !== 'finding') return undefined;
    return judge(node.saved.finding).catch((error: unknown) => {
      log.warn('license verdict', error);
      return undefined;
    });
  };
  /** The others of a long list come as they are read; a bar above the view says so. */
  const showMore = (more: Promise<void>) => {
    const shown = more
      .catch((error: unknown) => log.error('The findings could not be read', error))
      .then(() => changed.fire());
    void vscode.window.withProgress({ location: { viewId: views.findings } }, () => shown);
  };
  const provider: vscode.TreeDataProvider<FindingsNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: async node => itemOf(node, await answerFor(node)),
    getChildren: async node => {
      try {
        const core = await import('../../core/findings/index.ts');
        if (node) {
          if (node.kind !== 'group') return [];
          return [...childrenOf(node, core, await surroundings(dependencies, state, today()), state.checkOf)];
        }
        const { list, more } = await store.glance();
        if (more !== undefined) showMore(more);
        const roots = rootsOf(list, core, {
          ...(await surroundings(dependencies, state, today())),
          growing: more !== undefined,
        });
        const some = list.findings.length + list.unread.length > 0;
        if (some || more === undefined) become(roots.length > 0 ? 'ready' : some ? 'filteredOut' : 'empty');
        if (more === undefined) showDue(view, core.dueFindings(list.findings, today()), today(), memory);
        view.description = state.filter() === '' ? '' : `“${state.filter()}”`;
        return [...roots];
      } catch (error) {
        log.error('The findings could not be read', error);
        become('failed');
        return [];
      }
    },
  };
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      log.error('A finding could not be changed', error);
      const message = isForPeople(error)
        ? errorText(error)
        : vscode.l10n.t('The finding could not be changed. The log says why.');
      const showLog = vscode.l10n.t('Show Log');
      const answer = await vscode.window.showErrorMessage(message, showLog);
      if (answer === showLog) await vscode.commands.executeCommand(commands.showLog);
    }
  };
  const offerUndo = (message: string, step: Undo) => {
    void attempt(() => undo.offer(message, step));
  };
  const view = vscode.window.createTreeView(views.findings, {
    treeDataProvider: provider,
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: createDropController(dependencies, attempt, offerUndo),
  });
  /** A command on findings: from the tree's menu, or by a key on what is selected there. */
  const onFindings = (id: string, run: (saved: readonly SavedFinding[]) => Promise<void>) =>
    vscode.commands.registerCommand(id, async (argument: unknown, several: unknown) => {
      const nodes = isFindingNode(argument) ? (Array.isArray(several) ? several : [argument]) : view.selection;
      // Below tags a finding may be selected twice.
      const saved = new Map(
        nodes.filter(isFindingNode).map(({ saved: each }) => [`${each.place}\n${each.path}`, each] as const),
      );
      if (saved.size > 0) await attempt(() => run([...saved.values()]));
    });
  const command = (id: string, run: () => Promise<void>) => vscode.commands.registerCommand(id, () => attempt(run));

  become(phase);
  return vscode.Disposable.from(
    changed,
    state,
    view,
    registerFileProblems({ store, log }),
    state.onDidChange(() => changed.fire()),
    store.onDidChange(() => changed.fire()),
    licenses.onDidChange(() => changed.fire()),
    vscode.commands.registerCommand(commands.saveFinding, async (argument: unknown) => {
      const target = readProjectTarget(argument);
      if (!target) return;
      await attempt(async () => {
        const [saved] = await saveTargets(dependencies, [target]);
        if (saved) await offerNextSteps(dependencies, saved);
      });
    }),
    onFindings(commands.removeFinding, async saved => {
      const step = await remove(dependencies, saved);
      offerUndo(vscode.l10n.t('{0} is no longer among the findings.', namesOf(saved)), step);
    }),
    onFindings(commands.moveFinding, async saved => {
      const step = await transfer(dependencies, 'move', saved);
      if (step) offerUndo(vscode.l10n.t('Moved {0}.', namesOf(saved)), step);
    }),
    onFindings(commands.copyFinding, async saved => {
      await transfer(dependencies, 'copy', saved);
    }),
    onFindings(commands.changeFindingStatus, saved => askStatus(dependencies, saved)),
    onFindings(commands.editFindingTags, saved => askTags(dependencies, saved)),
    onFindings(commands.setFindingReview, saved => askReview(dependencies, saved, clock.now())),
    onFindings(commands.editFindingNote, async ([saved]) => saved && openNote(store, saved)),
    onFindings(commands.checkFinding, saved => checkFindings({ catalog, gitee, clock, state }, saved)),
    command(commands.checkFindings, async () => {
      const { filterFindings } = await import('../../core/findings/index.ts');
      const { findings } = await (await store.findings()).list();
      await checkFindings({ catalog, gitee, clock, state }, filterFindings(findings, state.filter()));
    }),
    command(commands.undoFinding, () => undo.undoLast()),
    command(commands.importFindings, () => importFindings(dependencies, gitee)),
    command(commands.groupFindings, () => askGrouping(state)),
    command(commands.filterFindings, () => askFilter(state)),
    command(commands.clearFindingsFilter, async () => state.setFilter('')),
    vscode.commands.registerCommand(commands.openFindingFile, async (argument: unknown) => {
      const node = isFindingNode(argument) || isDamagedNode(argument) ? argument : view.selection[0];
      if (node?.kind === 'finding') await openFile(store, node.saved);
      if (node?.kind === 'damaged') await openFile(store, node.unread);
    }),
    command(commands.refreshFindings, async () => (await store.findings()).reload()),
  );
}

async function surroundings(
  { store, catalog }: ActionDependencies,
  state: ViewState,
  today: string,
): Promise<Omit<Surroundings, 'growing'>> {
  const by = state.grouping();
  // Only what the catalog is needed for waits for it.
  const known = by === 'capability' ? await catalog() : undefined;
  const places = new Map(store.places().map(({ id, label }) => [id, label]));
  return {
    by,
    filter: state.filter(),
    today,
    capabilitiesOf: project => known?.project(project)?.capabilities.slice(0, 1) ?? [],
    labelOf: (grouping, key) => {
      if (key === '') return grouping === 'tag' ? vscode.l10n.t('No tags') : vscode.l10n.t('Not in the catalog');
      if (grouping === 'status') return isStatus(key) ? statusLabel(key) : key;
      if (grouping === 'place') return places.get(key) ?? key;
      return grouping === 'capability' ? capabilityName(known?.capability(key), key) : key;
    },
  };
}

async function askGrouping(state: ViewState): Promise<void> {
  const labels = {
    status: vscode.l10n.t('Status'),
    tag: vscode.l10n.t('Tag'),
    place: vscode.l10n.t('Place'),
    capability: vscode.l10n.t('What it is for'),
  };
  const now = state.grouping();
  const items = groupings.map(by => ({ label: labels[by], description: by === now ? vscode.l10n.t('now') : '', by }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Group Findings By') });
  if (picked) await state.setGrouping(picked.by);
}

async function askFilter(state: ViewState): Promise<void> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Filter Findings'),
    prompt: vscode.l10n.t('Words in a name, a tag, a note, a license or a package.'),
    value: state.filter(),
  });
  if (text !== undefined) state.setFilter(text);
}

function isFindingNode(value: unknown): value is FindingNode {
  return isNode(value, 'finding') && 'saved' in value;
}

function isDamagedNode(value: unknown): value is DamagedNode {
  return isNode(value, 'damaged') && 'unread' in value;
}

function isNode(value: unknown, kind: FindingsNode['kind']): value is object {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}
