import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';

/** What a translation must not change, counted by other means than those of the product. */
export interface Inventory {
  readonly code: readonly string[];
  readonly addresses: readonly string[];
  readonly tags: readonly string[];
  readonly tables: readonly string[];
  readonly headings: readonly number[];
  readonly lists: readonly string[];
  readonly matter: readonly string[];
}

/** Takes stock of a README. Sorted, but for what has an order that must stay. */
export function inventoryOf(markdown: string): Inventory {
  const code: string[] = [];
  const addresses: string[] = [];
  const tags: string[] = [];
  const tables: string[] = [];
  const headings: number[] = [];
  const lists: string[] = [];
  const matter: string[] = [];
  const walk = (node: Nodes): void => {
    switch (node.type) {
      case 'code':
        code.push(`${node.lang} ${node.meta} ${node.value}`);
        break;
      case 'inlineCode':
        code.push(node.value);
        break;
      case 'link':
      case 'image':
      case 'definition':
        addresses.push(`${firstPart(node.url)} ${node.title}`);
        break;
      case 'linkReference':
      case 'footnoteReference':
        addresses.push(`${node.type} ${node.identifier}`);
        break;
      case 'html':
        tags.push(...(node.value.match(/<!--[\s\S]*?-->|<\/?[a-zA-Z][^>]*>/g) ?? []));
        break;
      case 'table':
        tables.push(`${node.align?.join()} ${node.children.map(row => row.children.length).join()}`);
        break;
      case 'heading':
        headings.push(node.depth);
        break;
      case 'list':
        lists.push(`${node.ordered} ${node.start} ${node.children.map(item => item.checked).join()}`);
        break;
      case 'yaml':
        matter.push(node.value);
        break;
      default:
    }
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(
    fromMarkdown(markdown, {
      extensions: [frontmatter(), gfm()],
      mdastExtensions: [frontmatterFromMarkdown(), gfmFromMarkdown()],
    }),
  );
  return { code: code.sort(), addresses: addresses.sort(), tags: tags.sort(), tables, headings, lists, matter };
}

/** A bare address takes Chinese words along that follow without a space; they are words, and may be translated. */
function firstPart(address: string): string {
  return /^(?:https?:|www\.|mailto:)[!-~]*/.exec(address)?.[0] ?? address;
}
