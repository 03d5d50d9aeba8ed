import { type CatalogData, writeCompiled } from '../../../src/core/catalog/compiled.ts';
import { type Catalog, openCatalog } from '../../../src/core/catalog/index.ts';
import type { Capability, Project, Publisher } from '../../../src/core/model.ts';

/** A project of a made-up catalog; what a test does not care about is filled in. */
export function project(id: string, facts: Partial<Project> = {}): Project {
  return {
    id,
    name: { en: id },
    summary: { en: `What ${id} does.`, zh: `${id} 的用途。` },
    homes: [{ host: 'gitee', path: `sample/${id}`, kind: 'primary' }],
    license: 'Apache-2.0',
    purls: [`pkg:npm/${id}`],
    capabilities: ['dates'],
    form: 'library',
    steward: { name: 'Sample', kind: 'community' },
    status: 'active',
    documentation: ['zh', 'en'],
    reservations: [],
    evidence: [{ facts: ['homes'], source: 'https://example.org/', date: '2026-11-24' }],
    ...facts,
  };
}

export function capability(id: string, facts: Partial<Capability> = {}): Capability {
  return {
    id,
    label: id,
    plural: `${id} libraries`,
    zh: ['词'],
    specificity: 'narrow',
    effort: 'similar',
    neighbors: [],
    ...facts,
  };
}

const empty: CatalogData = {
  capabilities: [],
  projects: [],
  packages: new Map(),
  silent: new Map(),
  edges: [],
  publishers: [],
  published: new Map(),
};

/** A publisher with an account on GitHub of its name. */
export function publisher(id: string, facts: Partial<Publisher> = {}): Publisher {
  return {
    id,
    name: { en: id },
    kind: 'company',
    accounts: [{ host: 'github', account: id }],
    families: [],
    source: 'https://example.org/',
    ...facts,
  };
}

/** The compiled text of a made-up catalog. */
export function compiled(data: Partial<CatalogData>): string {
  return writeCompiled({ ...empty, ...data });
}

export function catalog(data: Partial<CatalogData>): Catalog {
  return openCatalog(compiled(data));
}

/** Packages of one ecosystem, by name. */
export function packages(
  ecosystem: string,
  names: Readonly<Record<string, readonly string[]>>,
): CatalogData['packages'] {
  return new Map([[ecosystem, new Map(Object.entries(names))]]);
}
