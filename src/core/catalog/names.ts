/**
 * One spelling per package. What people and registries write differently for one package is made equal here, so that the
 * data holds each name once.
 */

/** A package URL in its parts; `name` is decoded and in the spelling that the registry compares by. */
export interface PackageName {
  readonly ecosystem: string;
  readonly name: string;
  /** The host of a container image that is not on Docker Hub. */
  readonly registry?: string;
}

/** Registries that pass on the packages of another one under the same names. */
const namesakes: Readonly<Record<string, string>> = { bower: 'npm', conda: 'pypi' };

const foldCase = new Set([
  'pypi',
  'nuget',
  'composer',
  'golang',
  'github',
  'docker',
  'pub',
  'hex',
  'bitbucket',
  'cocoapods',
  'swift',
]);

/**
 * Reads a package URL; a version, a subpath and all qualifiers but the registry of a container image are left aside.
 * `undefined` for what is none.
 */
export function parsePurl(purl: string): PackageName | undefined {
  const match = /^pkg:([a-zA-Z][a-zA-Z0-9.+-]*)\/+([^?#]+)/.exec(purl);
  if (!match) return undefined;
  const ecosystem = (match[1] ?? '').toLowerCase();
  const path = withoutVersion(match[2] ?? '').replace(/\/+$/, '');
  const registry = ecosystem === 'docker' ? registryOf(purl) : undefined;
  // Only Docker Hub puts images without a namespace under "library".
  const name = registry === undefined ? spelling(ecosystem, decode(path)) : decode(path).toLowerCase();
  if (name === '') return undefined;
  return registry === undefined ? { ecosystem, name } : { ecosystem, name, registry };
}

/** `quay.io` of `?repository_url=https://quay.io/`. */
function registryOf(purl: string): string | undefined {
  const url = /[?&]repository_url=([^&#]+)/.exec(purl)?.[1];
  const host =
    url === undefined
      ? ''
      : decode(url)
          .replace(/^https?:\/\//, '')
          .replace(/\/+$/, '')
          .toLowerCase();
  return host === '' || /^(?:index\.|registry-1\.)?docker\.io$/.test(host) ? undefined : host;
}

/** The registry's own spelling of a name, as the data files hold it. */
export function spelling(ecosystem: string, name: string): string {
  const folded = foldCase.has(ecosystem) ? name.toLowerCase() : name;
  if (ecosystem === 'pypi') return folded.replace(/[-_.]+/g, '-');
  if (ecosystem === 'docker') return folded.replace(/^(?:index\.)?docker\.io\//, '').replace(/^(?=[^/]+$)/, 'library/');
  return folded;
}

/**
 * The names under which a package may stand in the data, the exact one first: without the major version of a Go module,
 * without the Scala version of a Java artifact, under the registry that it comes from. An image of another registry than
 * Docker Hub is looked for there first, and then as the image of that name: most are pushed to several registries.
 */
export function candidates({ ecosystem, name, registry }: PackageName): readonly PackageName[] {
  const names = registry === undefined ? [name] : [...imagesOf(registry, name)];
  if (ecosystem === 'golang') names.push(...goModules(name));
  if (ecosystem === 'maven') names.push(name.replace(/_(?:2\.1\d|3)$/, ''));
  const namesake = namesakes[ecosystem];
  const own = [...new Set(names)].map(each => ({ ecosystem, name: each }));
  return namesake ? [...own, { ecosystem: namesake, name: spelling(namesake, name) }] : own;
}

/** Amazon's public registry holds the official images of Docker Hub under `docker/library`. */
function imagesOf(registry: string, name: string): readonly string[] {
  const official = registry === 'public.ecr.aws' ? /^docker\/(library\/.+)$/.exec(name)?.[1] : undefined;
  return official === undefined ? [`${registry}/${name}`, spelling('docker', name)] : [official];
}

/** `github.com/a/b/v2` is `github.com/a/b`; `gopkg.in/yaml.v3` is `gopkg.in/yaml`. */
function goModules(name: string): readonly string[] {
  return [name.replace(/\/v\d+$/, ''), name.replace(/\.v\d+$/, '')];
}

function withoutVersion(path: string): string {
  const at = path.lastIndexOf('@');
  return at > 0 && at > path.lastIndexOf('/') ? path.slice(0, at) : path;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
