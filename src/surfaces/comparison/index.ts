import * as vscode from 'vscode';
import { commands, panels } from '../contributions.ts';
import { dependencyAt } from '../dependency-at.ts';
import type { IndexedDependency } from '../manifest-index.ts';
import { reasonText } from '../reason-text.ts';
import type { Compared } from './columns.ts';
import type { ComparisonDependencies } from './dependencies.ts';

/** More candidates than this do not fit beside one another. */
const mostCandidates = 3;

/** Compares a dependency with what could take its place. What pages are made of is loaded with the first comparison. */
export function registerComparison(dependencies: ComparisonDependencies): vscode.Disposable {
  let loaded:
    | Promise<
        vscode.Disposable & {
          show(compared: Compared): Promise<void>;
          restore(panel: vscode.WebviewPanel): Promise<void>;
          save(): Promise<void>;
          ask(): Promise<void>;
        }
      >
    | undefined;
  const open = () => {
    loaded ??= import('./panel.ts').then(({ createPanels }) => createPanels(dependencies));
    return loaded;
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.compare, async (argument: unknown) => {
      const compared = readArgument(argument) ?? (await choose(dependencies));
      if (compared) await (await open()).show(compared);
    }),
    vscode.window.registerWebviewPanelSerializer(panels.comparison, {
      deserializeWebviewPanel: async panel => (await open()).restore(panel),
    }),
    vscode.commands.registerCommand(commands.exportComparison, async () => (await open()).save()),
    vscode.commands.registerCommand(commands.askPackageManagers, async () => (await open()).ask()),
    new vscode.Disposable(() => {
      loaded?.then(
        shown => shown.dispose(),
        () => undefined,
      );
    }),
  );
}

/** From a link, a light bulb, or a line of the suggestions. */
function readArgument(value: unknown): Compared | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('dependency' in value && isDependency(value.dependency)) {
    const { purl, suggestions } = value.dependency;
    return { purl, projects: suggestions.slice(0, mostCandidates).map(({ project }) => project) };
  }
  if (!('purl' in value && 'projects' in value)) return undefined;
  const { purl, projects } = value;
  if (typeof purl !== 'string' || purl.length > 500 || !purl.startsWith('pkg:') || !Array.isArray(projects))
    return undefined;
  const ids = projects.filter((each): each is string => typeof each === 'string' && each.length <= 200);
  return { purl, projects: ids.slice(0, mostCandidates) };
}

function isDependency(value: unknown): value is IndexedDependency {
  return typeof value === 'object' && value !== null && 'purl' in value && 'suggestions' in value;
}

/** The dependency at the cursor, else one from a list; then up to three candidates. */
async function choose({ index, scout }: ComparisonDependencies): Promise<Compared | undefined> {
  const dependency = (await atCursor(index)) ?? (await chooseDependency(index));
  if (!dependency) return undefined;
  const names = await scout.catalog();
  const items = dependency.suggestions
    .filter(({ relation }) => relation === 'equivalent')
    .map((suggestion, at) => ({
      label: suggestion.name,
      detail: reasonText(suggestion, names),
      picked: at < mostCandidates,
      suggestion,
    }));
  if (items.length <= 1) return { purl: dependency.purl, projects: items.map(({ suggestion }) => suggestion.project) };
  const title = vscode.l10n.t('Compare {0} with up to {1} projects', dependency.name, mostCandidates);
  const picked = await vscode.window.showQuickPick(items, { title, canPickMany: true });
  if (!picked || picked.length === 0) return undefined;
  return {
    purl: dependency.purl,
    projects: picked.slice(0, mostCandidates).map(({ suggestion }) => suggestion.project),
  };
}

async function atCursor(index: ComparisonDependencies['index']): Promise<IndexedDependency | undefined> {
  const editor = vscode.window.activeTextEditor;
  const manifest = editor && (await index.read(editor.document));
  const found = manifest && dependencyAt(manifest.dependencies, editor.document, editor.selection.active);
  return found?.suggestions.some(({ relation }) => relation === 'equivalent') ? found : undefined;
}

async function chooseDependency(index: ComparisonDependencies['index']): Promise<IndexedDependency | undefined> {
  const editor = vscode.window.activeTextEditor;
  const own = editor && (await index.read(editor.document));
  const manifests = own ? [own] : [...index.manifests.values()];
  const items = manifests.flatMap(({ label, recognized }) =>
    recognized
      .filter(({ suggestions }) => suggestions.some(({ relation }) => relation === 'equivalent'))
      .map(dependency => ({ label: dependency.name, description: label, dependency })),
  );
  if (items.length === 0) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('There is no dependency to compare: open a manifest with suggestions first.'),
    );
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Compare which dependency?') });
  return picked?.dependency;
}
