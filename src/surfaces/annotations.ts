import * as vscode from 'vscode';
import type { IndexedDependency, IndexedManifest } from './manifest-index.ts';
import { publisherName } from './publisher-text.ts';

/** A short text for a line of a manifest, and whose it is. */
export interface Annotation {
  /** From 0. */
  readonly line: number;
  readonly text: string;
  readonly dependencies: readonly IndexedDependency[];
  /** The note above, right there or of the same family of packages, says the same: it need not be said again. */
  readonly repeats: boolean;
}

/** More texts than this on one line (a manifest without line breaks) are cut. */
const mostPerLine = 3;

/**
 * What to write at a dependency: `→ Day.js, +2` for what does the same job, a quiet mark for a package that is itself of
 * Chinese origin, with its publisher where no more is known, `undefined` when there is nothing to say. What only goes well with it is left to the hover and the view.
 */
export function annotationText({ suggestions, chinese, publisher }: IndexedDependency): string | undefined {
  const equivalents = suggestions.filter(({ relation }) => relation === 'equivalent');
  const [first] = equivalents;
  if (publisher) return `· ${vscode.l10n.t('published from China: {0}', publisherName(publisher))}`;
  if (chinese) return `· ${vscode.l10n.t('of Chinese origin')}`;
  if (first) return equivalents.length > 1 ? `→ ${first.name}, +${equivalents.length - 1}` : `→ ${first.name}`;
  const [companion] = suggestions;
  return companion ? `+ ${companion.name}` : undefined;
}

/** The annotations of a manifest, one for each line that has something to say, from top to bottom. */
export function annotationsOf(
  manifest: Pick<IndexedManifest, 'recognized'>,
  document: Pick<vscode.TextDocument, 'positionAt'>,
): readonly Annotation[] {
  const byLine = new Map<number, { texts: string[]; dependencies: IndexedDependency[] }>();
  for (const dependency of manifest.recognized) {
    const text = annotationText(dependency);
    if (text === undefined) continue;
    const { line } = document.positionAt(dependency.nameRange[1]);
    const here = byLine.get(line) ?? { texts: [], dependencies: [] };
    here.texts.push(text);
    here.dependencies.push(dependency);
    byLine.set(line, here);
  }
  const notes = [...byLine]
    .map(([line, { texts, dependencies }]) => ({ line, text: joined(texts), dependencies }))
    .sort((left, right) => left.line - right.line);
  return notes.map((note, position) => ({ ...note, repeats: repeats(note, notes[position - 1]) }));
}

type Note = Omit<Annotation, 'repeats'>;

/** The same words and the same projects or publisher as in the note above, on the next line or of the same family. */
function repeats(note: Note, above: Note | undefined): boolean {
  const [own] = note.dependencies;
  const [other] = above?.dependencies ?? [];
  if (!above || !own || !other || note.dependencies.length > 1 || note.text !== above.text) return false;
  if (own.place !== other.place || projectsOf(own) !== projectsOf(other)) return false;
  return note.line === above.line + 1 || (familyOf(own) !== undefined && familyOf(own) === familyOf(other));
}

function projectsOf({ suggestions }: IndexedDependency): string {
  return suggestions.map(({ project }) => project).join(' ');
}

/** What stands before the last part of a package URL: a scope of npm, a group of Maven, an owner on GitHub. */
function familyOf({ purl }: IndexedDependency): string | undefined {
  return /^pkg:[a-z]+\/.+\//.exec(purl)?.[0];
}

function joined(texts: readonly string[]): string {
  const shown = texts.slice(0, mostPerLine).join('   ');
  return texts.length > mostPerLine ? `${shown}   …` : shown;
}
