import * as vscode from 'vscode';
import { type Comparison, type ComparisonColumn, compare, comparisonMarkdown } from '../../core/comparison/index.ts';
import { suggest } from '../../core/suggestions/index.ts';
import { panels } from '../contributions.ts';
import { type Compared, fillColumns, knownColumns } from './columns.ts';
import type { ComparisonDependencies } from './dependencies.ts';
import { comparisonDocument, pageCommands } from './document.ts';
import { cellTexts, rowLabel, sourceText } from './words.ts';

interface Shown {
  readonly panel: vscode.WebviewPanel;
  readonly title: string;
  readonly comparison: Comparison;
  readonly capability: (id: string) => string;
}

/** The open comparisons; the last one that was looked at is the one that is exported. */
export function createPanels(dependencies: ComparisonDependencies) {
  const { scout, extensionUri, log } = dependencies;
  const open = new Set<vscode.WebviewPanel>();
  let last: Shown | undefined;

  const show = async (compared: Compared) => {
    const catalog = await scout.catalog();
    const start = knownColumns(compared, catalog, suggest(compared.purl, catalog));
    const capability = (id: string) => catalog.capability(id)?.label ?? id;
    const title = vscode.l10n.t('Compare {0}', start.map(({ name }) => name).join(' · '));
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false };
    const panel = vscode.window.createWebviewPanel(panels.comparison, title, place, {
      enableScripts: false,
      enableCommandUris: pageCommands,
      enableFindWidget: true,
      localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'media')],
    });
    const stop = new AbortController();
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
    const draw = (columns: readonly ComparisonColumn[], loading: boolean, remarks: readonly string[] = []) => {
      if (stop.signal.aborted) return;
      const comparison = compare(columns);
      last = { panel, title, comparison, capability };
      webview.html = comparisonDocument({
        ...{ comparison, remarks, title, capability, loading, styleUris },
        cspSource: webview.cspSource,
      });
    };
    const view = panel.onDidChangeViewState(() => {
      if (panel.active && last?.panel !== panel) last = { panel, title, comparison: compare(columns), capability };
    });
    let columns = start;
    draw(columns, true);
    try {
      const remarks = await fillColumns(start, dependencies, stop.signal, next => {
        columns = next;
      });
      draw(columns, false, remarks);
    } catch (error) {
      log.error('comparison', error);
      draw(columns, false, [vscode.l10n.t('Not everything could be asked. The log says why.')]);
    }
    panel.onDidDispose(() => view.dispose());
  };

  return {
    show,
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
