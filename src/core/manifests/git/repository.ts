import { githubPurl, purlOf } from '../../purl/index.ts';
import type { Piece } from '../manifest.ts';

/** A repository as named by a URL. */
export interface RepositoryReference {
  readonly host: string;
  /** `owner/name`, possibly with more owners. */
  readonly path: string;
  /** Where the last segment stands in the URL, without `.git`. */
  readonly name: Piece;
}

const address =
  /^(?:git\+)?(?:(?:https?|ssh|git|git\+ssh):\/\/)?(?:[\w.+-]+(?::[^@/\s]*)?@)?([\w-]+(?:\.[\w-]+)+)(?::\d+(?=\/))?[/:]+([^?#\s]+)/i;

/** Reads `https://host/owner/name.git`, `git@host:owner/name`, `ssh://...`, `host/owner/name`. */
export function readRepository(url: string): RepositoryReference | undefined {
  const match = address.exec(url);
  const [whole = '', host = '', tail = ''] = match ?? [];
  if (!match) return undefined;
  const inner = tail.indexOf('//');
  const path = (inner < 0 ? tail : tail.slice(0, inner)).replace(/\/+$/, '').replace(/\.git$/, '');
  if (!path) return undefined;
  const start = whole.length - tail.length + path.lastIndexOf('/') + 1;
  return { host: host.toLowerCase(), path, name: { start, end: whole.length - tail.length + path.length } };
}

/** The package URL of a repository: `pkg:github/owner/name`, for other hosts `pkg:generic/host/owner/name`. */
export function repositoryPurl({ host, path }: RepositoryReference): string {
  if (host === 'github.com' || host === 'www.github.com') return githubPurl(path.split('/').slice(0, 2).join('/'));
  const slash = path.lastIndexOf('/');
  return purlOf('generic', slash < 0 ? host : `${host}/${path.slice(0, slash)}`, path.slice(slash + 1));
}

/** The last segment of a URL within `piece`, as far as it names a repository; else the whole piece. */
export function repositoryName(
  text: string,
  piece: Piece,
): { name: Piece; reference: RepositoryReference | undefined } {
  const reference = readRepository(text.slice(piece.start, piece.end));
  if (!reference) return { name: piece, reference };
  return { name: { start: piece.start + reference.name.start, end: piece.start + reference.name.end }, reference };
}
