/** What the files of the data folder, and those of a company's overlay, may hold. Times and sizes are bounded. */
import * as z from 'zod';
import type { Capability, Project, Publisher } from '../model.ts';
import { ecosystems } from './ecosystems.ts';

const line = z.string().trim().min(1).max(400);
const isoDate = z.iso.date();
const url = z.url({ protocol: /^https?$/ }).max(500);

/** Lower case, digits and single hyphens: a file name, a link target and a key at once. */
export const identifier = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'an id is lower case with hyphens');

/** A package URL without version, qualifiers and subpath, in its normal form. */
export const purl = z
  .string()
  .max(300)
  .regex(/^pkg:[a-z][a-z0-9]*\/[^@?#\s]*[^@?#\s/]$/, 'a package URL without version: pkg:npm/%40scope/name');

/** A beginning that ends inside a word must be long: `huaweicloudsdk` is nobody else's, `mom` begins many names. */
const family = z
  .string()
  .max(200)
  .regex(
    /^pkg:[a-z][a-z0-9]*\/(?:[^@?#\s]{3,}[/._-]|[^@?#\s]*[A-Za-z0-9]{12,})$/,
    'the beginning of package URLs, ending in "/", ".", "_" or "-", or in a word of at least 12 letters',
  );

const home = z.strictObject({
  host: z.enum(['gitee', 'github', 'atomgit']),
  path: z.string().regex(/^(?!\.+\/)[\w.-]{1,100}\/(?!\.+$)[\w.-]{1,100}$/, 'a home is owner/repository'),
  kind: z.enum(['primary', 'dual', 'official-mirror', 'community-mirror', 'moved']),
});

const evidence = z.strictObject({
  facts: z
    .array(z.enum(['name', 'homes', 'license', 'purls', 'capabilities', 'steward', 'status', 'documentation', 'needs']))
    .min(1),
  source: url,
  /** The file that was read, where the source is the page of a package and not of the file itself. */
  file: line.optional(),
  date: isoDate,
  quote: line.optional(),
});

const reservation = z.strictObject({ severity: z.enum(['note', 'caution', 'serious']), text: line, source: url });

/** One file of `projects/`. */
export const projectFile = z.strictObject({
  id: identifier,
  name: z.strictObject({ en: line, zh: line.optional() }),
  summary: z.strictObject({ en: line, zh: line }),
  homes: z.array(home).min(1).max(8),
  license: z.string().min(1).max(200),
  licenseNote: line.optional(),
  purls: z.array(purl).max(80).default([]),
  families: z.array(family).max(40).optional(),
  capabilities: z.array(identifier).min(1).max(12),
  form: z.enum(['library', 'server', 'tool', 'application']),
  steward: z.strictObject({ name: line, kind: z.enum(['company', 'foundation', 'community', 'person']) }),
  status: z.enum(['active', 'quiet', 'closed', 'moved']),
  documentation: z.array(z.string().regex(/^[a-z]{2}(?:-[A-Za-z]{2,4})?$/)).max(12),
  needs: line.optional(),
  homepage: url.optional(),
  reservations: z.array(reservation).max(8).default([]),
  evidence: z.array(evidence).max(20),
}) satisfies z.ZodType<Project>;

/** An account as in an address of its host. */
const account = z.strictObject({
  host: z.enum(['gitee', 'github', 'atomgit']),
  account: z.string().regex(/^(?!\.+$)[\w.-]{1,100}$/, 'an account is the first part of a repository path'),
});

/** One file of `publishers/`. */
export const publisherFile = z.strictObject({
  id: identifier,
  name: z.strictObject({ en: line, zh: line.optional() }),
  kind: z.enum(['company', 'foundation', 'community', 'person']),
  accounts: z.array(account).max(80).default([]),
  families: z.array(family).max(80).default([]),
  evidence: z
    .array(
      z.strictObject({
        facts: z.array(z.enum(['steward', 'accounts', 'families'])).min(1),
        source: url,
        file: line.optional(),
        date: isoDate,
        quote: line.optional(),
      }),
    )
    .max(20),
}) satisfies z.ZodType<Publisher>;

/** One entry of `capabilities.yaml`, below its id. */
export const capabilityEntry = z.strictObject({
  label: line,
  plural: line,
  zh: z.array(line).min(1).max(8),
  specificity: z.enum(['narrow', 'broad']).default('narrow'),
  effort: z.enum(['similar', 'rewrite']).default('rewrite'),
  neighbors: z.array(identifier).max(10).default([]),
  named: z.array(identifier).min(1).max(8).optional(),
  /** Used by one side of the catalog only, for search: says why. */
  oneSided: line.optional(),
}) satisfies z.ZodType<Omit<Capability, 'id'>>;

export const capabilitiesFile = z.record(identifier, capabilityEntry);

const packageName = z.string().trim().min(1).max(214);

/** One file of `packages/`: names as the registry writes them; a name that ends in `*` stands for all that begin so. */
export const packagesFile = z.record(packageName, z.array(identifier).min(1).max(8));

/** One file of `silent/`: packages that get no suggestion. */
export const silentFile = z.array(packageName);

/** One file of `published/`: id of a publisher -> packages that are known to be its own, in the registry's spelling. */
export const publishedFile = z.record(identifier, z.array(packageName.regex(/[^*]$/, 'a whole name')).min(1));

/** One statement about a package and a project, with the source that makes it. */
export const edge = z.strictObject({
  from: z.union([purl, z.array(purl).min(1)]),
  to: identifier,
  relation: z.enum(['equivalent', 'complementary', 'deny']),
  effort: z.enum(['drop-in', 'similar', 'rewrite']).optional(),
  /** A clause that stands alone in a sentence: "Day.js documents a Moment.js-compatible API". */
  claim: line,
  source: url.optional(),
  date: isoDate.optional(),
});

export const edgesFile = z.array(edge);

/** `differences.yaml`: why a registry or a host says something else than the catalog, by package URL or address. */
export const differencesFile = z.record(z.string(), line);

export const ecosystem = z.enum(ecosystems);

/** A file of a company's own catalog: what it adds, corrects or denies. */
export const overlayFile = z.strictObject({
  projects: z.array(projectFile.partial({ evidence: true, documentation: true, steward: true })).optional(),
  capabilities: capabilitiesFile.optional(),
  packages: z.partialRecord(ecosystem, packagesFile).optional(),
  silent: z.partialRecord(ecosystem, silentFile).optional(),
  edges: edgesFile.optional(),
  publishers: z.array(publisherFile.partial({ evidence: true })).optional(),
  published: z.partialRecord(ecosystem, publishedFile).optional(),
  /** Ids of projects that are never to be suggested here, and of publishers that are not to be named. */
  deny: z.array(identifier).optional(),
});
