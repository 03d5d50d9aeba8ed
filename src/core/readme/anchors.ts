import type { Element, ElementContent, Root, RootContent } from 'hast';

/**
 * Names headings as GitHub does, so that links written for it work; Gitee's are alike for Chinese and English headings.
 * Rule: lower case, only word characters, `-` and spaces kept, spaces to `-`, a number behind repeated names
 * (https://github.com/gjtorikian/html-pipeline: `PUNCTUATION_REGEXP = /[^\p{Word}\- ]/u`).
 */
export function createSlugger(): (text: string) => string {
  const seen = new Map<string, number>();
  return text => {
    const slug = text
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    const name = times === 0 ? slug : `${slug}-${times}`;
    if (times > 0) seen.set(name, seen.get(name) ?? 1);
    return name;
  };
}

/** The headings of a page in their order. */
export function headingsOf(tree: Root): readonly Element[] {
  const found: Element[] = [];
  visit(tree, element => {
    if (/^h[1-6]$/.test(element.tagName)) found.push(element);
  });
  return found;
}

/** Calls `see` for every element, parents first. */
export function visit(node: Root | RootContent | ElementContent, see: (element: Element) => void): void {
  if (node.type === 'element') see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}

/** The text of a node as a reader sees it. */
export function textOf(node: Root | RootContent | ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
