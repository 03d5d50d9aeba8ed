import * as vscode from 'vscode';
import type { PackagePlaces, WorkspaceDependency } from '../../webview/protocol.ts';
import { commands } from '../contributions.ts';
import type { IndexedManifest, ManifestIndex } from '../manifest-index.ts';
import { type Names, reasonText } from '../reason-text.ts';

/** A page lists no more than this: the suggestions view has all. */
const most = 30;

/** The dependencies of the workspace for which a project is suggested, from the manifests read so far. */
export function dependenciesOf(index: ManifestIndex, project: string, names: Names): readonly WorkspaceDependency[] {
  const found: WorkspaceDependency[] = [];
  for (const { uri, label, recognized } of index.manifests.values()) {
    const address = uri.toString();
    for (const { name, purl, requirement, suggestions } of recognized) {
      const suggestion = suggestions.find(each => each.project === project);
      if (!suggestion || found.some(each => each.purl === purl && each.uri === address)) continue;
      const { relation, effort } = suggestion;
      const reason = reasonText(suggestion, names);
      found.push({ name, purl, requirement, manifest: label, uri: address, relation, effort, reason });
      if (found.length === most) return found;
    }
  }
  return found;
}

/** The manifests with a dependency for which a project is suggested: the work in which it would be used. */
export function manifestsOf(index: ManifestIndex, project: string): readonly vscode.Uri[] {
  return [...index.manifests.values()]
    .filter(({ recognized }) => recognized.some(each => each.suggestions.some(one => one.project === project)))
    .map(({ uri }) => uri)
    .slice(0, most);
}

/** Opens the manifest with the dependency's name selected, in the first column: the page stays where it is. */
export async function revealDependency(index: ManifestIndex, purl: string, address: string): Promise<void> {
  const uri = index.manifests.get(address)?.uri;
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

/** Where the workspace uses packages already, and which of them one of its manifests could take. */
export function placesOf(index: ManifestIndex, purls: readonly string[]): readonly PackagePlaces[] {
  const usedIn = new Map(purls.map(purl => [purl, new Set<string>()]));
  const manifests = new Map<string, number>();
  for (const manifest of index.manifests.values()) {
    const { label, ecosystem } = manifest;
    if (manifest.count > 0) manifests.set(ecosystem, (manifests.get(ecosystem) ?? 0) + 1);
    for (const [purl, labels] of usedIn) if (manifest.has(purl)) labels.add(label);
  }
  return purls.map(purl => {
    const used = usedIn.get(purl) ?? new Set();
    const addable = (manifests.get(ecosystemOf(purl)) ?? 0) > used.size;
    return { purl, usedIn: [...used].slice(0, most), addable };
  });
}

function ecosystemOf(purl: string): string {
  return purl.slice('pkg:'.length, purl.indexOf('/'));
}

/**
 * Adds a package to a manifest, which the person chooses where several could take it. The edit itself is that of the light
 * bulb: version from the package manager, difference shown first.
 */
export async function addToManifest(index: ManifestIndex, project: string, purl: string): Promise<void> {
  const manifest = await chooseManifest(manifestsToTake(index, project, purl), purl);
  if (!manifest) return;
  const argument = { uri: manifest.uri.toString(), by: purl, name: packageName(purl) };
  await vscode.commands.executeCommand(commands.addDependency, argument);
}

/** Manifests of the package's ecosystem without it: those first for which the project is a suggestion, then the nearest. */
function manifestsToTake(index: ManifestIndex, project: string, purl: string): readonly IndexedManifest[] {
  const suggested = (manifest: IndexedManifest) =>
    manifest.recognized.some(each => each.suggestions.some(one => one.project === project)) ? 0 : 1;
  const depth = ({ label }: IndexedManifest) => label.split('/').length;
  return [...index.manifests.values()]
    .filter(({ ecosystem, count }) => ecosystem === ecosystemOf(purl) && count > 0)
    .filter(manifest => !manifest.has(purl))
    .sort(
      (one, other) =>
        suggested(one) - suggested(other) || depth(one) - depth(other) || (one.label < other.label ? -1 : 1),
    );
}

async function chooseManifest(
  manifests: readonly IndexedManifest[],
  purl: string,
): Promise<IndexedManifest | undefined> {
  const name = packageName(purl);
  if (manifests.length === 0) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('No manifest of this workspace could take {0}: it is there already, or there is none.', name),
    );
    return undefined;
  }
  if (manifests.length === 1) return manifests[0];
  // In full where folders of the workspace have one name.
  const alike = ({ label }: IndexedManifest) => manifests.filter(each => each.label === label).length > 1;
  const items = manifests.map(manifest => ({
    label: manifest.label,
    description: manifest.type,
    ...(alike(manifest) && { detail: manifest.uri.fsPath }),
    manifest,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Add {0} to which manifest?', name),
    matchOnDescription: true,
  });
  return picked?.manifest;
}

function packageName(purl: string): string {
  const name = purl.slice(purl.indexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // A damaged escape: shown as it is.
  }
}
