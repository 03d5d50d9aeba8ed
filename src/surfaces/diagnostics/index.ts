import * as vscode from 'vscode';
import type { AnnotationSwitch } from '../annotation-switch.ts';
import type { IndexedManifest, ManifestIndex } from '../manifest-index.ts';

/** Typing goes on for this long before the list changes, ms. */
const pause = 300;

export interface DiagnosticsDependencies {
  readonly index: ManifestIndex;
  readonly annotations: AnnotationSwitch;
}

/** Suggestions as hints, for those who work with them (a setting); for open manifests only. */
export function registerDiagnostics({ index, annotations }: DiagnosticsDependencies): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('giteeScout');
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = async (document: vscode.TextDocument) => {
    const { uri, version } = document;
    const manifest = await index.read(document);
    if (document.version !== version || document.isClosed) return;
    const wanted = manifest && annotations.hasHints(manifest) && !annotations.isHidden(uri);
    if (wanted) collection.set(uri, diagnosticsOf(manifest, document));
    else collection.delete(uri);
  };
  const showAll = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const { document } of vscode.window.visibleTextEditors) void show(document);
    }, pause);
  };

  showAll();
  return vscode.Disposable.from(
    collection,
    { dispose: () => clearTimeout(timer) },
    index.onDidChange(showAll),
    vscode.window.onDidChangeVisibleTextEditors(showAll),
    vscode.workspace.onDidChangeTextDocument(showAll),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    annotations.onDidChange(showAll),
  );
}

/** One hint for each dependency for which something does the same job. */
export function diagnosticsOf(
  { recognized }: Pick<IndexedManifest, 'recognized'>,
  document: Pick<vscode.TextDocument, 'positionAt'>,
): readonly vscode.Diagnostic[] {
  return recognized.flatMap(({ name, nameRange: [start, end], suggestions }) => {
    const names = suggestions.filter(({ relation }) => relation === 'equivalent').map(each => each.name);
    if (names.length === 0) return [];
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    const message = vscode.l10n.t('{0}: the same job is done by {1}', name, names.join(', '));
    const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Hint);
    diagnostic.source = 'Gitee Scout';
    return [diagnostic];
  });
}
