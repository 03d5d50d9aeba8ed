/**
 * Package URLs without version, built by hand: the library does ten times the work per name and this is on the way of
 * every keystroke. Rules: https://github.com/package-url/purl-spec (PURL-SPECIFICATION and the type definitions).
 */

const halfPair = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const plain = /^[A-Za-z0-9.\-_~]*$/;

function encode(segment: string): string {
  if (plain.test(segment)) return segment;
  try {
    return encodeURIComponent(segment)
      .replace(/[!'()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll('%3A', ':');
  } catch {
    // Half a surrogate pair, while somebody types an emoji.
    return encode(segment.replace(halfPair, '\uFFFD'));
  }
}

/** `pkg:type/namespace/name`; a `/` in the namespace parts its segments. */
export function purlOf(type: string, namespace: string, name: string): string {
  if (namespace === '') return `pkg:${type}/${encode(name)}`;
  const segments = namespace.split('/').filter(segment => segment !== '' && segment !== '.' && segment !== '..');
  return `pkg:${type}/${[...segments, name].map(encode).join('/')}`;
}

/** The part before the last `/` is the namespace. */
export function purlOfPath(type: string, path: string): string {
  const slash = path.lastIndexOf('/');
  return purlOf(type, slash < 0 ? '' : path.slice(0, slash), path.slice(slash + 1));
}

/** npm names are case-sensitive only in packages older than the rule against capitals; kept as written. */
export function npmPurl(name: string): string {
  return purlOfPath('npm', name);
}

/** PyPI names are lower case and know no underscore (purl type definition `pypi`). */
export function pypiPurl(name: string): string {
  return purlOf('pypi', '', name.toLowerCase().replaceAll('_', '-'));
}

export function mavenPurl(group: string, artifact: string): string {
  return purlOf('maven', group, artifact);
}

/** Go module paths are lower case in a purl (type definition `golang`). */
export function golangPurl(path: string): string {
  return purlOfPath('golang', path.toLowerCase());
}

/** Packages that live in a repository of GitHub: lower case (type definition `github`). */
export function githubPurl(path: string): string {
  return purlOfPath('github', path.toLowerCase());
}
