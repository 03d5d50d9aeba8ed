/** The catalog as the build writes it: JSON, in which names are joined and capabilities of packages numbered. */
import * as z from 'zod';
import type { Account, Capability, Host, Project, Publisher } from '../model.ts';
import { CatalogError } from './catalog-error.ts';
import { lazy } from './indexes.ts';

/** Goes up when an older reader could not read the data any more. */
export const compiledVersion = 4;

/** A statement about one package and a project. */
export interface Edge {
  /** Package URL without version. */
  readonly from: string;
  /** Id of a project. */
  readonly to: string;
  /** `deny`: the project is never to be suggested for this package. */
  readonly relation: 'equivalent' | 'complementary' | 'deny';
  readonly effort?: 'drop-in' | 'similar' | 'rewrite' | undefined;
  /** A clause that stands alone in a sentence; empty for a denial in the compiled catalog. */
  readonly claim: string;
  readonly source?: string | undefined;
}

/**
 * The build has checked every record against its full schema: here it is enough to see that the text is whole and of the
 * kind that we wrote. A full check of each record would take longer than all the rest of the start, and so does handing
 * each element of the long lists to the checking library: they are gone through in one function each.
 */
const compiled = z.object({
  version: z.literal(compiledVersion),
  capabilities: z.custom<readonly Capability[]>(value =>
    isListOf(value, each => hasTexts(each, 'id', 'label', 'plural')),
  ),
  projects: z.custom<readonly Project[]>(value =>
    isListOf(value, each => hasTexts(each, 'id', 'license', 'form') && hasLists(each)),
  ),
  /** Different lists of capabilities that packages have. */
  sets: z.custom<readonly (readonly string[])[]>(value => isListOf(value, set => isListOf(set, isText))),
  /** Per ecosystem: names parted by line breaks, and for each the number of its list in `sets`. */
  packages: z.record(z.string(), z.object({ names: z.string(), sets: z.custom<readonly number[]>(isNumbers) })),
  /** Per ecosystem: names parted by line breaks. */
  silent: z.record(z.string(), z.string()),
  statements: z.custom<readonly Statement[]>(value =>
    isListOf(value, each => hasTexts(each, 'from', 'to', 'relation', 'claim')),
  ),
});

/** What one source says of many packages and a project: {@link Edge}s that differ only in the package, parted by line breaks. */
type Statement = Edge;

/** Who publishes what: thousands of names and records, of which most sessions ask about none. */
const compiledPublishing = z.object({
  publishers: z.custom<readonly CompiledPublisher[]>(value =>
    isListOf(value, each => hasTexts(each, 'id', 'en', 'accounts', 'families', 'source') && isKind(each)),
  ),
  /** Per ecosystem: names parted by line breaks, and for each the place of its publisher in `publishers`. */
  published: z.record(z.string(), z.object({ names: z.string(), by: z.custom<readonly number[]>(isNumbers) })),
});

type CompiledPublishing = z.infer<typeof compiledPublishing>;

/** A {@link Publisher} with its lists in one text each. */
interface CompiledPublisher {
  readonly id: string;
  readonly en: string;
  readonly zh?: string | undefined;
  readonly kind: Publisher['kind'];
  /** `github:name`, parted by spaces. */
  readonly accounts: string;
  /** Parted by spaces. */
  readonly families: string;
  /** Empty where nobody named one. */
  readonly source: string;
}

function hasTexts(value: unknown, ...fields: readonly string[]): boolean {
  return isRecord(value) && fields.every(field => typeof value[field] === 'string');
}

function hasLists(value: unknown): boolean {
  const fields = ['homes', 'purls', 'capabilities', 'documentation', 'reservations', 'evidence'];
  return isRecord(value) && fields.every(field => Array.isArray(value[field]));
}

function isKind(value: unknown): boolean {
  return isRecord(value) && /^(?:company|foundation|community|person)$/.test(String(value.kind));
}

function isListOf(value: unknown, fits: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(fits);
}

function isNumbers(value: unknown): boolean {
  return isListOf(value, each => typeof each === 'number');
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** What a catalog is made of, independent of how it is stored. Names of packages are in the registry's own spelling. */
export interface CatalogData {
  readonly capabilities: readonly Capability[];
  readonly projects: readonly Project[];
  /** Ecosystem -> name (or its beginning and `*`) -> capabilities. */
  readonly packages: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** Ecosystem -> names (or beginnings and `*`). */
  readonly silent: ReadonlyMap<string, ReadonlySet<string>>;
  readonly edges: readonly Edge[];
  readonly publishers: readonly Publisher[];
  /** Ecosystem -> name -> id of its publisher, of packages that no namespace gives away. */
  readonly published: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/**
 * Reads what {@link writeCompiled} wrote. Throws a {@link CatalogError} when the data is damaged or of another version. Who
 * publishes what is read when it is first asked for: a fifth of the text, and a third of the time that opening would take.
 */
export function readCompiled(text: string): CatalogData {
  const end = text.indexOf('\n');
  const { capabilities, projects, sets, packages, silent, statements } = checked(compiled, text.slice(0, end));
  const published = lazy(() => publishedBy(checked(compiledPublishing, text.slice(end))));
  return {
    capabilities,
    projects,
    packages: new Map(
      Object.entries(packages).map(([ecosystem, entry]) => [
        ecosystem,
        new Map(lines(entry.names).map((name, index) => [name, sets[entry.sets[index] ?? -1] ?? []])),
      ]),
    ),
    silent: new Map(Object.entries(silent).map(([ecosystem, names]) => [ecosystem, new Set(lines(names))])),
    edges: statements.flatMap(statement => lines(statement.from).map(from => ({ ...statement, from }))),
    get publishers() {
      return published().publishers;
    },
    get published() {
      return published().published;
    },
  };
}

function publishedBy({ publishers, published }: CompiledPublishing): Pick<CatalogData, 'publishers' | 'published'> {
  return {
    publishers: publishers.map(unpacked),
    published: new Map(
      Object.entries(published).map(([ecosystem, entry]) => [
        ecosystem,
        new Map(lines(entry.names).map((name, index) => [name, publishers[entry.by[index] ?? -1]?.id ?? ''])),
      ]),
    ),
  };
}

function unpacked({ id, en, zh, kind, accounts, families, source }: CompiledPublisher): Publisher {
  return {
    id,
    name: zh === undefined ? { en } : { en, zh },
    kind,
    accounts: words(accounts).map(accountOf),
    families: words(families),
    ...(source === '' ? {} : { source }),
  };
}

function publishingOf({ publishers, published }: Pick<CatalogData, 'publishers' | 'published'>): string {
  const places = new Map(publishers.map(({ id }, place) => [id, place]));
  const names = [...published].map(([ecosystem, list]) => [
    ecosystem,
    { names: [...list.keys()].join('\n'), by: [...list.values()].map(id => places.get(id) ?? -1) },
  ]);
  return JSON.stringify({ publishers: publishers.map(packed), published: Object.fromEntries(names) });
}

function packed({ id, name, kind, accounts, families, source = '' }: Publisher): CompiledPublisher {
  const own = accounts.map(({ host, account }) => `${host}:${account}`).join(' ');
  return { id, ...name, kind, accounts: own, families: families.join(' '), source };
}

function accountOf(text: string): Account {
  const [host = '', account = ''] = text.split(':');
  return { host: hostOf(host), account };
}

function hostOf(text: string): Host {
  return text === 'gitee' || text === 'atomgit' ? text : 'github';
}

/** Two lines of compact JSON: what every question needs, and who publishes what ({@link CompiledPublishing}). */
export function writeCompiled(data: CatalogData): string {
  const { capabilities, projects, packages, silent, edges } = data;
  const numbers = new Map<string, number>();
  const numberOf = (list: readonly string[]): number => {
    const key = list.join(' ');
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const numbered = [...packages].map(([ecosystem, names]) => [
    ecosystem,
    { names: [...names.keys()].join('\n'), sets: [...names.values()].map(numberOf) },
  ]);
  const compiledData = JSON.stringify({
    version: compiledVersion,
    capabilities,
    projects,
    sets: [...numbers.keys()].map(key => key.split(' ')),
    packages: Object.fromEntries(numbered),
    silent: Object.fromEntries([...silent].map(([ecosystem, names]) => [ecosystem, [...names].join('\n')])),
    statements: statementsOf(edges.map(edge => (edge.relation === 'deny' ? withoutReason(edge) : edge))),
  });
  return `${compiledData}\n${publishingOf(data)}`;
}

/** Why something is denied is for those who keep the data: nobody is shown it, and it is a third of all statements. */
function withoutReason({ from, to, relation }: Edge): Edge {
  return { from, to, relation, claim: '' };
}

/** The packages of which the same is said stand together: most edges are denials of many packages at once. */
function statementsOf(edges: readonly Edge[]): readonly Statement[] {
  const packagesOf = new Map<string, string[]>();
  for (const { from, ...rest } of edges) {
    const key = JSON.stringify(rest);
    const list = packagesOf.get(key);
    if (list) list.push(from);
    else packagesOf.set(key, [from]);
  }
  return edges.flatMap(({ from, ...rest }) => {
    const list = packagesOf.get(JSON.stringify(rest));
    return list?.[0] === from ? [{ ...rest, from: list.join('\n') }] : [];
  });
}

function checked<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new CatalogError('The catalog of Gitee Scout is damaged: reinstall the extension.', { cause });
  }
}

function lines(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}

function words(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}
