import type * as z from 'zod';
import type { Project, Publisher } from '../model.ts';
import type { CatalogData, Edge } from './compiled.ts';
import { spelling } from './names.ts';
import type { overlayFile } from './schema.ts';

type Contents = z.infer<typeof overlayFile>;

/** What the readable files of a company's own catalog say, later files over earlier ones. */
export type Overlay = readonly Contents[];

/** The data with an overlay over it; the data itself stays as it is. */
export function withOverlay(data: CatalogData, overlay: Overlay): CatalogData {
  return overlay.reduce(withFile, data);
}

function withFile(data: CatalogData, file: Contents): CatalogData {
  const denied = new Set(file.deny ?? []);
  const projects = new Map(data.projects.map(project => [project.id, project]));
  for (const project of file.projects ?? []) projects.set(project.id, completed(project));
  const capabilities = new Map(data.capabilities.map(capability => [capability.id, capability]));
  for (const [id, { oneSided: _, ...rest }] of Object.entries(file.capabilities ?? {}))
    capabilities.set(id, { id, ...rest });
  const publishers = new Map(data.publishers.map(publisher => [publisher.id, publisher]));
  for (const { evidence = [], ...publisher } of file.publishers ?? []) {
    const source = evidence[0]?.source;
    publishers.set(publisher.id, source === undefined ? publisher : { ...publisher, source });
  }
  return {
    publishers: sorted<Publisher>([...publishers.values()].filter(({ id }) => !denied.has(id))),
    published: merged(data.published, Object.entries(file.published ?? {}), (known, added, ecosystem) => {
      const entries = Object.entries(added ?? {}).flatMap(([id, names]) =>
        names.map(name => [spelling(ecosystem, name), id] as const),
      );
      return new Map([...(known ?? []), ...entries]);
    }),
    projects: sorted([...projects.values()].filter(({ id }) => !denied.has(id))),
    capabilities: [...capabilities.values()],
    packages: merged(data.packages, Object.entries(file.packages ?? {}), (known, added, ecosystem) => {
      const entries = Object.entries(added ?? {}).map(([name, list]) => [spelling(ecosystem, name), list] as const);
      return new Map([...(known ?? []), ...entries]);
    }),
    silent: merged(data.silent, Object.entries(file.silent ?? {}), (known, added, ecosystem) => {
      return new Set([...(known ?? []), ...(added ?? []).map(name => spelling(ecosystem, name))]);
    }),
    edges: [...data.edges, ...(file.edges ?? []).flatMap(edgesOf)],
  };
}

function sorted<T extends { readonly id: string }>(list: readonly T[]): readonly T[] {
  return [...list].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function merged<Known, Added>(
  known: ReadonlyMap<string, Known>,
  added: readonly (readonly [string, Added])[],
  join: (known: Known | undefined, added: Added, ecosystem: string) => Known,
): ReadonlyMap<string, Known> {
  const result = new Map(known);
  for (const [ecosystem, entries] of added) result.set(ecosystem, join(known.get(ecosystem), entries, ecosystem));
  return result;
}

function edgesOf({ from, date: _, ...edge }: NonNullable<Contents['edges']>[number]): readonly Edge[] {
  return [from].flat().map(purl => ({ from: purl, ...edge }));
}

/** A company need not prove to itself what it writes about its own projects. */
function completed(project: NonNullable<Contents['projects']>[number]): Project {
  const { evidence = [], documentation = [], steward = { name: 'unknown', kind: 'community' }, ...rest } = project;
  return { ...rest, evidence, documentation, steward };
}
