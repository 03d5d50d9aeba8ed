import * as vscode from 'vscode';
import { commands } from '../contributions.ts';
import { dependencyAt } from '../dependency-at.ts';
import type { IndexedDependency, ManifestIndex } from '../manifest-index.ts';
import type { ProjectTarget } from '../project-target.ts';
import { registerReplace, replacementOf } from './replace.ts';

/** The light bulb at a dependency with suggestions, and the command that replaces a dependency. */
export function registerActions(index: ManifestIndex): vscode.Disposable {
  return vscode.Disposable.from(registerReplace(index), registerLightBulb(index));
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
        const dependency = dependencyAt(manifest.dependencies, document, range.start);
        return dependency ? [...actionsFor(dependency, document.uri)] : [];
      },
    },
    { providedCodeActionKinds: [kind] },
  );
}

const kind = vscode.CodeActionKind.Refactor.append('giteeScout');

/** Suggestions offered in the menu; the view has the others. */
const offered = 3;

/** What can be done about a dependency, the most likely first; nothing when the catalog has nothing for it. */
export function actionsFor(dependency: IndexedDependency, uri: vscode.Uri): readonly vscode.CodeAction[] {
  const { suggestions, name, purl } = dependency;
  if (suggestions.length === 0) return [];
  const targets = suggestions.slice(0, offered).map((suggestion): ProjectTarget & { name: string } => ({
    reference: { project: suggestion.project },
    name: suggestion.name,
    replaces: suggestion.relation === 'same-project' ? undefined : purl,
  }));
  const replacements = suggestions.slice(0, offered).flatMap(suggestion => {
    const by = replacementOf(dependency, suggestion);
    const title = vscode.l10n.t('Replace {0} by {1}...', name, suggestion.name);
    const argument = { uri: uri.toString(), purl, by, name: suggestion.name };
    return by === undefined ? [] : [actionOf(title, commands.replaceDependency, argument)];
  });
  return [
    ...targets.map(target =>
      actionOf(vscode.l10n.t('Open the page of {0}', target.name), commands.openProject, target),
    ),
    ...targets.map(target => actionOf(vscode.l10n.t('Save {0} as finding', target.name), commands.saveFinding, target)),
    ...replacements,
    actionOf(vscode.l10n.t('Ignore {0} here', name), commands.ignoreDependency, { purl, uri: uri.toString() }),
  ];
}

function actionOf(title: string, command: string, argument: unknown): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.command = { title, command, arguments: [argument] };
  return action;
}
