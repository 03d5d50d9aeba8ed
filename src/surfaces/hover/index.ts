import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/index.ts';
import { settings } from '../contributions.ts';
import { dependencyAt } from '../dependency-at.ts';
import type { ManifestIndex } from '../manifest-index.ts';
import { hoverCommands, hoverText } from './text.ts';
import { type Judge, rememberVerdicts } from './verdicts.ts';

export interface HoverDependencies {
  readonly index: ManifestIndex;
  readonly catalog: () => Promise<Catalog>;
  readonly judge: Judge;
}

/** Reasons and actions for the dependency under the pointer. */
export function registerHover(dependencies: HoverDependencies): vscode.Disposable {
  const verdicts = rememberVerdicts(dependencies.judge);
  const remembering = { ...dependencies, judge: verdicts.judge };
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(
      { pattern: '**' },
      { provideHover: (document, position, token) => provideHover(remembering, document, position, token) },
    ),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration(`${settings.section}.${settings.ownLicense}`)) verdicts.forget();
    }),
  );
}

async function provideHover(
  { index, catalog, judge }: HoverDependencies,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.Hover | undefined> {
  const { uri, version } = document;
  if (!vscode.workspace.getConfiguration(settings.section, uri).get<boolean>(settings.hoverEnabled)) return undefined;
  const manifest = await index.read(document);
  if (!manifest || document.version !== version || token.isCancellationRequested) return undefined;
  const dependency = dependencyAt(manifest.dependencies, document, position);
  if (!dependency) return undefined;

  const known = await catalog();
  const licenses = [...new Set(dependency.suggestions.map(({ license }) => license))];
  const verdicts = new Map(await Promise.all(licenses.map(async each => [each, await judge(each, uri)] as const)));
  if (token.isCancellationRequested) return undefined;
  const text = hoverText(dependency, uri.toString(), {
    project: id => known.project(id),
    verdict: license => verdicts.get(license),
  });
  if (text === undefined) return undefined;
  const content = new vscode.MarkdownString(text, true);
  content.isTrusted = { enabledCommands: hoverCommands };
  return new vscode.Hover(content, rangeOf(document, dependency.nameRange));
}

function rangeOf(document: vscode.TextDocument, [start, end]: readonly [number, number]): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
