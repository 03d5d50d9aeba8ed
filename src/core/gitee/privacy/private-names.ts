import type { Dependency, Ecosystem } from '../../model.ts';
import { matchesGlob, matchesGoPattern } from './patterns.ts';
import { isPrivateRegistry, registryFiles } from './registries.ts';

export interface PrivateNamesInput {
  /** Files of the workspace and of the user that say where packages come from; others are ignored. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** `GOPRIVATE`, `GONOPROXY`, `GONOSUMDB`, `PIP_INDEX_URL` and their like. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The user's own, with `*` for anything: `@acme/*`, `com.acme.*`. */
  readonly globs: readonly string[];
}

/** Why a name must not leave this machine. */
export type PrivateReason = 'origin' | 'scope' | 'registry' | 'go-private' | 'user';

export interface PrivateNames {
  /** `undefined`: the name may be asked for online. */
  reason(dependency: Pick<Dependency, 'name' | 'purl' | 'origin'>, ecosystem: Ecosystem): PrivateReason | undefined;
}

/**
 * Tells which names are nobody's business. In doubt a name is private: an ecosystem with a registry of its own that is
 * not known to be public keeps all its names, except where the registry is bound to a scope.
 */
export function readPrivateNames({ files: given, environment, globs }: PrivateNamesInput): PrivateNames {
  // No more white space than a person writes: patterns take long over much of it.
  const files = given.map(({ path, text }) => ({
    path,
    text: text.replace(/[ \t]{200,}/g, ' ').replace(/\s{200,}/g, '\n'),
  }));
  const scopes = [...files.flatMap(privateScopes), ...scopesOfEnvironment(environment)].map(scope =>
    scope.toLowerCase(),
  );
  const ecosystems = new Set([...files.flatMap(privateEcosystems), ...ecosystemsOfEnvironment(environment)]);
  const goPatterns = ['GOPRIVATE', 'GONOPROXY', 'GONOSUMDB']
    .flatMap(name => (environment[name] ?? '').split(','))
    .map(pattern => pattern.trim())
    .filter(Boolean);

  return {
    reason({ name, purl, origin }, ecosystem) {
      if (origin !== 'registry') return 'origin';
      const names = [name, nameOf(purl)];
      if (names.some(one => globs.some(glob => matchesGlob(one, glob)))) return 'user';
      // A manifest may name packages of another ecosystem than its own: pip's in a file of conda.
      const isOf = (one: Ecosystem) => ecosystem === one || purl.startsWith(`pkg:${one}/`);
      if (isOf('npm') && names.some(one => scopes.some(scope => one.toLowerCase().startsWith(`${scope}/`)))) {
        return 'scope';
      }
      if (isOf('golang') && names.some(one => goPatterns.some(pattern => matchesGoPattern(one, pattern)))) {
        return 'go-private';
      }
      return [...ecosystems].some(isOf) ? 'registry' : undefined;
    },
  };
}

/** `pkg:npm/%40scope/name` -> `@scope/name` */
function nameOf(purl: string): string {
  const [, name = purl] = /^pkg:[^/]+\/([^?#]+)/.exec(purl) ?? [];
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function baseNameOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}

/** `@acme:registry=https://...` in .npmrc, `"@acme:registry" "https://..."` in .yarnrc, `npmScopes:` in .yarnrc.yml. */
function privateScopes({ path, text }: { readonly path: string; readonly text: string }): readonly string[] {
  const name = baseNameOf(path);
  if (name === '.npmrc') {
    return boundScopes(text.matchAll(/^[ \t]*["']?(@[^\s:=/]+):registry["']?\s*=\s*["']?([^\s"']+)/gm));
  }
  if (name === '.yarnrc') return boundScopes(text.matchAll(/^[ \t]*"?(@[^\s:"/]+):registry"?\s+"?([^\s"]+)/gm));
  if (name !== '.yarnrc.yml') return [];
  const [, block = ''] = /^npmScopes:[^\n]*\n((?:[ \t]+[^\n]*(?:\n|$))*)/m.exec(text) ?? [];
  const entries = block.matchAll(/^[ \t]{1,4}["']?@?([\w.-]+)["']?:[ \t]*$\n((?:[ \t]{3,}[^\n]*(?:\n|$))*)/gm);
  return [...entries]
    .filter(([, , body = '']) => isPrivateRegistry(/npmRegistryServer:\s*["']?([^\s"']+)/.exec(body)?.[1] ?? ''))
    .map(([, scope = '']) => `@${scope}`);
}

function boundScopes(lines: Iterable<RegExpMatchArray>): readonly string[] {
  return [...lines].filter(([, , address = '']) => isPrivateRegistry(address)).flatMap(([, scope = '']) => [scope]);
}

/** npm takes every setting from the environment as well: `npm_config_@acme:registry`. */
function scopesOfEnvironment(environment: PrivateNamesInput['environment']): readonly string[] {
  return Object.entries(environment).flatMap(([name, address = '']) => {
    const [, scope] = /^npm_config_(@[^\s:=/]+):registry$/i.exec(name) ?? [];
    return scope !== undefined && isPrivateRegistry(address) ? [scope] : [];
  });
}

function privateEcosystems({ path, text }: { readonly path: string; readonly text: string }): readonly Ecosystem[] {
  const names = [baseNameOf(path), path.split(/[/\\]/).slice(-2).join('/')];
  return registryFiles
    .filter(file => names.some(name => file.name.test(name)))
    .filter(({ address }) => [...text.matchAll(address)].some(({ groups }) => isPrivateRegistry(groups?.url ?? '')))
    .map(({ ecosystem }) => ecosystem);
}

const registryVariables: Readonly<Record<string, Ecosystem>> = {
  PIP_INDEX_URL: 'pypi',
  PIP_EXTRA_INDEX_URL: 'pypi',
  UV_INDEX_URL: 'pypi',
  UV_DEFAULT_INDEX: 'pypi',
  UV_EXTRA_INDEX_URL: 'pypi',
  npm_config_registry: 'npm',
  NPM_CONFIG_REGISTRY: 'npm',
  PUB_HOSTED_URL: 'pub',
  PIP_FIND_LINKS: 'pypi',
  UV_FIND_LINKS: 'pypi',
  YARN_NPM_REGISTRY_SERVER: 'npm',
};

/** `CARGO_REGISTRIES_ACME_INDEX`: the name of the registry is in that of the variable. */
const cargoVariable = /^CARGO_REGISTRIES_\w+_INDEX$/;

function ecosystemsOfEnvironment(environment: PrivateNamesInput['environment']): readonly Ecosystem[] {
  const set = Object.entries(registryVariables).filter(([name]) =>
    (environment[name] ?? '').split(/\s+/).filter(Boolean).some(isPrivateRegistry),
  );
  const cargo = Object.entries(environment).some(
    ([name, address = '']) => cargoVariable.test(name) && isPrivateRegistry(address.replace(/^sparse\+/, '')),
  );
  return [...set.map(([, ecosystem]) => ecosystem), ...(cargo ? ['cargo' as const] : [])];
}
