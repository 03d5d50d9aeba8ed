import type { DependencyScope } from '../../model.ts';
import { purlOf } from '../../purl/index.ts';
import { fill, type Lookup, outsideBraces, shellReference } from '../../references/index.ts';
import type { ManifestBuilder, Piece } from '../manifest.ts';

export interface ImagePlace {
  readonly place: string;
  readonly scope?: DependencyScope | undefined;
}

/**
 * Adds an image reference `registry/path:tag@digest`. Variables are filled in for the package URL, as far as they are
 * known; an image that is nothing but a variable with a default is read from the default.
 */
export function addImage(
  manifest: ManifestBuilder,
  text: string,
  piece: Piece,
  where: ImagePlace,
  lookup: Lookup = () => undefined,
): void {
  const { start, end } = defaultOf(text, piece);
  const written = text.slice(start, end);
  // A tag may be an expression of a template: `alpine:{{ .Values.tag }}`.
  const shape = written.replace(/\{\{[^{}]*\}\}/g, 'x');
  if (shape === '' || shape === 'scratch' || /[\s"'<>|\\]/.test(shape) || /^(?:[./]|\w+:\/\/)/.test(shape)) return;
  const split = splitImage(written);
  const name = { start, end: start + split };
  const requirement = split < written.length ? { start: start + split + 1, end } : undefined;
  const filled = fill(written, lookup, shellReference);
  const at = splitImage(filled);
  const purl = imagePurl(filled.slice(0, at));
  if (!purl) return;
  const resolved = filled === written ? undefined : filled.slice(at + 1);
  manifest.add(name, requirement, { purl, ...where, resolved: resolved || undefined });
}

/** `${IMAGE:-ubuntu:17.04}`: what stands after the `:-`. */
function defaultOf(text: string, { start, end }: Piece): Piece {
  const match = /^\$\{\w+:?-([^{}]+)\}$/.exec(text.slice(start, end));
  return match?.[1] ? { start: end - 1 - match[1].length, end: end - 1 } : { start, end };
}

/** The offset of the `:` or `@` behind the name, or the length. A colon before a slash belongs to a port. */
function splitImage(reference: string): number {
  const slash = outsideBraces(reference, '/').at(-1) ?? -1;
  const marks = [...outsideBraces(reference, ':').filter(at => at > slash), ...outsideBraces(reference, '@')];
  return marks.length > 0 ? Math.min(...marks) : reference.length;
}

const imageName = /^[\w$][\w.$:/{}%()-]*$/;

/** `pkg:docker/library/redis`; the registry stands in `repository_url` unless it is Docker Hub. */
export function imagePurl(name: string, registry?: string): string | undefined {
  const path = registry && !name.startsWith(`${registry}/`) ? `${registry}/${name}` : name;
  if (!imageName.test(path)) return undefined;
  const slash = path.indexOf('/');
  const first = slash < 0 ? '' : path.slice(0, slash);
  const hasHost = first.includes('.') || first.includes(':') || first === 'localhost';
  const host = hasHost ? first : '';
  const rest = (hasHost ? path.slice(slash + 1) : path).toLowerCase();
  const last = rest.lastIndexOf('/');
  const hub = host === '' || /^(?:index\.|registry-1\.)?docker\.io$/.test(host);
  const namespace = last < 0 ? (hub ? 'library' : '') : rest.slice(0, last);
  if (rest.slice(last + 1) === '') return undefined;
  const purl = purlOf('docker', namespace, rest.slice(last + 1));
  return hub ? purl : `${purl}?repository_url=${host}`;
}
