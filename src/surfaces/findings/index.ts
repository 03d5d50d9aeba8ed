import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/index.ts';
import type { Log } from '../../core/ports.ts';
import { commands, contextKeys, views } from '../contributions.ts';
import type { FindingsStore } from '../findings-store.ts';
import type { LicenseJudge } from '../license-judge.ts';
import { readProjectTarget } from '../project-target.ts';
import {
  type ActionDependencies,
  askNote,
  askStatus,
  isForPeople,
  offerNextSteps,
  openFile,
  remove,
  saveTargets,
} from './actions.ts';
import { createDropController } from './drop.ts';
import { type FindingNode, type FindingsNode, findingNode, itemOf, rootsOf } from './nodes.ts';

export { createFindingsStore, type FindingsStoreDependencies } from './store.ts';

export interface FindingsDependencies {
  readonly store: FindingsStore;
  readonly catalog: () => Promise<Catalog>;
  readonly licenses: Pick<LicenseJudge, 'judge' | 'onDidChange'>;
  readonly log: Log;
}

/** The Findings view and the commands on findings. */
export function registerFindings({ store, catalog, licenses, log }: FindingsDependencies): vscode.Disposable {
  const dependencies: ActionDependencies = { store, catalog };
  const changed = new vscode.EventEmitter<void>();
  let state = 'loading';
  const become = (next: string) => {
    state = next;
    void vscode.commands.executeCommand('setContext', contextKeys.findings, next);
  };

  /** A line without a verdict is better than none. */
  const answerFor = async (node: FindingsNode) => {
    if (node.kind !== 'finding') return undefined;
    const { license, id } = node.saved.finding;
    return licenses.judge({ license, project: id }).catch((error: unknown) => {
      log.warn('license verdict', error);
      return undefined;
    });
  };
  const provider: vscode.TreeDataProvider<FindingsNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: async node => itemOf(node, await answerFor(node)),
    getChildren: async node => {
      if (node) return node.kind === 'status' ? node.findings.map(findingNode) : [];
      try {
        const roots = rootsOf(await (await store.findings()).list());
        become(roots.length > 0 ? 'ready' : 'empty');
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
        ? error.message
        : vscode.l10n.t('The finding could not be changed. The log says why.');
      const showLog = vscode.l10n.t('Show Log');
      const answer = await vscode.window.showErrorMessage(message, showLog);
      if (answer === showLog) await vscode.commands.executeCommand(commands.showLog);
    }
  };
  const view = vscode.window.createTreeView(views.findings, {
    treeDataProvider: provider,
    showCollapseAll: true,
    dragAndDropController: createDropController(dependencies, attempt),
  });
  /** A command on a finding: from the tree's menu, or by a key on what is selected there. */
  const onFinding = (id: string, run: (node: FindingNode) => Promise<void>) =>
    vscode.commands.registerCommand(id, async (argument: unknown) => {
      const node = isFindingNode(argument) ? argument : view.selection[0];
      if (node?.kind === 'finding') await attempt(() => run(node));
    });

  become(state);
  return vscode.Disposable.from(
    changed,
    view,
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
    onFinding(commands.removeFinding, ({ saved }) => remove(dependencies, saved)),
    onFinding(commands.changeFindingStatus, ({ saved }) => askStatus(dependencies, saved)),
    onFinding(commands.editFindingNote, ({ saved }) => askNote(dependencies, saved)),
    vscode.commands.registerCommand(commands.openFindingFile, async (argument: unknown) => {
      const node = isFindingNode(argument) || isDamagedNode(argument) ? argument : view.selection[0];
      if (node?.kind === 'finding') await openFile(store, node.saved);
      if (node?.kind === 'damaged') await openFile(store, node.unread);
    }),
    vscode.commands.registerCommand(commands.refreshFindings, () =>
      attempt(async () => (await store.findings()).reload()),
    ),
  );
}

function isFindingNode(value: unknown): value is FindingNode {
  return isNode(value, 'finding') && 'saved' in value;
}

function isDamagedNode(value: unknown): value is Extract<FindingsNode, { kind: 'damaged' }> {
  return isNode(value, 'damaged') && 'unread' in value;
}

function isNode(value: unknown, kind: FindingsNode['kind']): value is object {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}
