/** What the schema alone cannot see in the catalog's data: each rule of `data/POLICY.md` that a program can check. */
import parse from 'spdx-expression-parse';
import type { CatalogFolder } from '../../src/core/catalog/folder.ts';
import { parsePurl } from '../../src/core/catalog/names.ts';
import { evidenceProblems, verificationProblems } from './evidence-problems.ts';
import { publisherProblems } from './publisher-problems.ts';

/**
 * All problems of a data folder, each in a sentence that names the record. An empty list means that it may be shipped.
 * `today` is an ISO date.
 */
export function problemsOf(
  folder: CatalogFolder,
  today: string = new Date().toISOString().slice(0, 10),
): readonly string[] {
  return [
    ...files(folder),
    ...purls(folder),
    ...families(folder),
    ...capabilities(folder),
    ...licenses(folder),
    ...homes(folder),
    ...evidenceProblems(folder, today),
    ...verificationProblems(folder),
    ...edges(folder),
    ...order(folder),
    ...silence(folder),
    ...publisherProblems(folder, today),
  ];
}

function files({ files: names, projects }: CatalogFolder): readonly string[] {
  return projects.flatMap(({ id }, index) =>
    names[index] === id ? [] : [`${names[index]}.yaml: the id is "${id}", not the name of the file`],
  );
}

function purls({ projects, packages }: CatalogFolder): readonly string[] {
  const owners = new Map<string, string>();
  const found: string[] = [];
  for (const { id, purls: own } of projects) {
    for (const purl of own) {
      const { ecosystem = '', name = '' } = parsePurl(purl) ?? {};
      const key = `${ecosystem}:${name}`;
      const other = owners.get(key);
      if (other !== undefined) found.push(`${id}: ${purl} belongs to ${other} already`);
      owners.set(key, id);
      if (packages.get(ecosystem)?.has(name)) found.push(`${id}: ${purl} is also mapped as a package of others`);
    }
  }
  return found;
}

/** A beginning of names that is all one project's own cannot hold a package of others. */
function families({ projects, packages }: CatalogFolder): readonly string[] {
  return projects.flatMap(({ id, families: own = [] }) =>
    own.flatMap(family => {
      const [, ecosystem = '', beginning = ''] = /^pkg:([a-z0-9]+)\/(.+)$/.exec(family) ?? [];
      return [...(packages.get(ecosystem)?.keys() ?? [])]
        .filter(name => name.startsWith(decodeURIComponent(beginning)))
        .map(name => `${id}: ${family} is all its own, yet ${ecosystem} ${name} is mapped as of others`);
    }),
  );
}

function capabilities({ projects, capabilities: known, packages, oneSided }: CatalogFolder): readonly string[] {
  const ids = new Set(known.map(({ id }) => id));
  const ofProjects = new Set(projects.flatMap(project => project.capabilities));
  const ofPackages = new Set([...packages.values()].flatMap(names => [...names.values()].flat()));
  const unknown = (where: string, id: string) => (ids.has(id) ? [] : [`${where}: unknown capability "${id}"`]);
  return [
    ...projects.flatMap(({ id, capabilities: list }) => list.flatMap(each => unknown(id, each))),
    ...[...packages].flatMap(([ecosystem, names]) =>
      [...names].flatMap(([name, list]) => list.flatMap(each => unknown(`${ecosystem} ${name}`, each))),
    ),
    ...known.flatMap(({ id, neighbors }) => neighbors.flatMap(each => unknown(id, each))),
    ...known.flatMap(({ id, named = [] }) => [
      ...(new Set(named).size < named.length ? [`${id}: names a project twice`] : []),
      ...named.flatMap(name =>
        projects.some(project => project.id === name && project.capabilities.includes(id))
          ? []
          : [`${id}: names "${name}", which does not have it`],
      ),
    ]),
    ...known.flatMap(({ id }) => (ofProjects.has(id) ? [] : [`${id}: no project has this capability`])),
    ...known.flatMap(({ id }) =>
      ofPackages.has(id) || oneSided.has(id) ? [] : [`${id}: no package has this capability, and nothing says why`],
    ),
    ...known.flatMap(({ id }) =>
      ofPackages.has(id) && oneSided.has(id) ? [`${id}: is called one-sided, but packages have it`] : [],
    ),
  ];
}

function licenses({ projects }: CatalogFolder): readonly string[] {
  return projects.flatMap(({ id, license, licenseNote }) => {
    if (/LicenseRef-/.test(license) && licenseNote === undefined) return [`${id}: ${license} needs a licenseNote`];
    if (license === 'NOASSERTION') return licenseNote ? [] : [`${id}: an unknown license needs a licenseNote`];
    try {
      parse(license);
      return [];
    } catch {
      return [`${id}: "${license}" is no SPDX expression`];
    }
  });
}

function homes({ projects }: CatalogFolder): readonly string[] {
  const owners = new Map<string, string>();
  return projects.flatMap(({ id, homes: own }) =>
    own.flatMap(({ host, path, kind }) => {
      const key = `${host}:${path.toLowerCase()}`;
      const other = owners.get(key);
      owners.set(key, id);
      const community = host === 'gitee' && path.startsWith('mirrors/') && kind !== 'community-mirror';
      return [
        ...(other === undefined ? [] : [`${id}: ${host} ${path} belongs to ${other} already`]),
        ...(community ? [`${id}: ${path} is Gitee's own mirror account, so a community-mirror`] : []),
      ];
    }),
  );
}

function edges({ projects, edges: list }: CatalogFolder): readonly string[] {
  const byId = new Map(projects.map(project => [project.id, project]));
  const seen = new Set<string>();
  return list.flatMap(({ from, to, relation, source }) => {
    const project = byId.get(to);
    const key = `${from} ${to}`;
    const twice = seen.has(key);
    seen.add(key);
    return [
      ...(project ? [] : [`edge ${from}: there is no project "${to}"`]),
      ...(project?.purls.includes(from) ? [`edge ${from}: ${to} would be suggested for itself`] : []),
      ...(relation !== 'deny' && source === undefined ? [`edge ${from}: "${to}" has no source`] : []),
      ...(twice ? [`edge ${from}: stands twice for "${to}"`] : []),
    ];
  });
}

function order({ packages, silent, capabilities: known, projects, publishers, edges: list }: CatalogFolder) {
  return [
    ...projects.flatMap(({ id, purls: own, families: wide = [] }) => [
      ...unsorted(`projects/${id}.yaml`, own),
      ...unsorted(`projects/${id}.yaml`, wide),
    ]),
    ...publishers.flatMap(({ id, families: wide }) => unsorted(`publishers/${id}.yaml`, wide)),
    ...unsorted(
      'edges.yaml',
      list.map(({ to }) => to),
    ),
    ...[...packages].flatMap(([ecosystem, names]) => unsorted(`packages/${ecosystem}.yaml`, [...names.keys()])),
    ...[...silent].flatMap(([ecosystem, names]) => unsorted(`silent/${ecosystem}.yaml`, [...names])),
    ...unsorted(
      'capabilities.yaml',
      known.map(({ id }) => id),
    ),
  ];
}

function unsorted(file: string, keys: readonly string[]): readonly string[] {
  const at = keys.findIndex((key, index) => index > 0 && key < (keys[index - 1] ?? ''));
  return at < 0 ? [] : [`${file}: "${keys[at]}" is not in order`];
}

function silence({ packages, silent, projects }: CatalogFolder): readonly string[] {
  const owned = new Set(
    projects.flatMap(({ purls: own }) => own.map(purl => parsePurl(purl))).map(p => `${p?.ecosystem}:${p?.name}`),
  );
  return [...silent].flatMap(([ecosystem, names]) =>
    [...names].flatMap(name =>
      packages.get(ecosystem)?.has(name) || owned.has(`${ecosystem}:${name}`)
        ? [`silent/${ecosystem}.yaml: "${name}" has capabilities or an owner as well`]
        : [],
    ),
  );
}
