/** Names of packages that show by themselves who publishes them: no record is needed, and no more is known. */
import type { PackagePublisher } from '../model.ts';
import { accountOf, type Key } from './keys.ts';

/** A group on Maven Central is given to who shows that the domain, or the account on GitHub or Gitee, is theirs. */
const mavenCentral = 'https://central.sonatype.org/register/namespace';
/** Go takes a module from the place that its path names. */
const goModules = 'https://go.dev/ref/mod#module-path';

/** Second levels below .cn under which domains are given to anybody who asks, or to kinds of holders. */
const secondLevels = new Set(['com', 'net', 'org', 'gov', 'edu', 'ac', 'mil']);

/**
 * The holder of a domain below .cn (`cn.example` on Maven Central, `example.cn/module` in Go), or of an account on Gitee or
 * AtomGit, that a name tells of.
 */
export function publisherInName(key: Key): PackagePublisher | undefined {
  const domain = domainOf(key);
  if (domain !== undefined) return named('domain', domain, key);
  const [host = '', account] = accountOf(key)?.split(':') ?? [];
  if (account === undefined || host === 'github') return undefined;
  return { ...named('account', account, key), ...(host === 'gitee' ? { gitee: account } : { atomgit: account }) };
}

function domainOf({ ecosystem, name }: Key): string | undefined {
  const place = name.split('/')[0] ?? '';
  const labels = ecosystem === 'maven' ? place.split('.') : ecosystem === 'golang' ? place.split('.').reverse() : [];
  const [top, second, third] = labels;
  if (top !== 'cn' || second === undefined) return undefined;
  const own = secondLevels.has(second) && third !== undefined ? [third, second, top] : [second, top];
  return own.join('.').toLowerCase();
}

function named(known: 'domain' | 'account', name: string, { ecosystem }: Key): PackagePublisher {
  const source = ecosystem === 'maven' ? mavenCentral : ecosystem === 'golang' ? goModules : null;
  return { known, id: null, name, kind: null, gitee: null, github: null, atomgit: null, source };
}
