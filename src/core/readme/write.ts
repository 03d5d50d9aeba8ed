import type { Context, Passage, Role, Token } from './tokens.ts';

/** A piece of a translated passage: one of its own tokens, as its source is; or new words. */
export type WrittenPiece = Token | { readonly kind: 'words'; readonly text: string };

export interface WriteOptions {
  /** The source of a token, with what was translated inside of it. */
  readonly sourceOf: (token: Token) => string;
  /** Whether the language written parts its words by spaces. */
  readonly spaced: boolean;
}

/** Roles that stand among words like a word does. */
const wordlike: readonly Role[] = ['code', 'address', 'image', 'name', 'emoji', 'strong', 'emphasis', 'delete', 'link'];

interface Chunk {
  text: string;
  readonly kind: WrittenPiece['kind'];
  readonly role: Role | undefined;
}

/** Writes a passage from its pieces: new words escaped for their place, marks set so that the parser reads them again. */
export function writePassage(
  passage: Passage,
  pieces: readonly WrittenPiece[],
  { sourceOf, spaced }: WriteOptions,
): string {
  const chunks = pieces.map(
    (piece): Chunk =>
      piece.kind === 'words'
        ? { kind: piece.kind, role: undefined, text: escapeWords(piece.text, passage.context) }
        : { kind: piece.kind, role: 'role' in piece ? piece.role : undefined, text: sourceOf(piece) },
  );
  moveSpacesOut(chunks);
  if (spaced) partWords(chunks);
  const text = chunks.map(chunk => chunk.text).join('');
  return passage.context === 'markdown' ? escapeStart(text, passage, pieces[0]) : text;
}

/** `** word **` is no emphasis: spaces go outside. */
function moveSpacesOut(chunks: Chunk[]): void {
  for (const [index, chunk] of chunks.entries()) {
    const before = chunks[index - 1];
    const after = chunks[index + 1];
    if (chunk.kind === 'open' && after?.kind === 'words' && /^\s/.test(after.text)) {
      after.text = after.text.trimStart();
      if (before?.kind === 'words' && !/\s$/.test(before.text)) before.text += ' ';
    }
    if (chunk.kind === 'close' && before?.kind === 'words' && /\s$/.test(before.text)) {
      before.text = before.text.trimEnd();
      if (after?.kind === 'words' && /^[\p{L}\p{N}(]/u.test(after.text)) after.text = ` ${after.text}`;
    }
  }
}

/** Chinese needs no space beside code or a link; other languages do, and emphasis is not read without it. */
function partWords(chunks: Chunk[]): void {
  for (const [index, chunk] of chunks.entries()) {
    const next = chunks[index + 1];
    if (!next) break;
    const startsThing = next.kind === 'open' || next.kind === 'void';
    const endsThing = chunk.kind === 'close' || chunk.kind === 'void';
    if (chunk.kind === 'words' && startsThing && isWordlike(next) && /[\p{L}\p{N},;:.!?)%]$/u.test(chunk.text))
      chunk.text += ' ';
    else if (endsThing && isWordlike(chunk) && next.kind === 'words' && /^[\p{L}\p{N}(]/u.test(next.text)) {
      next.text = ` ${next.text}`;
    } else if (
      chunk.role === 'address' &&
      next.kind === 'words' &&
      /^[^\s]/.test(next.text) &&
      !/^[.,;:!?)]+(?:\s|$)/.test(next.text)
    ) {
      next.text = ` ${next.text}`;
    } else if (chunk.role === 'note' && next.kind === 'words' && /^[\p{L}\p{N}]/u.test(next.text))
      next.text = ` ${next.text}`;
    else if (chunk.kind === 'close' && startsThing && isWordlike(chunk) && isWordlike(next)) chunk.text += ' ';
  }
}

function isWordlike({ role }: Chunk): boolean {
  return role !== undefined && wordlike.includes(role);
}

/** New words must not mean anything to the parser. */
function escapeWords(text: string, context: Context): string {
  const line = text.replace(/\s+/g, ' ');
  if (context === 'html') return line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  if (context === 'alt') return line.replace(/[[\]\\]/g, '').replace(/[*_`<&$]/g, '\\$&');
  if (context === 'comment') return line.replace(/\*\/|-->/g, '');
  const escaped = line
    .replace(/[\\`*[\]<~$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w{1,32};)/g, '&amp;');
  return context === 'table' ? escaped.replaceAll('|', '\\|') : escaped;
}

/** At the beginning of a line some signs begin a list, a heading or a quote; at the end of a heading `#` closes it. */
function escapeStart(text: string, { startsLine, heading }: Passage, first: WrittenPiece | undefined): string {
  if (heading) return text.replace(/(\s)(#+)$/, '$1\\$2');
  if (!startsLine || first?.kind !== 'words') return text;
  return text
    .trimStart()
    .replace(/^(?:[+>=|-]|#{1,6}(?=\s|$))/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^:(?=-|\s)/, '\\:');
}
