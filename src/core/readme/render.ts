import type { Element, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { linkAddress, type RepositoryBase } from './addresses.ts';
import { createSlugger, headingsOf, textOf, visit } from './anchors.ts';
import { decorate, type NumberedBlock } from './decorate.ts';
import { hostsOf, type ImagePermission, placeImages } from './images.ts';
import { parseMarkdown } from './parse.ts';
import { idPrefix, sanitizeTree } from './sanitize.ts';

export interface RenderOptions {
  readonly base: RepositoryBase;
  readonly allowRemoteImages: ImagePermission;
  /** Names for the headings in their order instead of those made from their words: a translation keeps its original's. */
  readonly anchors?: readonly string[] | undefined;
}

export interface RenderedMarkdown {
  /** Sanitized; ids begin with `user-content-`; the smallest blocks carry `data-block`, their number in the text. */
  readonly html: string;
  /** Addresses of images that were not let through. */
  readonly blockedImages: readonly string[];
  /** Their hosts. */
  readonly blockedHosts: readonly string[];
  /** Names of the headings, in their order. */
  readonly anchors: readonly string[];
  /** The text was too long and is shown in part. */
  readonly truncated: boolean;
}

/** UTF-16 units and lines; whole books of documentation are shorter, and more of either takes seconds. */
const longest = 400_000;
const mostLines = 12_000;

/**
 * Renders a README. The HTML holds no script, no style, no frame, no form, no event handler and no address but http,
 * https, mailto and anchors; images come from allowed hosts only. Never throws: what cannot be laid out is shown as text.
 */
export function renderMarkdown(markdown: string, options: RenderOptions): RenderedMarkdown {
  const text = shortened(markdown);
  const truncated = text.length < markdown.length;
  try {
    return { ...render(text, options), truncated };
  } catch (cause) {
    // Nesting of thousands of levels ends the stack; nobody reads that as anything but text.
    if (!(cause instanceof RangeError)) throw cause;
    const html = toHtml({ type: 'element', tagName: 'pre', properties: {}, children: [{ type: 'text', value: text }] });
    return { html, blockedImages: [], blockedHosts: [], anchors: [], truncated };
  }
}

function shortened(markdown: string): string {
  let lines = 0;
  let end = markdown.length;
  for (let at = markdown.indexOf('\n'); at >= 0; at = markdown.indexOf('\n', at + 1)) {
    lines += 1;
    if (at > longest || lines > mostLines) break;
    end = at;
  }
  const fits = markdown.length <= longest && lines <= mostLines;
  return fits ? markdown : markdown.slice(0, Math.min(end, longest));
}

/** What a page of a text is made of, without its words. */
export interface PageOutline {
  /** The names of the headings in their order, as `renderMarkdown` gives them. */
  readonly anchors: readonly string[];
  /** The number in `data-block` of the smallest block around an offset; `undefined` inside of HTML, which carries none. */
  blockAt(offset: number): number | undefined;
}

export function pageOutline(markdown: string): PageOutline {
  const { tree, blocks } = toPage(markdown);
  return {
    anchors: headingsOf(tree).map(heading => anchorOf(heading).slice(idPrefix.length)),
    blockAt: offset => blocks.findLast(({ range }) => range[0] <= offset && offset < range[1])?.number,
  };
}

function render(markdown: string, { base, allowRemoteImages, anchors }: RenderOptions) {
  const { tree } = toPage(markdown, anchors);
  const ids = new Set<string>();
  visit(tree, ({ properties: { id, name } }) => {
    for (const each of [id, name]) if (typeof each === 'string') ids.add(each);
  });
  visit(tree, element => {
    if (element.tagName === 'a') placeLink(element, base, ids);
  });
  const blockedImages = placeImages(tree, base, allowRemoteImages);
  const names = headingsOf(tree).map(heading => anchorOf(heading).slice(idPrefix.length));
  return { html: toHtml(tree), blockedImages, blockedHosts: hostsOf(blockedImages), anchors: names };
}

/** The sanitized page with named headings; addresses are still as written. */
function toPage(
  markdown: string,
  anchors: readonly string[] = [],
): { readonly tree: Root; readonly blocks: readonly NumberedBlock[] } {
  const source = parseMarkdown(markdown);
  const blocks = decorate(source);
  const dirty = raw(toHast(source, { allowDangerousHtml: true, clobberPrefix: '' }));
  const tree = sanitizeTree(dirty.type === 'root' ? dirty : { type: 'root', children: [] });
  const slug = createSlugger();
  for (const [index, heading] of headingsOf(tree).entries()) {
    const name = slug(textOf(heading));
    heading.properties.id = `${idPrefix}${anchors[index] ?? name}`;
  }
  return { tree, blocks };
}

function anchorOf({ properties: { id } }: Element): string {
  return typeof id === 'string' ? id : idPrefix;
}

function placeLink(link: Element, base: RepositoryBase, ids: ReadonlySet<string>): void {
  const { href } = link.properties;
  if (typeof href !== 'string') return;
  const address = linkAddress(href, base);
  if (address === undefined) delete link.properties.href;
  else link.properties.href = address.startsWith('#') ? localAddress(address, ids) : address;
}

/** Links inside the text are written without the prefix that its ids got, sometimes in another case or encoded. */
function localAddress(address: string, ids: ReadonlySet<string>): string {
  const name = decoded(address.slice(1));
  const found = [name, name.toLowerCase()].map(each => `${idPrefix}${each}`).find(each => ids.has(each));
  return found === undefined ? address : `#${found}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
