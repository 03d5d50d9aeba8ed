import type { Host, PackagePublisher, Publisher } from '../model.ts';
import type { CatalogData } from './compiled.ts';
import { lazy, prefixes } from './indexes.ts';
import { accountOf, familyKey, first, type Key } from './keys.ts';
import { publisherInName } from './namespaces.ts';

/** Who publishes a package, by one rule each: the first that answers is right. */
export interface Publishers {
  /** A package that is known by its very name. */
  byName(keys: readonly Key[]): PackagePublisher | undefined;
  /** A namespace of a publisher, one of its accounts, or a name that speaks for itself. */
  byNamespace(keys: readonly Key[]): PackagePublisher | undefined;
}

/** Finds publishers in the data. Each index is made when it is first needed. */
export function publishersOf(data: Pick<CatalogData, 'publishers' | 'published'>): Publishers {
  const byId = lazy(() => new Map(data.publishers.map(publisher => [publisher.id, publisher])));
  const families = lazy(() =>
    prefixes(
      data.publishers.flatMap(publisher => publisher.families.map(family => [familyKey(family), publisher] as const)),
    ),
  );
  const accounts = lazy(
    () =>
      new Map<string, Publisher>(
        data.publishers.flatMap(publisher =>
          publisher.accounts.map(({ host, account }) => [`${host}:${account.toLowerCase()}`, publisher] as const),
        ),
      ),
  );
  const byAccount = (key: Key) => {
    const account = accountOf(key);
    return account === undefined ? undefined : accounts().get(account);
  };
  const shown = (publisher: Publisher | undefined) => publisher && recorded(publisher);
  return {
    byName: keys =>
      shown(first(keys, ({ ecosystem, name }) => byId().get(data.published.get(ecosystem)?.get(name) ?? ''))),
    byNamespace: keys =>
      shown(first(keys, ({ whole }) => families()(whole)) ?? first(keys, byAccount)) ?? first(keys, publisherInName),
  };
}

function recorded({ id, name, kind, accounts, source }: Publisher): PackagePublisher {
  const on = (host: Host) => accounts.find(account => account.host === host)?.account ?? null;
  const names = name.zh === undefined ? { name: name.en } : { name: name.en, zh: name.zh };
  const places = { gitee: on('gitee'), github: on('github'), atomgit: on('atomgit') };
  return { known: 'record', id, ...names, kind, ...places, source: source ?? null };
}
