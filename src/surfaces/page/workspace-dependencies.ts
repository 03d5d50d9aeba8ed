import * as vscode from 'vscode';
import type { WorkspaceDependency } from '../../webview/protocol.ts';
import type { ManifestIndex } from '../manifest-index.ts';

/** A page lists no more than this: the suggestions view has all. */
const most = 30;

/** The dependencies of the workspace for which a project is suggested, from the manifests read so far. */
export function dependenciesOf(index: ManifestIndex, project: string): readonly WorkspaceDependency[] {
  const found: WorkspaceDependency[] = [];
  for (const { label, dependencies } of index.manifests.values()) {
    for (const { name, purl, requirement, suggestions } of dependencies) {
      const suggestion = suggestions.find(each => each.project === project);
      if (!suggestion || found.some(each => each.purl === purl && each.manifest === label)) continue;
      const { relation, effort, reason } = suggestion;
      found.push({ name, purl, requirement, manifest: label, relation, effort, reason });
      if (found.length === most) return found;
    }
  }
  return found;
}

/** The manifests with a dependency for which a project is suggested: the work in which it would be used. */
export function manifestsOf(index: ManifestIndex, project: string): readonly vscode.Uri[] {
  return [...index.manifests.values()]
    .filter(({ dependencies }) => dependencies.some(each => each.suggestions.some(one => one.project === project)))
    .map(({ uri }) => uri)
    .slice(0, most);
}

/** Opens the manifest with the dependency's name selected, in the first column: the page stays where it is. */
export async function revealDependency(index: ManifestIndex, purl: string, label: string): Promise<void> {
  const uri = [...index.manifests.values()].find(each => each.label === label)?.uri;
  if (!uri) return;
  const document = await vscode.workspace.openTextDocument(uri);
  // The text as it is now: it may have been edited since the manifests were read.
  const manifest = await index.read(document);
  const range = manifest?.dependencies.find(each => each.purl === purl)?.nameRange;
  const selection = range && new vscode.Range(document.positionAt(range[0]), document.positionAt(range[1]));
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.One,
    ...(selection ? { selection } : {}),
  });
}
