import type { Capability, Host, Project } from '../model.ts';
import type { CatalogData, Edge } from './compiled.ts';
import { readCompiled } from './compiled.ts';
import { candidates, parsePurl } from './names.ts';
import { type Overlay, withOverlay } from './overlay.ts';

/** Curated facts about Chinese open-source projects and about the packages that others use. Package URLs may carry a version. */
export interface Catalog {
  /** All projects, sorted by id. */
  projects(): readonly Project[];
  project(id: string): Project | undefined;
  /** The Chinese project that publishes a package, or in whose repository on GitHub it lies. */
  byPurl(purl: string): Project | undefined;
  /** The project that lives, or once lived, at a place; letter case does not matter. */
  byHome(host: Host, path: string): Project | undefined;
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
    return repository === undefined ? undefined : homes().get(`github:${repository}`);
  };

  const byPurl = (purl: string): Project | undefined =>
    first(keys(purl), ({ whole }) => published().get(whole)) ??
    first(keys(purl), key => (mapped(key) ? undefined : families()(key.whole))) ??
    (keys(purl).some(mapped) ? undefined : first(keys(purl), inHome));

  return {
    projects: () => projects,
    project: id => byId().get(id),
    byPurl,
    byHome: (host, path) => homes().get(`${host}:${path.toLowerCase()}`),
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

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** One package is asked about several things in a row: what its name comes to is worked out once. */
function lastAnswer<T>(answer: (question: string) => T): (question: string) => T {
  let last: { readonly question: string; readonly value: T } | undefined;
  return question => {
    if (last?.question !== question) last = { question, value: answer(question) };
    return last.value;
  };
}

/** A name in an ecosystem, in parts and as one text. */
interface Key {
  readonly ecosystem: string;
  readonly name: string;
  readonly whole: string;
}

/** `owner/repository` of what is taken from GitHub itself, with or without a registry between: Go modules, Swift packages. */
function repositoryOf({ ecosystem, name }: Key): string | undefined {
  if (ecosystem === 'github') return /^[^/]+\/[^/]+/.exec(name)?.[0];
  return ecosystem === 'golang' || ecosystem === 'swift' ? /^github\.com\/([^/]+\/[^/]+)/.exec(name)?.[1] : undefined;
}

/** The keys that a package may stand under, the exact one first. */
function keysOf(purl: string): readonly Key[] {
  const parsed = parsePurl(purl);
  return parsed
    ? candidates(parsed).map(({ ecosystem, name }) => ({ ecosystem, name, whole: `${ecosystem}:${name}` }))
    : [];
}

function first<T>(keys: readonly Key[], lookUp: (key: Key) => T | undefined): T | undefined {
  for (const key of keys) {
    const found = lookUp(key);
    if (found !== undefined) return found;
  }
  return undefined;
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

/** Package URLs in the data are in their normal form: what cannot be read stands for itself and is never asked for. */
function keyOf(purl: string): string {
  const parsed = parsePurl(purl);
  return parsed ? `${parsed.ecosystem}:${parsed.name}` : purl;
}

/** Spelled as the names that begin so: with one letter more, that is then taken off again. */
function familyKey(family: string): string {
  return keyOf(`${family}x`).slice(0, -1);
}

/** Names that end in `*` stand for all that begin so. Those of an ecosystem are gathered when it is first asked about. */
function beginnings<T>(namesOf: (ecosystem: string) => Iterable<readonly [string, T]>): (key: Key) => T | undefined {
  const found = new Map<string, (name: string) => T | undefined>();
  return ({ ecosystem, name }) => {
    const known = found.get(ecosystem);
    if (known) return known(name);
    const made = prefixes<T>(
      [...namesOf(ecosystem)]
        .filter(([each]) => each.endsWith('*'))
        .map(([each, value]) => [each.slice(0, -1), value] as const),
    );
    found.set(ecosystem, made);
    return made(name);
  };
}

/** Finds the longest of some beginnings by trying the lengths that there are, the longest first. */
function prefixes<T>(entries: readonly (readonly [string, T])[]): (key: string) => T | undefined {
  const values = new Map<string, T>(entries);
  const lengths = [...new Set([...values.keys()].map(key => key.length))].sort((one, other) => other - one);
  return key => {
    for (const length of lengths) {
      if (length > key.length) continue;
      const value = values.get(key.slice(0, length));
      if (value !== undefined) return value;
    }
    return undefined;
  };
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
