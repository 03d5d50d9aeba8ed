import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/index.ts';
import type { Log } from '../../core/ports.ts';
import type { AnnotationSwitch } from '../annotation-switch.ts';
import { settings } from '../contributions.ts';
import { dependencyAt } from '../dependency-at.ts';
import type { LicenseJudge } from '../license-judge.ts';
import type { ManifestIndex } from '../manifest-index.ts';
import { hoverCommands, hoverText } from './text.ts';

export interface HoverDependencies {
  readonly index: ManifestIndex;
  readonly annotations: Pick<AnnotationSwitch, 'hasHover'>;
  readonly catalog: () => Promise<Catalog>;
  readonly licenses: Pick<LicenseJudge, 'judge'>;
  /** Told that a hover with links to pages is shown. */
  readonly prepare?: () => void;
  readonly log: Log;
}

/** Reasons and actions for the dependency under the pointer. */
export function registerHover(dependencies: HoverDependencies): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { pattern: '**' },
    { provideHover: (document, position, token) => provideHover(dependencies, document, position, token) },
  );
}

async function provideHover(
  { index, annotations, catalog, licenses, prepare, log }: HoverDependencies,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.Hover | undefined> {
  const { uri, version } = document;
  const manifest = await index.read(document);
  if (!manifest || document.version !== version || token.isCancellationRequested) return undefined;
  if (!annotations.hasHover(manifest)) return undefined;
  const dependency = dependencyAt(manifest.recognized, document, position);
  if (!dependency) return undefined;

  const known = await catalog();
  const answers = new Map(
    await Promise.all(
      dependency.suggestions.map(async ({ license, project }) => {
        // A hover without a verdict is better than none.
        const answer = await licenses.judge({ license, project }, uri).catch((error: unknown) => {
          log.warn('license verdict', error);
          return undefined;
        });
        return [project, answer] as const;
      }),
    ),
  );
  if (token.isCancellationRequested) return undefined;
  const text = hoverText(dependency, uri.toString(), {
    project: id => known.project(id),
    capability: id => known.capability(id),
    answer: id => answers.get(id),
    canLookUp: vscode.workspace.getConfiguration(settings.section).get<string>(settings.lookup) !== 'off',
  });
  if (text === undefined) return undefined;
  const content = new vscode.MarkdownString(text, true);
  prepare?.();
  content.isTrusted = { enabledCommands: hoverCommands };
  return new vscode.Hover(content, rangeOf(document, dependency.nameRange));
}

function rangeOf(document: vscode.TextDocument, [start, end]: readonly [number, number]): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
