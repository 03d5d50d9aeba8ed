import type { TextRange } from '../model.ts';
import { parseMarkdown } from './parse.ts';
import type { SplitMarkdown } from './split.ts';
import { type StructureBlock, structureOf } from './structure.ts';
import type { Passage, Token } from './tokens.ts';
import { type WrittenPiece, writePassage } from './write.ts';

export interface SplicedMarkdown {
  readonly markdown: string;
  /** Passages that had to stay as they were, because their translation would have changed the structure. */
  readonly reverted: readonly Passage[];
  /** Where translated passages stand in the new text. */
  readonly places: ReadonlyMap<Passage, TextRange>;
}

export interface SpliceOptions {
  readonly spaced: boolean;
  /** Check that the structure is the same, and take back what changed it; without it the text may be read wrongly. */
  readonly check: boolean;
}

/** Puts translated passages back in the places of the original ones. Everything else stays byte by byte. */
export function spliceMarkdown(
  split: SplitMarkdown,
  translations: ReadonlyMap<Passage, readonly WrittenPiece[]>,
  { spaced, check }: SpliceOptions,
): SplicedMarkdown {
  const kept = new Map(translations);
  const reverted: Passage[] = [];
  const wanted = check ? structureOf(split.tree, split.source) : [];
  for (let round = 1; ; round += 1) {
    const { markdown, places } = put(split, kept, spaced);
    const wrong = check && kept.size > 0 ? differences(wanted, structureOf(parseMarkdown(markdown), markdown)) : [];
    if (wrong.length === 0) return { markdown, reverted, places };
    // Where blocks came or went, only the first difference has a known place: after some rounds it is not worth it.
    const guilty = round > rounds ? kept.keys() : new Set(wrong.flatMap(offset => nearest(places, offset) ?? []));
    for (const passage of [...guilty]) {
      kept.delete(passage);
      reverted.push(passage);
    }
  }
}

const rounds = 12;

function put(split: SplitMarkdown, translations: ReadonlyMap<Passage, readonly WrittenPiece[]>, spaced: boolean) {
  const { source } = split;
  const inner = split.passages.filter(passage => passage.context === 'alt' && translations.has(passage));
  const texts = new Map<Passage, string>();
  const sourceOf = (token: Token): string => {
    if (token.kind === 'close' && token.write !== undefined) return token.write;
    return withEdits(source, token.range, inner, texts);
  };
  for (const passage of [...inner, ...split.passages.filter(({ context }) => context !== 'alt')]) {
    const pieces = translations.get(passage);
    if (pieces) texts.set(passage, writePassage(passage, pieces, { sourceOf, spaced }));
  }
  const outer = split.passages.filter(passage => texts.has(passage) && !isInside(passage, split.passages, texts));
  const places = new Map<Passage, TextRange>();
  let markdown = '';
  let last = 0;
  for (const passage of [...outer].sort((one, other) => one.range[0] - other.range[0])) {
    markdown += source.slice(last, passage.range[0]);
    const text = texts.get(passage) ?? '';
    places.set(passage, [markdown.length, markdown.length + text.length]);
    markdown += text;
    last = passage.range[1];
  }
  return { markdown: markdown + source.slice(last), places };
}

function withEdits(
  source: string,
  [start, end]: TextRange,
  edits: readonly Passage[],
  texts: ReadonlyMap<Passage, string>,
): string {
  let text = '';
  let last = start;
  for (const edit of edits) {
    if (edit.range[0] < last || edit.range[1] > end) continue;
    text += source.slice(last, edit.range[0]) + (texts.get(edit) ?? source.slice(...edit.range));
    last = edit.range[1];
  }
  return text + source.slice(last, end);
}

/** Words of an image whose passage is itself translated go along with it. */
function isInside(passage: Passage, all: readonly Passage[], texts: ReadonlyMap<Passage, string>): boolean {
  if (passage.context !== 'alt') return false;
  return all.some(
    other =>
      other !== passage && texts.has(other) && other.range[0] <= passage.range[0] && other.range[1] >= passage.range[1],
  );
}

/** The offsets in the new text where its structure differs; only the first when there are more or fewer blocks. */
function differences(wanted: readonly StructureBlock[], found: readonly StructureBlock[]): readonly number[] {
  const offsets: number[] = [];
  for (let index = 0; index < Math.max(wanted.length, found.length); index += 1) {
    if (wanted[index]?.key === found[index]?.key) continue;
    offsets.push(found[index]?.start ?? Number.MAX_SAFE_INTEGER);
    if (wanted.length !== found.length) break;
  }
  return offsets;
}

/** The translated passage at an offset, else the last one before it, else the first. */
function nearest(places: ReadonlyMap<Passage, TextRange>, offset: number): Passage | undefined {
  let best: Passage | undefined;
  for (const [passage, [start, end]] of places) {
    if (offset >= start && offset < end) return passage;
    if (start <= offset || best === undefined) best = passage;
  }
  return best;
}
