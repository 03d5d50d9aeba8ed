import type { Nodes } from 'mdast';
import { repositoryPath } from './addresses.ts';
import { languageOf } from './names.ts';
import { parseMarkdown } from './parse.ts';

export interface LanguageLink {
  /** BCP 47 tag that the link's words mean. */
  readonly language: string;
  /** Path in the repository. */
  readonly path: string;
}

/** How much of a README is looked at, in UTF-16 units: the links to other languages stand at the top. */
const top = 6000;

/**
 * Finds "English | 简体中文" at the top of a README: links whose words are the name of a language and that lead to a file
 * of the same repository, written as Markdown or as HTML.
 */
export function languageLinks(markdown: string, file: string): readonly LanguageLink[] {
  const found: LanguageLink[] = [];
  const add = (words: string, href: string) => {
    const language = languageInWords(words);
    const path = repositoryPath(href, file);
    if (language === undefined || path === undefined || path === file || !/\.(?:md|markdown|txt)$/i.test(path)) return;
    if (!found.some(link => link.path === path)) found.push({ language, path });
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'link') add(wordsOf(node), node.url);
    else if (node.type === 'html') {
      for (const [, href = '', words = ''] of node.value.matchAll(
        /<a\s[^>]*?href\s*=\s*["']?([^"'\s>]+)[^>]*>(.*?)<\/a>/gis,
      )) {
        add(words.replace(/<[^>]*>/g, ' '), href);
      }
    }
    if ('children' in node) {
      inlineAnchors(node.children, add);
      for (const child of node.children) walk(child);
    }
  };
  walk(parseMarkdown(markdown.slice(0, top)));
  return found;
}

/** Inside a paragraph, `<a href>`, the words and `</a>` are nodes of their own. */
function inlineAnchors(children: readonly Nodes[], add: (words: string, href: string) => void): void {
  for (const [index, node] of children.entries()) {
    const href =
      node.type === 'html' ? /^<a\s[^>]*?href\s*=\s*["']?([^"'\s>]+)[^>]*>$/is.exec(node.value)?.[1] : undefined;
    if (href === undefined) continue;
    const end = children.findIndex((each, at) => at > index && each.type === 'html' && /^<\/a/i.test(each.value));
    if (end > index)
      add(
        children
          .slice(index + 1, end)
          .map(wordsOf)
          .join(' '),
        href,
      );
  }
}

function wordsOf(node: Nodes): string {
  if (node.type === 'image') return node.alt ?? '';
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** "English", "🇨🇳 简体中文", "English Version", "英文文档", "Readme in English". */
function languageInWords(words: string): string | undefined {
  const clean = words.replace(/[^\p{L}\p{M}\s()（）_-]/gu, ' ').trim();
  if (clean.length > 40) return undefined;
  const exact = languageOf(clean);
  if (exact !== undefined) return exact;
  const bare = clean.replace(
    /\b(?:version|readme|docs?|documentation|document|in|the|read|this)\b|版本?|文档|说明|介绍/gi,
    ' ',
  );
  return languageOf(bare.trim()) ?? languageOf(bare.trim().split(/\s+/)[0] ?? '');
}
