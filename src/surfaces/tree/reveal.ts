import * as vscode from 'vscode';
import { commands } from '../contributions.ts';
import type { ManifestIndex } from '../manifest-index.ts';

/** The command that shows a dependency in its manifest. */
export function registerReveal(index: ManifestIndex): vscode.Disposable {
  return vscode.commands.registerCommand(commands.revealDependency, async (argument: unknown) => {
    const place = readArgument(argument);
    if (!place) return;
    const document = await vscode.workspace.openTextDocument(place.uri);
    // The text as it is now: what the tree was made of may have moved.
    const manifest = await index.read(document);
    const range = manifest?.dependencies.find(({ purl }) => purl === place.purl)?.nameRange;
    const selection = range && new vscode.Range(document.positionAt(range[0]), document.positionAt(range[1]));
    await vscode.window.showTextDocument(document, {
      preserveFocus: place.preserveFocus,
      preview: true,
      ...(selection ? { selection } : {}),
    });
  });
}

function readArgument(
  value: unknown,
): { readonly purl: string; readonly uri: vscode.Uri; readonly preserveFocus: boolean } | undefined {
  if (typeof value !== 'object' || value === null || !('purl' in value) || !('uri' in value)) return undefined;
  const { purl, uri } = value;
  const preserveFocus = 'preserveFocus' in value && value.preserveFocus === true;
  return typeof purl === 'string' && uri instanceof vscode.Uri ? { purl, uri, preserveFocus } : undefined;
}
