import * as vscode from 'vscode';
import type { SearchHit, SearchSource } from '../../core/model.ts';
import { commands, contextKeys, projectMimeType, views } from '../contributions.ts';
import { counted } from '../counted.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { ProjectTarget } from '../project-target.ts';
import { licenseLabel } from '../wording.ts';
import { sourceName } from './items.ts';

export interface Results {
  readonly query: string;
  /** Filters that were on, in words. */
  readonly filters: string;
  readonly hits: readonly SearchHit[];
}

interface SourceNode {
  readonly kind: 'source';
  readonly source: SearchSource;
}
interface HitNode {
  readonly kind: 'hit';
  readonly hit: SearchHit;
  /** For the commands on it. */
  readonly target: ProjectTarget;
}
type Node = SourceNode | HitNode;

export interface ResultsView extends vscode.Disposable {
  show(results: Results): Promise<void>;
}

/** The Search view: the hits of the last search to work through, by source. */
export function createResultsView(): ResultsView {
  const changed = new vscode.EventEmitter<void>();
  let results: Results | undefined;
  const nodesOf = (source: SearchSource): readonly HitNode[] =>
    (results?.hits ?? [])
      .filter(hit => hit.source === source)
      .map(hit => ({ kind: 'hit', hit, target: targetOf(hit) }));
  const view = vscode.window.createTreeView<Node>(views.results, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: node => (node.kind === 'source' ? sourceItem(node, nodesOf(node.source).length) : hitItem(node)),
      getChildren: node => {
        if (node?.kind === 'hit') return [];
        if (node) return [...nodesOf(node.source)];
        const sources = [...new Set((results?.hits ?? []).map(({ source }) => source))];
        return sources.map(source => ({ kind: 'source' as const, source }));
      },
    },
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: {
      dragMimeTypes: [projectMimeType],
      dropMimeTypes: [],
      handleDrag: (nodes, transfer) => {
        const targets = nodes.flatMap(node => (node.kind === 'hit' ? [node.target] : []));
        if (targets.length > 0) transfer.set(projectMimeType, new vscode.DataTransferItem(JSON.stringify(targets)));
      },
    },
  });
  const set = (next: Results | undefined) => {
    results = next;
    view.description = next ? [next.query, next.filters].filter(Boolean).join(' · ') : '';
    const state = next === undefined ? 'none' : next.hits.length === 0 ? 'empty' : 'ready';
    void vscode.commands.executeCommand('setContext', contextKeys.results, state);
    changed.fire();
  };
  set(undefined);
  const subscriptions = vscode.Disposable.from(
    changed,
    view,
    vscode.commands.registerCommand(commands.clearResults, () => set(undefined)),
    vscode.commands.registerCommand(commands.searchAgain, () =>
      vscode.commands.executeCommand(commands.search, results?.query),
    ),
  );
  return {
    show: async next => {
      set(next);
      await vscode.commands.executeCommand(`${views.results}.focus`);
    },
    dispose: () => subscriptions.dispose(),
  };
}

function sourceItem({ source }: SourceNode, count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(sourceName(source), vscode.TreeItemCollapsibleState.Expanded);
  item.id = `source ${source}`;
  item.iconPath = new vscode.ThemeIcon(source === 'catalog' ? 'book' : 'globe');
  item.description = count.toLocaleString(vscode.env.language);
  item.contextValue = 'source';
  item.accessibilityInformation = { label: vscode.l10n.t('{0}, hits: {1}', sourceName(source), count) };
  return item;
}

function hitItem({ hit, target }: HitNode): vscode.TreeItem {
  const { name, path, host, source, description, stars, language, license } = hit;
  const facts = [
    license === null ? undefined : licenseLabel(license),
    language ?? undefined,
    stars === null ? undefined : counted(vscode.l10n.t('{0} star|{0} stars'), stars),
  ].filter(fact => fact !== undefined);
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.None);
  item.id = `${source} ${host} ${path}`;
  item.iconPath = new vscode.ThemeIcon('repo');
  item.description = facts.join(' · ');
  item.contextValue = 'hit';
  item.tooltip = new vscode.MarkdownString(
    `**${escapeMarkdown(name)}**\n\n${escapeMarkdown(description)}\n\n${escapeMarkdown(path)}`,
  );
  item.command = { title: vscode.l10n.t('Open Project Page'), command: commands.openProject, arguments: [target] };
  item.accessibilityInformation = { label: [name, ...facts, description].join(', ') };
  return item;
}

export function targetOf(hit: SearchHit): ProjectTarget {
  const reference = hit.project === null ? { host: hit.host, path: hit.path } : { project: hit.project };
  return { reference, name: hit.name };
}
