/** What a program can see of the publishers: that they are shown to be who they are, and that nothing of others is given to them. */
import type { CatalogFolder, PublisherRecord } from '../../src/core/catalog/folder.ts';
import { prefixes } from '../../src/core/catalog/indexes.ts';
import { accountOf, familyKey, keyOf, keysOf } from '../../src/core/catalog/keys.ts';
import { publisherInName } from '../../src/core/catalog/namespaces.ts';
import { sourceProblems } from './evidence-problems.ts';

export function publisherProblems(folder: CatalogFolder, today: string): readonly string[] {
  return [
    ...folder.publishers.flatMap(({ id }, place) =>
      folder.publisherFiles[place] === id ? [] : [`publishers/${folder.publisherFiles[place]}.yaml: the id is "${id}"`],
    ),
    ...folder.publishers.flatMap(publisher => evidenceOf(publisher, today)),
    ...ownedTwice(folder),
    ...orphans(folder),
    ...namesOfOthers(folder),
    ...publishedNames(folder),
  ];
}

function evidenceOf({ id, evidence, accounts, families }: PublisherRecord, today: string): readonly string[] {
  const shown = new Set(evidence.flatMap(({ facts }) => facts));
  const where = `publishers/${id}.yaml`;
  return [
    ...(shown.has('steward') ? [] : [`${where}: nothing shows that it is Chinese`]),
    ...(accounts.length > 0 && !shown.has('accounts') ? [`${where}: nothing shows that its accounts are its own`] : []),
    ...(families.length > 0 && !shown.has('families') ? [`${where}: nothing shows that its families are its own`] : []),
    ...evidence.flatMap(record => sourceProblems(where, record, today)),
  ];
}

/** An account, and a beginning of names, is one publisher's; what a project calls its own is not a publisher's as well. */
function ownedTwice({ publishers, projects }: CatalogFolder): readonly string[] {
  const claims = [
    ...projects.flatMap(({ id, families = [] }) => families.map(family => [familyKey(family), id, family] as const)),
    ...publishers.flatMap(({ id, families, accounts }) => [
      ...families.map(family => [familyKey(family), id, family] as const),
      ...accounts.map(({ host, account }) => [`@${host}:${account}`.toLowerCase(), id, `${host} ${account}`] as const),
    ]),
  ];
  const owners = new Map<string, string>();
  return claims.flatMap(([key, id, said]) => {
    const other = owners.get(key);
    owners.set(key, id);
    return other === undefined ? [] : [`${id}: ${said} belongs to ${other} already`];
  });
}

function orphans({ publishers, publishedNames: names }: CatalogFolder): readonly string[] {
  const named = new Set(names.map(({ publisher }) => publisher));
  return publishers.flatMap(({ id, accounts, families }) =>
    accounts.length + families.length === 0 && !named.has(id)
      ? [`publishers/${id}.yaml: nothing is published by it`]
      : [],
  );
}

/** A namespace that is all a Chinese publisher's cannot hold a package that is mapped as one of others. */
function namesOfOthers({ publishers, packages }: CatalogFolder): readonly string[] {
  const accounts = new Map<string, string>(
    publishers.flatMap(({ id, accounts: own }) =>
      own.map(({ host, account }) => [`${host}:${account.toLowerCase()}`, id] as const),
    ),
  );
  const families = publishers.flatMap(({ id, families: own }) => own.map(family => ({ id, key: familyKey(family) })));
  return [...packages].flatMap(([ecosystem, names]) =>
    [...names.keys()].flatMap(name => {
      const key = { ecosystem, name, whole: `${ecosystem}:${name}` };
      const owner =
        accounts.get(accountOf(key) ?? '') ??
        families.find(each => key.whole.startsWith(each.key))?.id ??
        publisherInName(key)?.name;
      return owner === undefined ? [] : [`${owner}: ${ecosystem} ${name} is mapped as of others`];
    }),
  );
}

/** A name stands once: with its publisher, its project, or among the packages of others. */
function publishedNames({ publishedNames: names, publishers, projects, packages, silent }: CatalogFolder) {
  const known = new Set(publishers.map(({ id }) => id));
  const owned = new Map(projects.flatMap(({ id, purls }) => purls.map(purl => [keyOf(purl), id] as const)));
  const seen = new Map<string, string>();
  const namespaces = prefixes<string>([
    ...publishers.flatMap(({ id, families }) => families.map(family => [familyKey(family), id] as const)),
    // A project is asked for before the publishers: the name would never be found.
    ...projects.flatMap(({ id, families = [] }) =>
      families.map(family => [familyKey(family), `project ${id}`] as const),
    ),
  ]);
  return names.flatMap(({ ecosystem, name, publisher }, place) => {
    const where = `published/${ecosystem}.yaml: "${name}"`;
    const key = `${ecosystem}:${name}`;
    const project = owned.get(key);
    const other = seen.get(key);
    const holder = namespaces(key);
    seen.set(key, publisher);
    const before = names[place - 1];
    const after = before?.ecosystem === ecosystem && before.publisher === publisher ? before.name : '';
    const past = before?.ecosystem === ecosystem && before.publisher > publisher;
    return [
      ...(known.has(publisher) ? [] : [`${where} there is no publisher "${publisher}"`]),
      ...(project === undefined ? [] : [`${where} belongs to the project ${project}`]),
      ...(other === undefined ? [] : [`${where} is published by ${other} already`]),
      ...(holder === undefined || holder === publisher ? [] : [`${where} lies in a family of ${holder}`]),
      ...(packages.get(ecosystem)?.has(name) ? [`${where} is also mapped as a package of others`] : []),
      ...(silent.get(ecosystem)?.has(name) ? [`${where} is also silent`] : []),
      ...(after > name || past ? [`${where} is not in order`] : []),
      ...(keysOf(`pkg:${ecosystem}/${encodeURI(name)}`).length === 0 ? [`${where} is no name of a package`] : []),
    ];
  });
}
