import type { Code, Image, Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import type { TextRange } from '../model.ts';
import { commentPassages } from './comments.ts';
import { htmlPassages } from './html-passages.ts';
import { createCounter, inlineTokens, rangeOf } from './inline.ts';
import { parseMarkdown } from './parse.ts';
import type { Context, Passage } from './tokens.ts';

export interface SplitOptions {
  /** Also the comments in code blocks. */
  readonly codeComments?: boolean | undefined;
}

export interface SplitMarkdown {
  readonly source: string;
  readonly tree: Root;
  /** In the order of the text; the text of an image may lie inside a passage. */
  readonly passages: readonly Passage[];
}

/** Pictures that are signs: their words are part of a picture that stays. */
const badge = /badge|shields\.io|travis-ci|codecov|coveralls|star\.svg|fork\.svg|\/actions\/workflows\//i;

/** Finds the passages of a README: everything that holds words. Code, addresses, front matter and math hold none. */
export function splitMarkdown(source: string, options: SplitOptions = {}): SplitMarkdown {
  const tree = parseMarkdown(source);
  const passages: Passage[] = [];
  const walk = (node: Nodes): void => {
    switch (node.type) {
      case 'paragraph':
        add(node.children, 'markdown', paragraphRange(node), false);
        return;
      case 'heading':
        add(node.children, 'markdown', contentRange(node.children), true);
        return;
      case 'tableCell':
        add(node.children, 'table', contentRange(node.children), false);
        return;
      case 'html':
        passages.push(...htmlPassages(source, rangeOf(node) ?? [0, 0]));
        return;
      case 'code':
        if (options.codeComments) passages.push(...commentPassages(source, node satisfies Code, rangeOf(node)));
        return;
      default:
        if ('children' in node) for (const child of node.children) walk(child);
    }
  };
  const add = (
    children: readonly PhrasingContent[],
    context: Context,
    range: TextRange | undefined,
    heading: boolean,
  ) => {
    if (!range || range[0] >= range[1]) return;
    const tokens = inlineTokens(source, children, range, createCounter());
    passages.push({ range, context, tokens, startsLine: context === 'markdown' && !heading, heading });
    for (const image of imagesIn(children)) passages.push(...altPassage(source, image));
  };
  walk(tree);
  return { source, tree, passages };
}

/** The box of a task stands inside of its paragraph, but is none of its words. */
function paragraphRange(node: Paragraph): TextRange | undefined {
  const whole = rangeOf(node);
  const first = node.children[0] && rangeOf(node.children[0]);
  return whole && [first?.[0] ?? whole[0], whole[1]];
}

function contentRange(children: readonly PhrasingContent[]): TextRange | undefined {
  const first = children[0] && rangeOf(children[0]);
  const lastNode = children.at(-1);
  const last = lastNode && rangeOf(lastNode);
  return first && last ? [first[0], last[1]] : undefined;
}

function imagesIn(children: readonly PhrasingContent[]): readonly Image[] {
  return children.flatMap(node => {
    if (node.type === 'image') return [node];
    return 'children' in node ? imagesIn(node.children) : [];
  });
}

/** The words of an image, where they are nothing but words. */
function altPassage(source: string, image: Image): readonly Passage[] {
  const range = rangeOf(image);
  if (!range || !image.alt || badge.test(image.url)) return [];
  const start = range[0] + '!['.length;
  const end = start + image.alt.length;
  const plain = source.slice(start, end) === image.alt && source.startsWith('](', end);
  if (!plain || /[\n[\]*_`<&\\]/.test(image.alt)) return [];
  return [
    {
      range: [start, end],
      context: 'alt',
      tokens: [{ kind: 'text', range: [start, end] }],
      startsLine: false,
      heading: false,
    },
  ];
}
