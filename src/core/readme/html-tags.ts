import type { TextRange } from '../model.ts';

/** A piece of HTML: a tag, a comment or declaration, or what stands between them. */
export interface HtmlPiece {
  readonly kind: 'open' | 'close' | 'single' | 'comment' | 'text';
  /** Lower case; empty for text and comments. */
  readonly name: string;
  readonly range: TextRange;
}

const pieces =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<(?<close>\/)?(?<name>[a-z][\w:-]*)(?<attributes>(?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?|\s|\/(?!>))*)(?<single>\/)?>/gi;

const singles: readonly string[] = [
  'br',
  'hr',
  'img',
  'input',
  'wbr',
  'source',
  'area',
  'col',
  'embed',
  'link',
  'meta',
];

/** Cuts HTML into its pieces, in their order and without a gap. Forgiving: what is no tag is text. */
export function htmlPieces(source: string, [start, end]: TextRange): readonly HtmlPiece[] {
  const found: HtmlPiece[] = [];
  let last = start;
  const text = (until: number) => {
    if (until > last) found.push({ kind: 'text', name: '', range: [last, until] });
  };
  for (const match of source.slice(start, end).matchAll(pieces)) {
    const from = start + match.index;
    text(from);
    last = from + match[0].length;
    const name = match.groups?.name?.toLowerCase() ?? '';
    const single = match.groups?.single !== undefined || singles.includes(name);
    const kind = name === '' ? 'comment' : match.groups?.close ? 'close' : single ? 'single' : 'open';
    found.push({ kind, name, range: [from, last] });
  }
  text(end);
  return found;
}

/** Elements whose content is not for translation. */
export const verbatimElements: readonly string[] = [
  ...[
    'code',
    'pre',
    'kbd',
    'samp',
    'var',
    'tt',
    'script',
    'style',
    'math',
    'svg',
    'textarea',
    'template',
    'iframe',
    'object',
  ],
];

/** Elements that stand inside a sentence; all others end it. */
export const inlineElements: readonly string[] = [
  ...[
    'a',
    'abbr',
    'b',
    'bdi',
    'big',
    'cite',
    'del',
    'em',
    'font',
    'i',
    'ins',
    'label',
    'mark',
    'q',
    's',
    'small',
    'span',
  ],
  ...['strike', 'strong', 'sub', 'sup', 'time', 'u', 'img', 'wbr', 'picture', 'source', 'input', ...verbatimElements],
].filter(name => name !== 'pre');

/** The index of the piece that closes the element opened at `index`, -1 when none does. */
export function closingPiece(all: readonly Pick<HtmlPiece, 'kind' | 'name'>[], index: number): number {
  const name = all[index]?.name;
  let depth = 0;
  for (let at = index; at < all.length; at += 1) {
    const piece = all[at];
    if (piece?.name !== name) continue;
    if (piece?.kind === 'open') depth += 1;
    if (piece?.kind === 'close') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}
