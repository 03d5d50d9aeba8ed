import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';
import { containsHan } from './han.ts';

/**
 * Parses Markdown as Gitee and GitHub read it, and emphasis beside Chinese punctuation as its authors mean it: tables, task lists, footnotes, strikethrough, bare addresses, math, front
 * matter. Every node carries its offsets in the text, in UTF-16 units.
 */
export function parseMarkdown(markdown: string): Root {
  const tree = parse(markdown, true);
  return hasProseAsMath(tree, markdown) ? parse(markdown, false) : tree;
}

function parse(markdown: string, singleDollarTextMath: boolean): Root {
  const matters = ['yaml', 'toml'] as const;
  return fromMarkdown(markdown, {
    extensions: [
      frontmatter([...matters]),
      gfm(),
      math({ singleDollarTextMath }),
      cjkFriendlyExtension(),
      ...(isStarry(markdown) ? [{ disable: { null: ['attention'] } }] : []),
    ],
    mdastExtensions: [frontmatterFromMarkdown([...matters]), gfmFromMarkdown(), mathFromMarkdown()],
  });
}

/** Signs of emphasis in one block; the parser's time grows with their square. */
const mostStars = 2000;

/** A block of nothing but stars is no prose: it is read without emphasis, in reasonable time. */
function isStarry(markdown: string): boolean {
  return markdown.split(/\n[ \t]*\n/).some(block => (block.match(/\*+|_+/g)?.length ?? 0) > mostStars);
}

/**
 * "Set $HOME and $PATH" is no formula. GitHub's rule: no space just inside the dollars, no letter or digit right after
 * them (https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions).
 */
function hasProseAsMath(node: Nodes, markdown: string): boolean {
  if (node.type === 'inlineMath') {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    const source = markdown.slice(start, end);
    if (source.startsWith('$$') || source.startsWith('$`')) return false;
    const prose = containsHan(source.replaceAll(/\\\w+\{[^}]*\}/g, ''));
    return prose || /^\$\s|\s\$$|`/.test(source) || /[\p{L}\p{N}]/u.test(markdown.charAt(end));
  }
  return 'children' in node && node.children.some(child => hasProseAsMath(child, markdown));
}
