import * as z from 'zod';
import policySchema from '../../media/policy.schema.json' with { type: 'json' };
import { configSchema } from '../core/config/index.ts';
import { findingSchema } from '../core/findings/index.ts';
import { Page } from './page-schema.ts';

const LicenseVerdict = z.object({
  verdict: z.enum(['fits', 'fits-with-duties', 'depends', 'review', 'conflict', 'no-right-found']),
  reason: z.string(),
  duties: z.array(z.string()),
  sources: z.array(z.string()),
});
const Range = z.tuple([z.int(), z.int()]).describe('Start and end offsets in UTF-16 units, the end exclusive');
const Relation = z.enum(['equivalent', 'complementary', 'same-project']);
const path = z.string().nullable();

const Suggestion = z.object({
  project: z.string().describe('Id in the catalog'),
  name: z.string(),
  relation: Relation,
  effort: z.enum(['drop-in', 'similar', 'rewrite']),
  reason: z.string(),
  capabilities: z.array(z.string()),
  license: z.string().describe('SPDX expression, or NOASSERTION'),
  homes: z.object({ gitee: path, github: path, atomgit: path }),
  purls: z.array(z.string()),
});

const Publisher = z
  .object({
    known: z
      .enum(['record', 'domain', 'account'])
      .describe('From a record of the catalog, or by the name of the package'),
    id: z.string().nullable().describe('Id in the catalog'),
    name: z.string(),
    zh: z.string().optional(),
    kind: z.enum(['company', 'foundation', 'community', 'person']).nullable(),
    gitee: path.describe('Account'),
    github: path.describe('Account'),
    atomgit: path.describe('Account'),
    source: z.string().nullable().describe('Address of where it is shown'),
  })
  .describe('Who publishes a package of Chinese origin for which the catalog has no project');

const Dependency = z.object({
  name: z.string(),
  purl: z.string().describe('Package URL without version; empty where the name makes none'),
  requirement: z.string().nullable(),
  scope: z.enum(['runtime', 'development', 'optional', 'peer', 'build', 'test']),
  nameRange: Range,
  requirementRange: Range.nullable(),
  suggestions: z.array(Suggestion).optional(),
  publisher: Publisher.optional(),
});

const Violation = z.object({
  decision: z.enum(['review', 'denied']),
  reason: z.string(),
  project: z.string(),
  license: z.string(),
  manifest: z.string().optional(),
  dependency: z.string().optional(),
  purl: z.string().optional(),
  nameRange: Range.optional(),
  finding: z.string().optional(),
});

/** Of each output of `--json` what its readers may count on; more fields may come in. */
export const outputs = {
  scan: z.object({
    version: z.literal(1),
    manifests: z.array(
      z.object({
        path: z.string().describe('Relative to the path that was given, with /'),
        type: z.string(),
        ecosystem: z.string(),
        dependencies: z.array(Dependency),
        problems: z.array(z.object({ message: z.string(), range: Range })),
      }),
    ),
    policy: z.array(Violation).optional().describe('What is against the policy, where there is one'),
  }),
  suggest: z.array(
    z.object({
      purl: z.string(),
      origin: z.enum(['chinese', 'other', 'unknown']),
      publisher: Publisher.optional(),
      suggestions: z.array(Suggestion),
    }),
  ),
  search: z.object({
    query: z.string(),
    expanded: z.array(z.string()),
    hits: z.array(
      z.object({
        name: z.string(),
        path: z.string(),
        source: z.string(),
        description: z.string(),
        stars: z.number().nullable(),
        license: z.string().nullable(),
        pushedAt: z.string().nullable(),
      }),
    ),
    sources: z.array(
      z.object({
        source: z.string(),
        status: z.enum(['ok', 'empty', 'refused', 'unreachable', 'skipped']),
        detail: z.string(),
      }),
    ),
  }),
  show: Page,
  readme: z.object({
    markdown: z.string(),
    engine: z.string().nullable(),
    segments: z.number(),
    cached: z.number(),
    untranslated: z.array(z.unknown()),
  }),
  'license-identify': z.array(
    z.object({
      file: z.string(),
      expression: z.string(),
      matches: z.array(z.object({ id: z.string(), score: z.number(), range: Range })),
      additions: z.array(z.object({ text: z.string(), kind: z.string(), range: Range })),
      confidence: z.enum(['high', 'medium', 'low']),
    }),
  ),
  'license-check': LicenseVerdict,
  'license-compare': z.object({
    candidate: LicenseVerdict,
    current: LicenseVerdict,
    duties: z.object({
      both: z.array(z.string()),
      onlyCandidate: z.array(z.string()),
      onlyCurrent: z.array(z.string()),
    }),
    differences: z.array(z.string()),
    better: z.enum(['candidate', 'current', 'same']),
  }),
} as const;

/** Every schema by its name: outputs first, then the files that people write. */
export const schemas: ReadonlyMap<string, () => object | Promise<object>> = new Map<
  string,
  () => object | Promise<object>
>([
  ...Object.entries(outputs).map(
    ([name, schema]) =>
      [name, () => ({ title: `gitee-scout ${name}`, ...z.toJSONSchema(schema, { io: 'input' }) })] as const,
  ),
  ['config', configSchema],
  ['finding', findingSchema],
  ['policy', () => policySchema],
]);
