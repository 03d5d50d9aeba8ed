import * as vscode from 'vscode';
import { type Comparison, type ComparisonColumn, compare, comparisonMarkdown } from '../../core/comparison/index.ts';
import { suggest } from '../../core/suggestions/index.ts';
import { capabilityName } from '../capability-name.ts';
import { panels } from '../contributions.ts';
import { askPackageManagers, type Compared, type Filling, fillColumns, knownColumns } from './columns.ts';
import type { ComparisonDependencies } from './dependencies.ts';
import { comparisonDocument, pageCommands } from './document.ts';
import { createMemory } from './memory.ts';
import { cellTexts, rowLabel, sourceText } from './words.ts';

interface Shown {
  readonly panel: vscode.WebviewPanel;
  readonly title: string;
  readonly comparison: Comparison;
  readonly capability: (id: string) => string;
  /** Asks the package managers that wait for it. */
  readonly ask: () => Promise<void>;
}

/** The open comparisons; the last one that was looked at is the one that is exported. */
export function createPanels(dependencies: ComparisonDependencies) {
  const { scout, context, log } = dependencies;
  const { extensionUri } = context;
  const open = new Set<vscode.WebviewPanel>();
  const memory = createMemory(context.workspaceState);
  let last: Shown | undefined;

  const askOnce = ({ licenses, manifest }: Filling) => {
    licenses.askOnce(manifest).catch((error: unknown) => log.error('asking for the own license', error));
  };
  const show = async (compared: Compared, restored?: vscode.WebviewPanel) => {
    const stop = new AbortController();
    restored?.onDidDispose(() => stop.abort());
    const catalog = await scout.catalog();
    if (stop.signal.aborted) return;
    const start = knownColumns(compared, catalog, suggest(compared.purl, catalog));
    const capability = (id: string) => capabilityName(catalog.capability(id), id);
    const title = vscode.l10n.t('Compare {0}', start.map(({ name }) => name).join(' · '));
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false };
    const options: vscode.WebviewOptions = {
      enableScripts: false,
      enableCommandUris: pageCommands,
      localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'media')],
    };
    const panel =
      restored ??
      vscode.window.createWebviewPanel(panels.comparison, title, place, { ...options, enableFindWidget: true });
    panel.webview.options = options;
    panel.title = title;
    open.add(panel);
    panel.onDidDispose(() => {
      stop.abort();
      open.delete(panel);
      if (last?.panel === panel) last = undefined;
    });
    const { webview } = panel;
    const styleUris = ['page.css', 'comparison.css'].map(name =>
      webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'media', name)).toString(),
    );
    const draw = (
      columns: readonly ComparisonColumn[],
      loading: boolean,
      { remarks = [], programs = [] }: { remarks?: readonly string[]; programs?: readonly string[] } = {},
    ) => {
      if (stop.signal.aborted) return;
      const comparison = compare(columns);
      last = { panel, title, comparison, capability, ask };
      webview.html = comparisonDocument({
        ...{ comparison, remarks, programs, title, capability, loading, styleUris },
        cspSource: webview.cspSource,
      });
    };
    const filling = { ...dependencies, manifest: manifestWith(dependencies.index, compared.purl) };
    let columns = start;
    let remarks: readonly string[] = [];
    const ask = async () => {
      draw(columns, true, { remarks });
      const asked = await askPackageManagers(columns, filling, stop.signal);
      columns = asked.columns;
      draw(columns, false, { remarks: [...remarks, ...asked.remarks] });
    };
    const view = panel.onDidChangeViewState(() => {
      if (panel.active && last?.panel !== panel) last = { panel, title, comparison: compare(columns), capability, ask };
    });
    panel.onDidDispose(() => view.dispose());
    draw(columns, true);
    try {
      // Not of a comparison that comes back by itself.
      if (!restored) askOnce(filling);
      await memory.remember(title, compared);
      const filled = await fillColumns(start, filling, stop.signal, next => {
        columns = next;
      });
      remarks = filled.remarks;
      draw(columns, false, filled);
    } catch (error) {
      log.error('comparison', error);
      draw(columns, false, { remarks: [vscode.l10n.t('Not everything could be asked. The log says why.')] });
    }
  };

  return {
    show,
    /** Fills a panel that comes back after a reload of the window, and asks anew; it has no script that could keep more. */
    async restore(panel: vscode.WebviewPanel): Promise<void> {
      const compared = memory.recall(panel.title);
      if (compared) await show(compared, panel);
      else panel.dispose();
    },
    /** Asks the package managers that wait for it, for the comparison that was looked at last. */
    ask: async () => last?.ask(),
    /** Opens the comparison as an unsaved Markdown document: whoever wants it saves it where they like. */
    async save(): Promise<void> {
      if (!last) {
        await vscode.window.showInformationMessage(vscode.l10n.t('There is no comparison to export.'));
        return;
      }
      const { title, comparison, capability } = last;
      const content = comparisonMarkdown(comparison, {
        title,
        unknown: vscode.l10n.t('not known'),
        fact: vscode.l10n.t('Fact'),
        differs: vscode.l10n.t('differs'),
        row: rowLabel,
        values: (id, cell) => cellTexts(id, cell, capability),
        source: sourceText,
      });
      const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
      await vscode.window.showTextDocument(document);
    },
    dispose: () => {
      for (const panel of open) panel.dispose();
    },
  };
}

/** A manifest that holds the package which is compared. */
function manifestWith({ manifests }: ComparisonDependencies['index'], purl: string): vscode.Uri | undefined {
  return [...manifests.values()].find(manifest => manifest.has(purl))?.uri;
}
