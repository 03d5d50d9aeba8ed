/** Reads the data folder. For the build and the checks, which run in Node; never part of what is shipped. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import type * as z from 'zod';
import type { Capability, Evidence, Project, Publisher } from '../model.ts';
import { CatalogError } from './catalog-error.ts';
import type { CatalogData, Edge } from './compiled.ts';
import { spelling } from './names.ts';
import {
  capabilitiesFile,
  differencesFile,
  edgesFile,
  packagesFile,
  projectFile,
  publishedFile,
  publisherFile,
  silentFile,
} from './schema.ts';

/** One line of `verified.tsv`: what a registry or Gitee answered about an address. */
export interface Verification {
  /** A package URL, or the address of a home on Gitee. */
  readonly subject: string;
  /** ISO date. */
  readonly date: string;
  readonly result: 'agrees' | 'differs' | 'missing';
  readonly detail: string;
}

/** A publisher as its file has it. */
export interface PublisherRecord extends Publisher {
  readonly evidence: readonly Evidence[];
}

/** The data folder, file by file, every file checked against its schema. */
export interface CatalogFolder extends CatalogData {
  /** Names of the files in `projects/`, without extension, in the order of `projects`. */
  readonly files: readonly string[];
  readonly publishers: readonly PublisherRecord[];
  /** Names of the files in `publishers/`, without extension, in the order of `publishers`. */
  readonly publisherFiles: readonly string[];
  /** Every name in `published/`, in the order of the files. */
  readonly publishedNames: readonly PublishedName[];
  /** Capabilities that only one side may use. */
  readonly oneSided: ReadonlySet<string>;
  readonly verifications: readonly Verification[];
  /** Why what was answered is another than what the catalog says, by subject. */
  readonly differences: ReadonlyMap<string, string>;
}

/** A line of `published/`: a package of a publisher. */
export interface PublishedName {
  readonly ecosystem: string;
  readonly name: string;
  readonly publisher: string;
}

/** The package URL under which an answer about it stands in `verified.tsv`. */
export function publishedPurl(ecosystem: string, name: string): string {
  return `pkg:${ecosystem}/${name.replace('@', '%40')}`;
}

/** Reads and checks all files. Throws a `CatalogError` that names the first bad file and what is wrong in it. */
export async function readCatalogFolder(folder: string): Promise<CatalogFolder> {
  const [projects, publishers] = await Promise.all([
    readEach(path.join(folder, 'projects'), projectFile),
    readEach(path.join(folder, 'publishers'), publisherFile),
  ]);
  const [capabilities, packages, published, silent, edges, verifications, differences] = await Promise.all([
    read(path.join(folder, 'capabilities.yaml'), capabilitiesFile),
    readEach(path.join(folder, 'packages'), packagesFile),
    readEach(path.join(folder, 'published'), publishedFile),
    readEach(path.join(folder, 'silent'), silentFile),
    read(path.join(folder, 'edges.yaml'), edgesFile),
    readVerifications(path.join(folder, 'verified.tsv')),
    read(path.join(folder, 'differences.yaml'), differencesFile),
  ]);
  const publishedNames = published.flatMap(([ecosystem, entries]) =>
    Object.entries(entries).flatMap(([publisher, list]) =>
      list.map(name => ({ ecosystem, name: spelling(ecosystem, name), publisher })),
    ),
  );
  return {
    files: projects.map(([name]) => name),
    projects: projects.map(([, project]) => project),
    publisherFiles: publishers.map(([name]) => name),
    publishers: publishers.map(([, publisher]) => withSource(publisher)),
    publishedNames,
    published: new Map(
      published.map(([ecosystem]) => [
        ecosystem,
        new Map(
          publishedNames.filter(each => each.ecosystem === ecosystem).map(({ name, publisher }) => [name, publisher]),
        ),
      ]),
    ),
    capabilities: Object.entries(capabilities).map(([id, { oneSided: _, ...rest }]): Capability => ({ id, ...rest })),
    oneSided: new Set(Object.entries(capabilities).flatMap(([id, { oneSided }]) => (oneSided ? [id] : []))),
    packages: new Map(
      packages.map(([ecosystem, entries]) => [
        ecosystem,
        new Map(Object.entries(entries).map(([name, list]) => [spelling(ecosystem, name), list])),
      ]),
    ),
    silent: new Map(
      silent.map(([ecosystem, list]) => [ecosystem, new Set(list.map(name => spelling(ecosystem, name)))]),
    ),
    edges: edges.flatMap(({ from, date: _, ...edge }): Edge[] => [from].flat().map(purl => ({ from: purl, ...edge }))),
    verifications,
    differences: new Map(Object.entries(differences)),
  };
}

/** What the product shows of a project: evidence without quotes (except of licenses), with the date of verification. */
export function shown(project: Project, verifications: readonly Verification[]): Project {
  const homes = project.homes.map(({ host, path }) => `https://${host}.com/${path}`);
  const own = new Set([...project.purls, ...homes]);
  const dates = verifications.filter(({ subject, result }) => result === 'agrees' && own.has(subject));
  const verified = dates
    .map(({ date }) => date)
    .sort()
    .at(-1);
  return {
    ...project,
    evidence: project.evidence.map(({ quote, ...rest }) => ({
      ...rest,
      ...(quote !== undefined && rest.facts.includes('license') ? { quote } : {}),
    })),
    ...(verified === undefined ? {} : { verified }),
  };
}

/** The product shows one source of a publisher: where it is said who it is. */
function withSource(publisher: z.infer<typeof publisherFile>): PublisherRecord {
  const { evidence } = publisher;
  const source = (evidence.find(({ facts }) => facts.includes('steward')) ?? evidence[0])?.source;
  return source === undefined ? publisher : { ...publisher, source };
}

/** The files of a folder in the order of their names. */
async function readEach<T>(folder: string, schema: z.ZodType<T>): Promise<readonly (readonly [string, T])[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async name => [name.slice(0, -'.yaml'.length), await read(path.join(folder, name), schema)] as const),
  );
}

async function read<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  try {
    return schema.parse(parse(await readFile(file, 'utf8'), { maxAliasCount: 0 }));
  } catch (cause) {
    throw new CatalogError(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

async function readVerifications(file: string): Promise<readonly Verification[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .slice(1)
    .filter(line => line !== '')
    .map(line => {
      const [subject = '', date = '', result = '', detail = ''] = line.split('\t');
      return { subject, date, result: resultOf(result, file), detail };
    });
}

function resultOf(text: string, file: string): Verification['result'] {
  if (text === 'agrees' || text === 'differs' || text === 'missing') return text;
  throw new CatalogError(`${file}: unknown result "${text}"`);
}
