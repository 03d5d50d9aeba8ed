import * as vscode from 'vscode';
import { commands } from '../contributions.ts';
import { dependencyAt } from '../dependency-at.ts';
import type { IndexedDependency, ManifestIndex } from '../manifest-index.ts';
import type { ProjectTarget } from '../project-target.ts';
import { packageFor, registerEdits } from './edit.ts';

/** The light bulb at a dependency with suggestions, and the commands that replace a dependency or add one. */
export function registerActions(index: ManifestIndex): vscode.Disposable {
  return vscode.Disposable.from(registerEdits(index), registerLightBulb(index));
}

function registerLightBulb(index: ManifestIndex): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { pattern: '**' },
    {
      provideCodeActions: async (document, range, { only }, token) => {
        if (only && !kind.intersects(only) && !only.contains(kind)) return [];
        const { version } = document;
        const manifest = await index.read(document);
        if (!manifest || document.version !== version || token.isCancellationRequested) return [];
        const dependency = dependencyAt(manifest.recognized, document, range.start);
        if (!dependency) return [];
        // It was loaded to read the manifest.
        const { isList } = await import('../../core/manifests/index.ts');
        return [...actionsFor(dependency, document.uri, isList(dependency))];
      },
    },
    { providedCodeActionKinds: [kind] },
  );
}

const kind = vscode.CodeActionKind.Refactor.append('giteeScout');

/** Suggestions offered in the menu; the view has the others. */
const offered = 3;

/**
 * What can be done about a dependency, the most likely first; nothing when the catalog has nothing for it.
 *
 * @param canAdd whether one of many stands there, so that another one can stand beside it
 */
export function actionsFor(
  dependency: IndexedDependency,
  uri: vscode.Uri,
  canAdd: boolean,
): readonly vscode.CodeAction[] {
  const { suggestions, name, purl, origin } = dependency;
  if (suggestions.length === 0) return [];
  const targets = suggestions.slice(0, offered).map((suggestion): ProjectTarget & { name: string } => ({
    reference: { project: suggestion.project },
    name: suggestion.name,
    replaces: suggestion.relation === 'same-project' ? undefined : purl,
  }));
  const edits = suggestions.slice(0, offered).flatMap(suggestion => {
    const by = packageFor(dependency, suggestion);
    if (by === undefined || origin !== 'registry') return [];
    const argument = { uri: uri.toString(), purl, by, name: suggestion.name };
    const add = actionOf(
      vscode.l10n.t('Add {0} beside {1}...', suggestion.name, name),
      commands.addDependency,
      argument,
    );
    const title = vscode.l10n.t('Replace {0} by {1}...', name, suggestion.name);
    return [
      ...(suggestion.relation === 'equivalent' ? [actionOf(title, commands.replaceDependency, argument)] : []),
      ...(canAdd ? [add] : []),
    ];
  });
  const equivalents = suggestions.filter(({ relation }) => relation === 'equivalent');
  const compared = equivalents.slice(0, offered).map(({ project }) => project);
  return [
    ...targets.map(target =>
      actionOf(vscode.l10n.t('Open the page of {0}', target.name), commands.openProject, target),
    ),
    ...(compared.length > 0
      ? [actionOf(vscode.l10n.t('Compare {0} with alternatives', name), commands.compare, { purl, projects: compared })]
      : []),
    ...targets.map(target => actionOf(vscode.l10n.t('Save {0} as finding', target.name), commands.saveFinding, target)),
    ...edits,
    actionOf(vscode.l10n.t('Ignore {0} here', name), commands.ignoreDependency, { purl, uri: uri.toString() }),
    actionOf(vscode.l10n.t('Ignore {0} for everybody in this repository', name), commands.ignoreForAll, {
      purl,
      uri: uri.toString(),
    }),
  ];
}

function actionOf(title: string, command: string, argument: unknown): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.command = { title, command, arguments: [argument] };
  return action;
}
