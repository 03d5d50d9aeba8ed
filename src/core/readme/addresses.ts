import type { Host } from '../model.ts';

/** Where a README stands; its relative links mean files of the same repository. */
export interface RepositoryBase {
  readonly host: Host;
  /** `owner/repository`. */
  readonly path: string;
  /** Branch, tag or commit. */
  readonly ref: string;
  /** Path of the README itself, `README.md` unless told: links are relative to its folder. */
  readonly file?: string | undefined;
  /** Origin of the host's web site where it is not the public one. */
  readonly origin?: string | undefined;
}

const origins = {
  gitee: 'https://gitee.com',
  github: 'https://github.com',
  atomgit: 'https://atomgit.com',
} as const satisfies Record<Host, string>;

const schemes: readonly string[] = ['http:', 'https:', 'mailto:'];

/** Longer addresses are no use to a person. */
const longest = 4096;

/** Pictures that hold nothing but pixels; SVG may hold more. */
const inlinePicture = /^data:image\/(?:png|jpe?g|gif|webp|bmp|x-icon);base64,[A-Za-z0-9+/=\s]+$/i;
const longestPicture = 512 * 1024;

/**
 * What a link of a README leads to: an address of http, https or mailto, or `#` and an anchor. `undefined` for
 * everything else: no other scheme is let through.
 */
export function linkAddress(href: string, base: RepositoryBase): string | undefined {
  const clean = withoutControls(href);
  if (clean.length > longest) return undefined;
  if (clean.startsWith('#')) return clean;
  return absolute(clean) ?? inRepository(clean, base, clean.split(/[?#]/)[0]?.endsWith('/') ? 'tree' : 'blob');
}

/** Where an image of a README is: an address of http or https, or the picture itself as base64. Else `undefined`. */
export function imageAddress(source: string, base: RepositoryBase): string | undefined {
  const clean = withoutControls(source);
  if (/^data:/i.test(clean)) return clean.length <= longestPicture && inlinePicture.test(clean) ? clean : undefined;
  if (clean.length > longest || clean === '') return undefined;
  const address = absolute(clean) ?? inRepository(clean, base, 'raw');
  return address?.startsWith('mailto:') ? undefined : rawPage(address);
}

/**
 * The path in the repository that a link in one of its files means; `undefined` when it leads elsewhere. A full address
 * counts by its form, because projects are mirrored and renamed: `/owner/repository/blob/branch/README.en.md`.
 */
export function repositoryPath(href: string, file: string): string | undefined {
  const clean = withoutControls(href);
  const full = absolute(clean);
  const path = full === undefined ? pathParts(clean, file)?.join('/') : pathInFullAddress(full);
  return path === undefined || path === '' ? undefined : decoded(path);
}

const fullAddress =
  /^https:\/\/(?:gitee|github|atomgit|gitcode)\.com\/[^/]+\/[^/]+\/(?:blob|raw|tree)\/[^/]+\/([^?#]+)/;

function pathInFullAddress(address: string): string | undefined {
  return fullAddress.exec(address)?.[1];
}

/** Browsers ignore these inside an address, which hides a scheme from a simpler look. */
function withoutControls(address: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are meant
  return address.replace(/[\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '').trim();
}

function absolute(address: string): string | undefined {
  const text = /^[\\/]{2}/.test(address) ? `https:${address}` : address;
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return schemes.includes(url.protocol) ? url.href : undefined;
}

function inRepository(address: string, base: RepositoryBase, view: 'blob' | 'tree' | 'raw'): string | undefined {
  const parts = pathParts(address, base.file ?? 'README.md');
  if (!parts) return undefined;
  const rest = /[?#].*$/s.exec(address)?.[0] ?? '';
  const origin = base.origin ?? origins[base.host];
  const ref = base.ref.split('/').map(encodeURIComponent).join('/');
  if (parts.length === 0) return `${origin}/${base.path}${rest.startsWith('#') ? rest : ''}`;
  return new URL(`${root(base, origin, view, ref)}/${parts.map(encodeURIComponent).join('/')}${rest}`).href;
}

/** The parts of the path below the repository's root; never above it. `undefined` for an address of its own. */
function pathParts(address: string, file: string): readonly string[] | undefined {
  // A colon before the first slash makes a scheme, known or not.
  if (/^[^/?#]*:/.test(address) || address === '') return undefined;
  const path = address.split(/[?#]/)[0] ?? '';
  const folder = /^[\\/]/.test(path) ? '' : file.split('/').slice(0, -1).join('/');
  const parts: string[] = [];
  for (const part of `${folder}/${path.replaceAll('\\', '/')}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(decoded(part));
  }
  return parts;
}

/** Where files are below: GitHub and AtomGit (which is GitCode) give the bytes of a file from a host of their own. */
function root(base: RepositoryBase, origin: string, view: 'blob' | 'tree' | 'raw', ref: string): string {
  if (view === 'raw' && !base.origin && base.host === 'github')
    return `https://raw.githubusercontent.com/${base.path}/${ref}`;
  if (view === 'raw' && !base.origin && base.host === 'atomgit')
    return `https://raw.gitcode.com/${base.path}/raw/${ref}`;
  return `${origin}/${base.path}/${view}/${ref}`;
}

/** The page that shows a picture is no picture; READMEs use its address all the same, and the hosts put up with it. */
function rawPage(address: string | undefined): string | undefined {
  return address?.replace(/^(https:\/\/(?:gitee|github|atomgit|gitcode)\.com\/[^/]+\/[^/]+)\/blob\//, '$1/raw/');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
