import type { Nodes, PhrasingContent } from 'mdast';
import type { TextRange } from '../model.ts';
import { closingPiece, type HtmlPiece, htmlPieces, verbatimElements } from './html-tags.ts';
import { endBareAddress, textTokens } from './protect.ts';
import type { Role, Token } from './tokens.ts';

/** Where a node stands in its text; `undefined` for nodes that the parser made up. */
export function rangeOf(node: Nodes): TextRange | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? undefined : [start, end];
}

/** Numbers the pairs of one passage. */
export type Counter = () => number;

export function createCounter(): Counter {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}

/** The pieces of inline Markdown between two offsets. */
export function inlineTokens(
  source: string,
  nodes: readonly PhrasingContent[],
  [start, end]: TextRange,
  count: Counter,
): readonly Token[] {
  const tokens: Token[] = [];
  const pieces = nodes.map(node => pieceOf(source, node));
  let last = start;
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    const range = node && rangeOf(node);
    if (!node || !range || range[0] < last) continue;
    // What lies between nodes with a place is words whose nodes were made anew, as for bare addresses.
    if (range[0] > last) tokens.push(...textTokens(source, [last, range[0]]));
    const closing = node.type === 'html' && pieces[index]?.kind === 'open' ? closingPiece(pieces, index) : -1;
    const closingRange = closing > index ? rangeOf(nodes[closing] ?? node) : undefined;
    if (closingRange) {
      tokens.push(...elementTokens(source, nodes.slice(index + 1, closing), range, closingRange, pieces[index], count));
      last = closingRange[1];
      index = closing;
    } else {
      tokens.push(...nodeTokens(source, node, range, count));
      last = range[1];
    }
  }
  if (end > last) tokens.push(...textTokens(source, [last, end]));
  return tokens;
}

function pieceOf(source: string, node: PhrasingContent): Pick<HtmlPiece, 'kind' | 'name'> {
  const range = node.type === 'html' ? rangeOf(node) : undefined;
  const piece = range && htmlPieces(source, range)[0];
  return piece ?? { kind: 'text', name: '' };
}

/** An HTML element written inside a paragraph, from its opening to its closing tag. */
function elementTokens(
  source: string,
  inner: readonly PhrasingContent[],
  open: TextRange,
  close: TextRange,
  piece: Pick<HtmlPiece, 'name'> | undefined,
  count: Counter,
): readonly Token[] {
  if (verbatimElements.includes(piece?.name ?? '')) return [{ kind: 'void', role: 'code', range: [open[0], close[1]] }];
  const pair = count();
  return [
    { kind: 'open', role: 'tag', pair, range: open },
    ...inlineTokens(source, inner, [open[1], close[0]], count),
    { kind: 'close', role: 'tag', pair, range: close },
  ];
}

function nodeTokens(source: string, node: PhrasingContent, range: TextRange, count: Counter): readonly Token[] {
  switch (node.type) {
    case 'text':
      return textTokens(source, range);
    case 'strong':
    case 'emphasis':
    case 'delete':
      return pairTokens(source, node.children, range, node.type, count);
    case 'link':
      return source.charAt(range[0]) === '['
        ? pairTokens(source, node.children, range, 'link', count)
        : bareAddress(source, range);
    case 'linkReference':
      return pairTokens(
        source,
        node.children,
        range,
        'link',
        count,
        node.referenceType === 'full' ? undefined : node.label,
      );
    case 'break':
      return [{ kind: 'break', range: withIndentation(source, range) }];
    case 'html':
      return [htmlToken(source, range)];
    case 'image':
    case 'imageReference':
      return [{ kind: 'void', role: 'image', range }];
    case 'footnoteReference':
      return [{ kind: 'void', role: 'note', range }];
    default:
      return [{ kind: 'void', role: 'code', range }];
  }
}

function pairTokens(
  source: string,
  children: readonly PhrasingContent[],
  range: TextRange,
  role: Role,
  count: Counter,
  label?: string | null,
): readonly Token[] {
  const first = children[0] && rangeOf(children[0]);
  const last = children.at(-1);
  const lastRange = last && rangeOf(last);
  if (!first || !lastRange) return [{ kind: 'void', role, range }];
  const pair = count();
  // `[text]` alone names its own address by its words: with other words the name has to be said.
  const write = label === undefined || label === null ? undefined : `][${label}]`;
  return [
    { kind: 'open', role, pair, range: [range[0], first[0]] },
    ...inlineTokens(source, children, [first[0], lastRange[1]], count),
    { kind: 'close', role, pair, range: [lastRange[1], range[1]], ...(write === undefined ? {} : { write }) },
  ];
}

/** A bare address ends, for a person, at the first Chinese sign; the parser goes on to the next space. */
function bareAddress(source: string, range: TextRange): readonly Token[] {
  const text = source.slice(range[0], range[1]);
  const address = text.startsWith('<') ? text : endBareAddress(text);
  const middle = range[0] + address.length;
  const rest = middle < range[1] ? textTokens(source, [middle, range[1]]) : [];
  return [{ kind: 'void', role: 'address', range: [range[0], middle] }, ...rest];
}

function htmlToken(source: string, range: TextRange): Token {
  const piece = htmlPieces(source, range)[0];
  if (piece?.name === 'br') return { kind: 'break', range };
  return { kind: 'void', role: piece?.name === 'img' ? 'image' : 'tag', range };
}

/** The indentation and quote marks of the next line belong to the break. */
function withIndentation(source: string, [start, end]: TextRange): TextRange {
  const more = /^(?:[ \t]*>)*[ \t]*/.exec(source.slice(end, end + 200))?.[0].length ?? 0;
  return [start, end + more];
}
