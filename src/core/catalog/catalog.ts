import type { Capability, Host, PackagePublisher, Project, Publisher } from '../model.ts';
import type { CatalogData, Edge } from './compiled.ts';
import { readCompiled } from './compiled.ts';
import { beginnings, lastAnswer, lazy, prefixes } from './indexes.ts';
import { familyKey, first, type Key, keyOf, keysOf, repositoryOf } from './keys.ts';
import { type Overlay, withOverlay } from './overlay.ts';
import { publishersOf } from './publishers.ts';

/** Curated facts about Chinese open-source projects and about the packages that others use. Package URLs may carry a version. */
export interface Catalog {
  /** All projects, sorted by id. */
  projects(): readonly Project[];
  project(id: string): Project | undefined;
  /** The Chinese project that publishes a package, or in whose repository it lies. */
  byPurl(purl: string): Project | undefined;
  /** The project that lives, or once lived, at a place; letter case does not matter. */
  byHome(host: Host, path: string): Project | undefined;
  /** All publishers, sorted by id. */
  publishers(): readonly Publisher[];
  /** The Chinese publisher of a package that belongs to no project here and is not known to be of others. */
  publisherOf(purl: string): PackagePublisher | undefined;
  capability(id: string): Capability | undefined;
  capabilities(): readonly Capability[];
  /** What a package is for: of a Chinese project's package the capabilities of the project. Empty when unknown. */
  capabilitiesOf(purl: string): readonly string[];
  /** Must this package get no suggestion? */
  isSilent(purl: string): boolean;
  /** Projects with a capability, those first of which it is the most characteristic. */
  withCapability(id: string): readonly Project[];
  /** What sources state about a package and a project. */
  edgesFrom(purl: string): readonly Edge[];
}

/** Opens the compiled catalog, with a company's own entries over it. Throws a `CatalogError` on damaged data. */
export function openCatalog(compiled: string, overlay: Overlay = []): Catalog {
  return catalogOf(withOverlay(readCompiled(compiled), overlay));
}

/** A catalog over its data. Each index is made when it is first needed, so that opening costs next to nothing. */
export function catalogOf(data: CatalogData): Catalog {
  const { projects, capabilities } = data;
  const byId = lazy(() => new Map(projects.map(project => [project.id, project])));
  const byCapabilityId = lazy(() => new Map(capabilities.map(capability => [capability.id, capability])));
  const homes = lazy(
    () =>
      new Map<string, Project>(
        projects.flatMap(project => project.homes.map(home => [`${home.host}:${home.path.toLowerCase()}`, project])),
      ),
  );
  const published = lazy(
    () => new Map<string, Project>(projects.flatMap(project => project.purls.map(purl => [keyOf(purl), project]))),
  );
  const families = lazy(() =>
    prefixes(projects.flatMap(project => (project.families ?? []).map(family => [familyKey(family), project]))),
  );
  const mapped = ({ ecosystem, name }: Key) => data.packages.get(ecosystem)?.get(name);
  const mappedBeginning = beginnings(ecosystem => data.packages.get(ecosystem) ?? []);
  const quiet = ({ ecosystem, name }: Key) => data.silent.get(ecosystem)?.has(name) === true;
  const quietBeginning = beginnings(ecosystem =>
    [...(data.silent.get(ecosystem) ?? [])].map(name => [name, true] as const),
  );
  const edges = lazy(() => groupEdges(data.edges));
  const having = lazy(() => rankByCapability(projects));
  const keys = lastAnswer(keysOf);
  const inHome = (key: Key) => {
    const repository = repositoryOf(key);
    return repository === undefined ? undefined : homes().get(repository);
  };

  const explicit = (key: Key) => mapped(key) !== undefined || quiet(key);
  const publishing = publishersOf(data);

  const byPurl = lastAnswer((purl: string): Project | undefined => {
    const own = first(keys(purl), ({ whole }) => published().get(whole));
    if (own || keys(purl).some(explicit)) return own;
    return first(keys(purl), ({ whole }) => families()(whole)) ?? first(keys(purl), inHome);
  });

  const publisherOf = (purl: string): PackagePublisher | undefined => {
    if (byPurl(purl) || keys(purl).some(explicit)) return undefined;
    const own = publishing.byName(keys(purl));
    if (own) return own;
    const ofOthers = keys(purl).some(key => mappedBeginning(key) !== undefined || quietBeginning(key) === true);
    return ofOthers ? undefined : publishing.byNamespace(keys(purl));
  };

  return {
    projects: () => projects,
    project: id => byId().get(id),
    byPurl,
    byHome: (host, path) => homes().get(`${host}:${path.toLowerCase()}`),
    publishers: () => data.publishers,
    publisherOf,
    capability: id => byCapabilityId().get(id),
    capabilities: () => capabilities,
    capabilitiesOf: purl =>
      first(keys(purl), mapped) ??
      byPurl(purl)?.capabilities ??
      first(keys(purl), key => (quiet(key) ? undefined : mappedBeginning(key))) ??
      [],
    isSilent: purl =>
      keys(purl).some(quiet) || (first(keys(purl), key => (mapped(key) ? undefined : quietBeginning(key))) ?? false),
    withCapability: id => having().get(id) ?? [],
    edgesFrom: purl => first(keys(purl), ({ whole }) => edges().get(whole)) ?? [],
  };
}

function groupEdges(list: readonly Edge[]): ReadonlyMap<string, readonly Edge[]> {
  const edges = new Map<string, Edge[]>();
  for (const edge of list) {
    const key = keyOf(edge.from);
    const known = edges.get(key);
    if (known) known.push(edge);
    else edges.set(key, [edge]);
  }
  return edges;
}

function rankByCapability(projects: readonly Project[]): ReadonlyMap<string, readonly Project[]> {
  const found = new Map<string, { project: Project; place: number }[]>();
  for (const project of projects) {
    project.capabilities.forEach((id, place) => {
      const list = found.get(id);
      if (list) list.push({ project, place });
      else found.set(id, [{ project, place }]);
    });
  }
  return new Map(
    [...found].map(([id, list]) => [id, list.sort((one, other) => one.place - other.place).map(each => each.project)]),
  );
}
