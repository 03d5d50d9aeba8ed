import type { Element, Root } from 'hast';
import { imageAddress, type RepositoryBase } from './addresses.ts';
import { visit } from './anchors.ts';

/** Which hosts images may be loaded from: all, none, or these (as `URL.host` gives them). */
export type ImagePermission = boolean | readonly string[];

/**
 * Gives every image its full address, or puts a word in its place where its host may not know of the reader. Returns the
 * addresses that were not let through.
 */
export function placeImages(tree: Root, base: RepositoryBase, permission: ImagePermission): readonly string[] {
  const blocked = new Set<string>();
  visit(tree, element => {
    if (element.tagName !== 'img') return;
    const source = typeof element.properties.src === 'string' ? element.properties.src : '';
    const address = imageAddress(source, base);
    if (address?.startsWith('data:')) element.properties.src = address;
    else if (address !== undefined && isAllowed(new URL(address), permission)) element.properties.src = secure(address);
    else {
      if (address !== undefined) blocked.add(secure(address));
      replaceByWord(element, address);
    }
  });
  return [...blocked];
}

/** The hosts of addresses, each once. */
export function hostsOf(addresses: readonly string[]): readonly string[] {
  return [...new Set(addresses.map(address => new URL(address).host))].sort();
}

function isAllowed(url: URL, permission: ImagePermission): boolean {
  return typeof permission === 'boolean' ? permission : permission.includes(url.host);
}

/** The page loads pictures over https only, but for this machine's own servers. */
function secure(address: string): string {
  const url = new URL(address);
  const local = url.hostname === 'localhost' || url.hostname === '127.0.0.1' || url.hostname === '[::1]';
  return local ? address : address.replace(/^http:/, 'https:');
}

function replaceByWord(image: Element, address: string | undefined): void {
  const { alt, title, dataBlock } = image.properties;
  const name = address === undefined ? '' : (new URL(address).pathname.split('/').at(-1) ?? '');
  const words = typeof alt === 'string' && alt.trim() !== '' ? alt : name || 'image';
  image.tagName = 'span';
  image.properties = {
    className: ['blocked-image'],
    role: 'img',
    ariaLabel: words,
    ...(address === undefined ? {} : { dataHost: new URL(address).host }),
    ...(title ? { title } : {}),
    ...(dataBlock ? { dataBlock } : {}),
  };
  image.children = [{ type: 'text', value: words }];
}
