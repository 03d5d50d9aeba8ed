import * as vscode from 'vscode';
import type { SearchHit } from '../../core/model.ts';
import { commands, settings } from '../contributions.ts';
import { dependencyAt } from '../dependency-at.ts';
import type { IndexedDependency, IndexedManifest, ManifestIndex } from '../manifest-index.ts';
import { commandLink } from '../markdown.ts';
import type { ProjectTarget } from '../project-target.ts';
import { createLook, type Look, type LookOptions, lookupMode } from './look.ts';
import { keptSentence, nothingSentence } from './wording.ts';

export interface LookupDependencies extends LookOptions {
  readonly index: Pick<ManifestIndex, 'read'>;
}

/** Looking a package up on Gitee that the catalog has nothing for: by command, light bulb and hover. */
export function registerLookup(dependencies: LookupDependencies): vscode.Disposable {
  const { index, log } = dependencies;
  const look = createLook(dependencies);
  const everywhere = { pattern: '**' };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.lookUpDependency, async (argument: unknown) => {
      const place = await dependencyOf(argument, index);
      if (place) await lookUp(place, look);
      else await vscode.window.showInformationMessage(vscode.l10n.t('There is no dependency at the cursor.'));
    }),
    vscode.languages.registerHoverProvider(everywhere, {
      provideHover: async (document, position, token) => {
        const place = await placeAt(document, position, index);
        if (!place || !isUnknown(place.dependency) || !isHoverOn(document) || token.isCancellationRequested) return;
        const text = await hoverText(place, document, look, token).catch((error: unknown) => {
          log.warn('looking up a package', error);
          return undefined;
        });
        return text === undefined ? undefined : hoverOf(text);
      },
    }),
    vscode.languages.registerCodeActionsProvider(everywhere, {
      provideCodeActions: async (document, range) => {
        if (lookupMode() === 'off') return [];
        const place = await placeAt(document, range.start, index);
        // Of what is known by its publisher alone nobody is asked unless somebody wants to.
        return place && (isUnknown(place.dependency) || place.dependency.publisher)
          ? [actionFor(place.dependency, document.uri)]
          : [];
      },
    }),
  );
}

interface Place {
  readonly dependency: IndexedDependency;
  readonly ecosystem: IndexedManifest['ecosystem'];
}

/** The catalog has nothing to say of it. */
function isUnknown({ suggestions, chinese }: IndexedDependency): boolean {
  return suggestions.length === 0 && !chinese;
}

async function placeAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  index: Pick<ManifestIndex, 'read'>,
): Promise<Place | undefined> {
  const manifest = await index.read(document);
  const dependency = manifest && dependencyAt(manifest.dependencies, document, position);
  return dependency && { dependency, ecosystem: manifest.ecosystem };
}

/** The dependency that a link or a menu names, else the one at the cursor. */
async function dependencyOf(argument: unknown, index: Pick<ManifestIndex, 'read'>): Promise<Place | undefined> {
  if (typeof argument !== 'object' || argument === null || !('purl' in argument) || !('uri' in argument)) {
    const editor = vscode.window.activeTextEditor;
    return editor && placeAt(editor.document, editor.selection.active, index);
  }
  const { purl, uri } = argument;
  if (typeof uri !== 'string') return undefined;
  const manifest = await index.read(await vscode.workspace.openTextDocument(vscode.Uri.parse(uri)));
  const dependency = manifest?.dependencies.find(one => one.purl === purl);
  return manifest && dependency && { dependency, ecosystem: manifest.ecosystem };
}

async function lookUp({ dependency, ecosystem }: Place, look: Look): Promise<void> {
  const title = vscode.l10n.t('Looking up {0} on Gitee', dependency.name);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const controller = new AbortController();
  const looked = await vscode.window.withProgress(options, async (_, cancellation) => {
    const listener = cancellation.onCancellationRequested(() => controller.abort());
    try {
      return await look(dependency, ecosystem, { clicked: true, signal: controller.signal });
    } finally {
      listener.dispose();
    }
  });
  if (controller.signal.aborted) return;
  if (looked.kind === 'kept') {
    await vscode.window.showInformationMessage(keptSentence(dependency.name, looked.reason));
    return;
  }
  const { query, result } = looked;
  if (result.hits.length === 0) {
    await vscode.window.showInformationMessage(nothingSentence(query, result));
    return;
  }
  const items = result.hits.map(hit => ({ label: hit.name, description: hit.path, detail: hit.description, hit }));
  const placeHolder = vscode.l10n.t('Projects on Gitee for "{0}"', query);
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true });
  if (chosen) await vscode.commands.executeCommand(commands.openProject, targetOf(chosen.hit, dependency));
}

/** What is of Chinese origin itself is not replaced by what is found under its name. */
function targetOf({ host, path, name }: SearchHit, { purl, chinese }: IndexedDependency): ProjectTarget {
  return { reference: { host, path }, name, replaces: chinese ? undefined : purl };
}

/** A link to click, or, where the settings say so, what Gitee has. Private names have neither answer nor request. */
async function hoverText(
  { dependency, ecosystem }: Place,
  document: vscode.TextDocument,
  look: Look,
  token: vscode.CancellationToken,
): Promise<string | undefined> {
  const mode = lookupMode();
  if (mode === 'off') return undefined;
  const link = vscode.l10n.t('Look Up {0} on Gitee', dependency.name);
  const argument = { purl: dependency.purl, uri: document.uri.toString() };
  if (mode === 'on-demand') return commandLink(link, commands.lookUpDependency, argument);
  const controller = new AbortController();
  const listener = token.onCancellationRequested(() => controller.abort());
  try {
    const looked = await look(dependency, ecosystem, { clicked: false, signal: controller.signal });
    if (looked.kind === 'kept' || looked.result.hits.length === 0) return undefined;
    const links = looked.result.hits
      .slice(0, 3)
      .map(hit => commandLink(hit.path, commands.openProject, targetOf(hit, dependency)));
    return vscode.l10n.t('On Gitee: {0}', links.join(' · '));
  } finally {
    listener.dispose();
  }
}

function isHoverOn({ uri }: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration(settings.section, uri).get<boolean>(settings.hoverEnabled) ?? true;
}

function hoverOf(text: string): vscode.Hover {
  const content = new vscode.MarkdownString(text, true);
  content.isTrusted = { enabledCommands: [commands.lookUpDependency, commands.openProject] };
  return new vscode.Hover(content);
}

function actionFor({ name, purl }: IndexedDependency, uri: vscode.Uri): vscode.CodeAction {
  const title = vscode.l10n.t('Look Up {0} on Gitee', name);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.Refactor.append('giteeScout'));
  action.command = { title, command: commands.lookUpDependency, arguments: [{ purl, uri: uri.toString() }] };
  return action;
}
