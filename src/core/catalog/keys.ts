import type { Host } from '../model.ts';
import { candidates, parsePurl } from './names.ts';

/** A name in an ecosystem, in parts and as one text. */
export interface Key {
  readonly ecosystem: string;
  readonly name: string;
  readonly whole: string;
}

/** The keys that a package may stand under, the exact one first. */
export function keysOf(purl: string): readonly Key[] {
  const parsed = parsePurl(purl);
  return parsed
    ? candidates(parsed).map(({ ecosystem, name }) => ({ ecosystem, name, whole: `${ecosystem}:${name}` }))
    : [];
}

export function first<T>(keys: readonly Key[], lookUp: (key: Key) => T | undefined): T | undefined {
  for (const key of keys) {
    const found = lookUp(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Package URLs in the data are in their normal form: what cannot be read stands for itself and is never asked for. */
export function keyOf(purl: string): string {
  const parsed = parsePurl(purl);
  return parsed ? `${parsed.ecosystem}:${parsed.name}` : purl;
}

/** Spelled as the names that begin so: with one letter more, that is then taken off again. */
export function familyKey(family: string): string {
  return keyOf(`${family}x`).slice(0, -1);
}

const hosts: Readonly<Record<string, Host>> = {
  'github.com': 'github',
  'gitee.com': 'gitee',
  'gitcode.com': 'atomgit',
  'atomgit.com': 'atomgit',
};

/** `github:owner/repository` of what is taken from a repository, with or without a registry between: Go modules, Swift packages. */
export function repositoryOf({ ecosystem, name }: Key): string | undefined {
  const address = ecosystem === 'github' ? `github.com/${name}` : name;
  if (ecosystem !== 'github' && ecosystem !== 'golang' && ecosystem !== 'swift') return undefined;
  const [, domain = '', path] = /^([^/]+)\/([^/]+\/[^/]+)/.exec(address) ?? [];
  const host = hosts[domain];
  return host && path !== undefined ? `${host}:${path.replace(/\.git$/, '')}` : undefined;
}

/**
 * `github:owner` where the name of a package tells under whose account it was published: in its repository, a group of Maven
 * Central that is given to the holder of that account (https://central.sonatype.org/register/namespace), an image of GitHub's
 * own registry, or a namespace of the Terraform registry, which is an account on GitHub.
 */
export function accountOf(key: Key): string | undefined {
  const { ecosystem, name } = key;
  if (ecosystem === 'maven') {
    const [, host, account] = /^(?:com|io)\.(github|gitee)\.([^./]+)/.exec(name) ?? [];
    return account === undefined ? undefined : `${host}:${account.toLowerCase()}`;
  }
  const github =
    ecosystem === 'docker'
      ? /^ghcr\.io\/([^/]+)\//.exec(name)?.[1]
      : ecosystem === 'terraform'
        ? /^([^/.]+)\//.exec(name)?.[1]
        : undefined;
  return github === undefined ? repositoryOf(key)?.replace(/\/.*/, '').toLowerCase() : `github:${github.toLowerCase()}`;
}
