import type { Blockquote, Nodes, PhrasingContent, Root } from 'mdast';
import type {} from 'mdast-util-to-hast';
import type { TextRange } from '../model.ts';
import { rangeOf } from './inline.ts';
import { endBareAddress } from './protect.ts';

/** GitHub's alerts: https://docs.github.com/en/get-started/writing-on-github, "Alerts"; Gitee reads them alike. */
const alert = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;

const leaves: readonly string[] = ['paragraph', 'heading', 'tableCell', 'code', 'math', 'html', 'thematicBreak'];

/** Where a block stands in the text, by the number that it carries when it is rendered. */
export interface NumberedBlock {
  readonly number: number;
  readonly range: TextRange;
}

/**
 * Prepares a parsed README for rendering: gives alerts their form, and every smallest block its number in the order of
 * the text. A translation has the same blocks, so that equal numbers are the same place. Gives the blocks, outer ones first.
 */
export function decorate(tree: Root): readonly NumberedBlock[] {
  const blocks: NumberedBlock[] = [];
  let next = 0;
  const walk = (node: Nodes, inTight = false): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') endAddresses(node.children);
    if (node.type === 'blockquote') formAlert(node);
    // The paragraphs of a tight list do not show as such; their items carry the number.
    const isTight = node.type === 'listItem' && !node.spread;
    if (isTight || leaves.includes(node.type)) {
      node.data = { ...node.data, hProperties: { ...node.data?.hProperties, dataBlock: String(next) } };
      const range = rangeOf(node);
      // Tags in the text are blocks that carry no number.
      const shows = node.type !== 'html' && !(inTight && node.type === 'paragraph');
      if (range && shows) blocks.push({ number: next, range });
      next += 1;
    }
    if (leaves.includes(node.type)) return;
    if ('children' in node) for (const child of node.children) walk(child, isTight);
  };
  walk(tree);
  return blocks;
}

function formAlert(quote: Blockquote): void {
  const first = quote.children[0];
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  const kind = text?.type === 'text' ? alert.exec(text.value)?.[1]?.toLowerCase() : undefined;
  if (first?.type !== 'paragraph' || text?.type !== 'text' || !kind) return;
  text.value = text.value.replace(alert, '');
  if (text.value === '') first.children.shift();
  if (first.children[0]?.type === 'break') first.children.shift();
  if (first.children.length === 0) quote.children.shift();
  quote.data = {
    ...quote.data,
    hName: 'div',
    hProperties: { className: ['markdown-alert', `markdown-alert-${kind}`] },
  };
  quote.children.unshift({
    type: 'paragraph',
    data: { hProperties: { className: ['markdown-alert-title'] } },
    children: [{ type: 'text', value: `${kind.charAt(0).toUpperCase()}${kind.slice(1)}` }],
  });
}

/** Authors mean a bare address to end where Chinese goes on without a space; the parser does not. */
function endAddresses(children: PhrasingContent[]): void {
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const link = children[index];
    const words = link?.type === 'link' && link.children.length === 1 ? link.children[0] : undefined;
    if (link?.type !== 'link' || words?.type !== 'text' || !link.url.endsWith(words.value)) continue;
    const address = endBareAddress(words.value);
    const rest = words.value.slice(address.length);
    if (rest === '' || address === '') continue;
    link.url = link.url.slice(0, -rest.length);
    words.value = address;
    children.splice(index + 1, 0, { type: 'text', value: rest });
  }
}
