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

/** Opens the manifest with the dependency's name selected, in the first column: the page stays where it is. */
export async function revealDependency(index: ManifestIndex, purl: string, label: string): Promise<void> {
  const manifest = [...index.manifests.values()].find(each => each.label === label);
  const dependency = manifest?.dependencies.find(each => each.purl === purl);
  if (!manifest || !dependency) return;
  const document = await vscode.workspace.openTextDocument(manifest.uri);
  const [start, end] = dependency.nameRange;
  const selection = new vscode.Range(document.positionAt(start), document.positionAt(end));
  await vscode.window.showTextDocument(document, { selection, viewColumn: vscode.ViewColumn.One });
}
