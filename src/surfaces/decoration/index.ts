import * as vscode from 'vscode';
import type { AnnotationSwitch } from '../annotation-switch.ts';
import { annotationsOf } from '../annotations.ts';
import { contextKeys } from '../contributions.ts';
import type { IndexedManifest, ManifestIndex } from '../manifest-index.ts';
import { movedNotes, type PlacedNote, sameNotes } from './placed-notes.ts';
import { createRefreshTimer } from './refresh-timer.ts';

/** The ditto mark of lists: a family of ten packages says once what there is to say. */
const asAbove = '\u2033';

export interface DecorationDependencies {
  readonly index: ManifestIndex;
  readonly annotations: AnnotationSwitch;
}

/** Short notes after the lines of visible manifests, and the eye in the title bar. */
export function registerDecorations({ index, annotations }: DecorationDependencies): vscode.Disposable {
  const type = vscode.window.createTextEditorDecorationType({
    after: { margin: '0 0 0 2em', color: new vscode.ThemeColor('giteeScout.annotationForeground') },
    isWholeLine: false,
  });

  /** What the editor was told last: each telling is a message to its window. */
  let told: string | undefined;
  const tell = (state: string) => {
    if (state === told) return;
    told = state;
    void vscode.commands.executeCommand('setContext', contextKeys.annotations, state);
  };
  /**
   * The notes that each editor has, moved along with its text as the editor moves them. They are set anew only where they are
   * others: an editor whose text went on meanwhile would show them a line too high for a moment.
   */
  const placed = new WeakMap<vscode.TextEditor, readonly PlacedNote[]>();
  const place = (editor: vscode.TextEditor, notes: readonly PlacedNote[]) => {
    if (sameNotes(placed.get(editor), notes)) return;
    placed.set(editor, notes);
    editor.setDecorations(type, notes.map(optionOf));
  };
  const follow = (editor: vscode.TextEditor, changes: readonly vscode.TextDocumentContentChangeEvent[]) => {
    const notes = placed.get(editor);
    const moved = notes && movedNotes(notes, changes);
    if (moved) placed.set(editor, moved);
    else placed.delete(editor);
  };
  const draw = async (editor: vscode.TextEditor) => {
    const { document } = editor;
    const { version } = document;
    const manifest = await index.read(document);
    // The text went on while it was read: the refresh of that change draws.
    if (document.version !== version || document.isClosed) return;
    if (editor === vscode.window.activeTextEditor) showSwitch(document.uri, manifest);
    const shown = manifest && annotations.modeOf(manifest) === 'decoration' && !annotations.isHidden(document.uri);
    place(editor, shown ? notesOf(manifest, document) : []);
  };
  const showSwitch = (uri: vscode.Uri, manifest: IndexedManifest | undefined) => {
    const has = (manifest?.recognized.length ?? 0) > 0;
    const state = annotations.isHidden(uri) ? 'hidden' : 'shown';
    const wanted = manifest && (annotations.modeOf(manifest) !== 'off' || annotations.hasHints(manifest));
    tell(has && wanted ? state : '');
  };
  const drawAll = async () => {
    if (!vscode.window.activeTextEditor) tell('');
    await Promise.all(vscode.window.visibleTextEditors.map(draw));
  };
  const timer = createRefreshTimer(drawAll);

  timer.now();
  return vscode.Disposable.from(
    type,
    timer,
    vscode.window.onDidChangeVisibleTextEditors(timer.now),
    vscode.window.onDidChangeActiveTextEditor(timer.now),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      const editors = vscode.window.visibleTextEditors.filter(editor => editor.document === document);
      for (const editor of editors) follow(editor, contentChanges);
      if (editors.length > 0) timer.soon();
    }),
    annotations.onDidChange(timer.now),
    index.onDidChange(timer.soon),
  );
}

function notesOf(manifest: IndexedManifest, document: vscode.TextDocument): readonly PlacedNote[] {
  return annotationsOf(manifest, document).map(({ line, text, repeats }) => {
    const { character } = document.lineAt(line).range.end;
    return { line, character, text: repeats ? asAbove : text };
  });
}

function optionOf({ line, character, text: contentText }: PlacedNote): vscode.DecorationOptions {
  return { range: new vscode.Range(line, character, line, character), renderOptions: { after: { contentText } } };
}
