import type * as vscode from 'vscode';

/** A note behind the last letter of a line. */
export interface PlacedNote {
  readonly line: number;
  readonly character: number;
  readonly text: string;
}

/** Places are enough of a change: it need not be of an editor. */
export type TextChange = Pick<vscode.TextDocumentContentChangeEvent, 'text'> & {
  readonly range: { readonly start: Place; readonly end: Place };
};

type Place = Pick<vscode.Position, 'line' | 'character'>;

/**
 * Where the editor has moved notes after a change of the text; `undefined` where a note stood in what was changed: what
 * became of it is not certain.
 *
 * @param changes in the order in which they are made
 */
export function movedNotes(
  notes: readonly PlacedNote[],
  changes: readonly TextChange[],
): readonly PlacedNote[] | undefined {
  let moved = notes;
  for (const change of changes) {
    const next = moved.map(note => movedNote(note, change));
    moved = next.filter(note => note !== undefined);
    if (moved.length < next.length) return undefined;
  }
  return moved;
}

function movedNote(note: PlacedNote, { range: { start, end }, text }: TextChange): PlacedNote | undefined {
  if (isBefore(note, start)) return note;
  if (!isBefore(end, note)) return undefined;
  const lines = text.split(/\r\n|\r|\n/);
  const line = note.line - (end.line - start.line) + lines.length - 1;
  if (note.line !== end.line) return { ...note, line };
  const before = (lines.length > 1 ? 0 : start.character) + (lines.at(-1)?.length ?? 0);
  return { ...note, line, character: before + note.character - end.character };
}

function isBefore(left: Place, right: Place): boolean {
  return left.line < right.line || (left.line === right.line && left.character < right.character);
}

export function sameNotes(left: readonly PlacedNote[] | undefined, right: readonly PlacedNote[]): boolean {
  return (
    left?.length === right.length &&
    left.every(({ line, character, text }, at) => {
      const other = right[at];
      return line === other?.line && character === other.character && text === other.text;
    })
  );
}
