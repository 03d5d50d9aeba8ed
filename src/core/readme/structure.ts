import type { Nodes, Root } from 'mdast';
import { htmlPieces, verbatimElements } from './html-tags.ts';
import { rangeOf } from './inline.ts';
import { endBareAddress } from './protect.ts';

/** A block of a README without its words. */
export interface StructureBlock {
  /** Kind, level, and everything inside that a translation must not change, in an order of its own. */
  readonly key: string;
  readonly start: number;
}

const leaves: readonly string[] = [
  'paragraph',
  'heading',
  'tableCell',
  'code',
  'math',
  'html',
  'yaml',
  'toml',
  'definition',
  'thematicBreak',
];

/** What a README consists of but for its words; equal before and after a translation. */
export function structureOf(tree: Root, source: string): readonly StructureBlock[] {
  const blocks: StructureBlock[] = [];
  const walk = (node: Nodes, depth: number): void => {
    const inner = leaves.includes(node.type) ? inlineKeys(node, source, '').sort() : [];
    blocks.push({ key: [depth, blockKey(node, source), ...inner].join('\u0000'), start: rangeOf(node)?.[0] ?? 0 });
    if (!leaves.includes(node.type) && 'children' in node) for (const child of node.children) walk(child, depth + 1);
  };
  walk(tree, 0);
  return blocks;
}

function blockKey(node: Nodes, source: string): string {
  switch (node.type) {
    case 'heading':
      return `heading ${node.depth}`;
    case 'list':
      return `list ${node.ordered} ${node.start} ${node.spread}`;
    case 'listItem':
      return `item ${node.checked}`;
    case 'table':
      return `table ${node.align?.join()}`;
    case 'code':
      return `code ${node.lang} ${node.meta}`;
    case 'math':
    case 'yaml':
      return `${node.type} ${node.value}`;
    case 'definition':
      return `definition ${node.identifier} ${node.url} ${node.title}`;
    case 'footnoteDefinition':
      return `footnote ${node.identifier}`;
    case 'html':
      return `html ${tagsIn(source, node)}`;
    default:
      return node.type;
  }
}

function inlineKeys(node: Nodes, source: string, path: string): string[] {
  if (!('children' in node)) return [];
  return node.children.flatMap(child => {
    const key = inlineKey(child, source);
    return key === undefined ? [] : [path + key, ...inlineKeys(child, source, `${path}${key}>`)];
  });
}

function inlineKey(node: Nodes, source: string): string | undefined {
  switch (node.type) {
    case 'text':
      return undefined;
    case 'link':
      return `link ${endBareAddress(node.url)} ${node.title}`;
    case 'image':
      return `image ${node.url} ${node.title}`;
    case 'linkReference':
    case 'imageReference':
    case 'footnoteReference':
      return `${node.type} ${node.identifier}`;
    case 'inlineCode':
    case 'inlineMath':
      return `${node.type} ${node.value}`;
    case 'html':
      return `html ${tagsIn(source, node)}`;
    default:
      return node.type;
  }
}

/** Tags, comments and verbatim elements as they stand, without the words between. */
function tagsIn(source: string, node: Nodes): string {
  const range = rangeOf(node);
  if (!range) return '';
  let verbatim: string | undefined;
  return htmlPieces(source, range)
    .filter(({ kind, name }) => {
      if (verbatim === undefined && kind === 'open' && verbatimElements.includes(name)) verbatim = name;
      else if (verbatim !== undefined && kind === 'close' && name === verbatim) verbatim = undefined;
      return kind !== 'text' || verbatim !== undefined;
    })
    .map(piece => source.slice(...piece.range))
    .join('');
}
