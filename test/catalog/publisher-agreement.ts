import type { PublisherRecord, Verification } from '../../src/core/catalog/folder.ts';
import type { RegistryAnswer } from './registries/index.ts';

const hosts: Readonly<Record<string, string>> = {
  'github.com': 'github',
  'gitee.com': 'gitee',
  'gitcode.com': 'atomgit',
  'atomgit.com': 'atomgit',
};

/**
 * Does what a registry says of a package show that this publisher publishes it? One of its accounts in an address does, or
 * its name as that of the author, or an address that its evidence names. `undefined` when the registry says nothing of who
 * that is: then the package itself has to be read.
 */
export function publisherAgreement(
  publisher: PublisherRecord,
  answer: RegistryAnswer,
): Pick<Verification, 'result' | 'detail'> | undefined {
  if (answer.kind === 'no-answer') return undefined;
  if (answer.kind === 'missing') return { result: 'missing', detail: 'the registry has no such package' };
  const { version = '', repository, links = [], people = [] } = answer;
  const addresses = [...(repository === undefined ? [] : [repository]), ...links];
  const agrees = (detail: string) => ({ result: 'agrees', detail: `${version} ${detail}`.trim() }) as const;
  const own = new Set(publisher.accounts.map(({ host, account }) => `${host}:${account.toLowerCase()}`));
  const named = addresses.flatMap(address => accountIn(address) ?? []);
  // A person of whom nothing but packages is known is called as the account that the packages name.
  const called = [publisher.id, publisher.name.en].map(name => name.toLowerCase());
  const account = named.find(each => own.has(each) || called.includes(each.split(':')[1] ?? ''));
  if (account !== undefined) return agrees(account);
  const author = people.find(person => isOf(publisher, person));
  if (author !== undefined) return agrees(`author ${author}`);
  const site = addresses.find(address => sitesOf(publisher).has(siteOf(address) ?? ''));
  if (site !== undefined) return agrees(site);
  const [other] = named;
  return other === undefined ? undefined : { result: 'differs', detail: `names ${other}` };
}

/** `github:owner` of an address below an account. */
function accountIn(address: string): string | undefined {
  const [, domain = '', account] =
    /([\w.-]+\.[a-z]+)[/:]([\w.-]+)/i.exec(address.replace(/^\w+:\/\/(?:[^@/]+@)?/, '')) ?? [];
  const pages = /^(?:\w+:\/\/)?([\w-]+)\.(github|gitee)\.io\b/i.exec(address);
  if (pages) return `${pages[2]?.toLowerCase()}:${pages[1]?.toLowerCase()}`;
  const host = hosts[domain.toLowerCase().replace(/^www\./, '')];
  return host && account !== undefined ? `${host}:${account.toLowerCase()}` : undefined;
}

/** Its name, its Chinese name, one of its accounts, or a name that the quotes of its evidence hold. */
function isOf({ name, accounts, evidence }: PublisherRecord, person: string): boolean {
  const words = person.toLowerCase();
  const names = [name.en, name.zh ?? '', ...accounts.map(({ account }) => account)].map(each => each.toLowerCase());
  const bare = words.replace(/\s*<[^>]*>/g, '').trim();
  return (
    names.some(each => each.length > 1 && (each === bare || (each.length > 3 && words.includes(each)))) ||
    (bare.length > 2 && evidence.some(({ quote = '' }) => quote.toLowerCase().includes(bare)))
  );
}

/** Sites that its evidence was read on, but for those that anybody publishes on. */
function sitesOf({ evidence }: PublisherRecord): ReadonlySet<string> {
  return new Set(evidence.flatMap(({ source }) => siteOf(source) ?? []));
}

const shared =
  /^(?:(?:www\.)?(?:github|gitee|gitcode|atomgit|npmjs)\.com|pypi\.org|crates\.io|docs\.rs|pub\.dev|rubygems\.org|hex\.pm|central\.sonatype\.com|hub\.docker\.com|pkg\.go\.dev|cocoapods\.org|(?:www\.)?nuget\.org|packagist\.org)$/;

function siteOf(address: string): string | undefined {
  const site = URL.canParse(address) ? new URL(address).hostname : undefined;
  return site === undefined || shared.test(site) ? undefined : site.replace(/^www\./, '');
}
