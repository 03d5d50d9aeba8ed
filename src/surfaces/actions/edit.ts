import * as vscode from 'vscode';
import type { TextChange } from '../../core/manifests/index.ts';
import type { Suggestion } from '../../core/model.ts';
import { commands } from '../contributions.ts';
import { latestVersion } from '../latest-version.ts';
import type { IndexedDependency, ManifestIndex } from '../manifest-index.ts';
import { effortLabel } from '../wording.ts';
import { pathInWorkspace } from '../workspace-path.ts';

/** What the commands need: which dependency of which manifest, and the package to put in its place or beside it. */
export interface EditArgument {
  readonly uri: string;
  /** Absent where a package is added to a manifest for its own sake, beside no certain dependency. */
  readonly purl?: string | undefined;
  readonly by: string;
  readonly name: string;
}

/** The package of a suggested project that can stand where a dependency stands, in the same ecosystem. */
export function packageFor({ purl }: IndexedDependency, { relation, purls }: Suggestion): string | undefined {
  const ecosystem = /^pkg:[a-z]+\//.exec(purl)?.[0];
  return relation !== 'same-project' && ecosystem ? purls.find(each => each.startsWith(ecosystem)) : undefined;
}

/**
 * The commands that put another package in a dependency's place or beside it: shown as a difference first, and undone
 * like any other edit.
 */
export function registerEdits(index: ManifestIndex): vscode.Disposable {
  const register = (id: string, kind: 'replace' | 'add') =>
    vscode.commands.registerCommand(id, async (value: unknown) => {
      const argument = readArgument(value);
      if (argument) await edit(index, argument, kind);
    });
  return vscode.Disposable.from(
    register(commands.replaceDependency, 'replace'),
    register(commands.addDependency, 'add'),
  );
}

async function edit(index: ManifestIndex, argument: EditArgument, kind: 'replace' | 'add'): Promise<void> {
  const { uri, purl, by, name } = argument;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const version = await askVersion(by, name, document.uri);
  if (version === undefined) return;
  const { addDependency, replaceDependency } = await import('../../core/manifests/index.ts');
  const path = pathInWorkspace(document.uri, true);
  // Read after the question: the text may have changed meanwhile.
  const { dependencies = [] } = (await index.read(document)) ?? {};
  const dependency = dependencies.find(each => each.purl === purl);
  const text = document.getText();
  const models = purl === undefined ? modelsIn(dependencies) : dependency ? [dependency] : [];
  const added =
    kind === 'add' ? first(models, model => addDependency(path, text, model, { purl: by, version })) : undefined;
  const changes = added
    ? [added]
    : dependency && kind === 'replace' && replaceDependency(path, text, dependency, { purl: by, version });
  if (!changes) {
    await vscode.window.showWarningMessage(
      vscode.l10n.t(
        '{0} cannot be put here without damage to the manifest. Its page has the coordinates to copy.',
        name,
      ),
    );
    return;
  }
  const label = kind === 'add' ? vscode.l10n.t('Add {0}', name) : vscode.l10n.t('Replace by {0}', name);
  const suggestion = dependency?.suggestions.find(({ purls }) => purls.includes(by));
  const note = kind === 'replace' && suggestion ? migrationNote(suggestion) : undefined;
  const applied = await apply(document, changes, { label, ...(note ? { description: note.text } : {}) });
  if (applied && note) await show(note);
}

/** Each one tried means reading the manifest a few times. */
const mostModels = 8;

/** Dependencies whose way of being written a new one can take, those that are needed at run time first. */
function modelsIn(dependencies: readonly IndexedDependency[]): readonly IndexedDependency[] {
  const needed = dependencies.filter(({ scope }) => scope === 'runtime');
  const others = dependencies.filter(({ scope }) => scope !== 'runtime');
  return [...needed, ...others].slice(0, mostModels);
}

function first<T, R>(list: readonly T[], make: (each: T) => R | undefined): R | undefined {
  for (const each of list) {
    const made = make(each);
    if (made !== undefined) return made;
  }
  return undefined;
}

/** What the catalog says about changing over, and where that is said. */
export interface MigrationNote {
  readonly text: string;
  readonly source: string | undefined;
}

export function migrationNote({ effort, reasons }: Suggestion): MigrationNote {
  const documented = reasons.find(reason => reason.kind === 'documented');
  return {
    text: [effortLabel(effort), ...(documented ? [documented.claim] : [])].join(' · '),
    source: documented?.source.startsWith('https://') ? documented.source : undefined,
  };
}

/** Stays until it is read: the work of changing over begins with the manifest. */
async function show({ text, source }: MigrationNote): Promise<void> {
  if (source === undefined) return;
  const open = vscode.l10n.t('Read More');
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('Changing over: {0}', text), open);
  if (chosen === open) await vscode.env.openExternal(vscode.Uri.parse(source));
}

/** One change, not one for name and one for version: confirming half of it would make nonsense. */
async function apply(
  document: vscode.TextDocument,
  changes: readonly TextChange[],
  words: Pick<vscode.WorkspaceEditEntryMetadata, 'label' | 'description'>,
): Promise<boolean> {
  const { applyChanges } = await import('../../core/manifests/index.ts');
  const start = Math.min(...changes.map(({ range }) => range[0]));
  const end = Math.max(...changes.map(({ range }) => range[1]));
  const inside = changes.map(({ range, text }) => ({ text, range: [range[0] - start, range[1] - start] as const }));
  const place = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const workspaceEdit = new vscode.WorkspaceEdit();
  workspaceEdit.replace(document.uri, place, applyChanges(document.getText(place), inside), {
    needsConfirmation: true,
    ...words,
  });
  return await vscode.workspace.applyEdit(workspaceEdit, { isRefactoring: true });
}

/** The version to write; asked from the person where the package manager does not say it. */
async function askVersion(purl: string, name: string, uri: vscode.Uri): Promise<string | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  const title = vscode.l10n.t('Asking the registry for the version of {0}', name);
  const stop = new AbortController();
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const latest = await vscode.window.withProgress(options, async (_, cancellation) => {
    const listener = cancellation.onCancellationRequested(() => stop.abort());
    try {
      const found = await latestVersion(purl, folder?.scheme === 'file' ? folder.fsPath : undefined, stop.signal);
      return found?.version;
    } finally {
      listener.dispose();
    }
  });
  if (latest !== undefined) return latest;
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Version of {0}', name),
    prompt: vscode.l10n.t('The registry was not asked or did not answer. Which version should be written?'),
    placeHolder: '1.0.0',
    validateInput: text => (/^v?\d[\w.+-]*$/.test(text) ? undefined : vscode.l10n.t('This is no version.')),
  });
}

function readArgument(value: unknown): EditArgument | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('uri' in value && 'by' in value && 'name' in value)) return undefined;
  const { uri, by, name } = value;
  const purl = 'purl' in value ? value.purl : undefined;
  if (!isText(uri) || !isText(by) || !isText(name)) return undefined;
  if (purl === undefined) return { uri, by, name };
  return isText(purl) ? { uri, purl, by, name } : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length < 2000;
}
