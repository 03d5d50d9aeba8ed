import * as z from 'zod';
import type { Distribution, LicenseUse } from '../../model.ts';
import { inEnglish, say } from '../../sentences/index.ts';
import { isLicenseClass } from '../classes.ts';
import { parseExpression } from '../expression.ts';

/** Where a team keeps its policy, below a folder of the workspace. */
export const policyFile = '.gitee-scout/policy.yaml';

export type PolicyDecision = 'allowed' | 'review' | 'denied';

/** A case of the policy: a license or a project or both, and when it is meant. What is not said holds for all. */
export interface PolicyEntry {
  /** An SPDX expression, or a class of licenses such as `class:network-copyleft`. */
  readonly license?: string | undefined;
  /** Ids of projects, as in the catalog, or as findings outside of it are called. */
  readonly projects?: readonly string[] | undefined;
  readonly use?: readonly LicenseUse[] | undefined;
  readonly distribution?: readonly Distribution[] | undefined;
  /** Why the company says so, shown with the answer. */
  readonly because?: string | undefined;
}

/** What a company lets in, from `.gitee-scout/policy.yaml` or from a setting. */
export interface LicensePolicy {
  /** The file or setting that it comes from, as people know it. */
  readonly name: string;
  readonly allowed: readonly PolicyEntry[];
  readonly review: readonly PolicyEntry[];
  readonly denied: readonly PolicyEntry[];
  /** What is decided for licenses in no list. */
  readonly otherwise: PolicyDecision;
  /** How the company uses components where nobody says it of the one at hand. */
  readonly use: LicenseUse;
  readonly distribution: Distribution;
}

const noLicense = say('neither an SPDX expression nor a class such as class:strong-copyleft');
const noCase = say('names neither a license nor projects');
/** What the schema says of its own. */
export const policySentences = [noLicense, noCase] as const;

const License = z
  .string()
  .max(300)
  .refine(text => (text.startsWith('class:') ? isLicenseClass(text.slice(6)) : parseExpression(text) !== undefined), {
    message: inEnglish(noLicense),
  });
const Use = z.enum(['tool', 'separate', 'linked', 'copied']);
const Given = z.enum(['internal', 'network', 'shipped']);
const Case = z
  .strictObject({
    license: License.optional(),
    projects: z.array(z.string().min(1).max(200)).min(1).max(500).optional(),
    use: z.array(Use).min(1).optional(),
    distribution: z.array(Given).min(1).optional(),
    because: z.string().max(500).optional(),
  })
  .refine(({ license, projects }) => license !== undefined || projects !== undefined, {
    message: inEnglish(noCase),
  });
/** A list entry is a license by itself, or a case. Told apart first, so that an error speaks of the right one. */
const Entry = z.unknown().transform((entry, context): PolicyEntry => {
  const read = typeof entry === 'string' ? License.transform(license => ({ license })).safeParse(entry) : undefined;
  const found = read ?? Case.safeParse(entry);
  if (found.success) return found.data;
  for (const { message, path } of found.error.issues) context.addIssue({ code: 'custom', message, path: [...path] });
  return z.NEVER;
});
const Entries = z.array(Entry).max(2_000).default([]);

/** The content of a policy, whatever it was written in. */
export const PolicyContent = z.strictObject({
  allowed: Entries,
  review: Entries,
  denied: Entries,
  otherwise: z.enum(['allowed', 'review', 'denied']).default('review'),
  // The strictest of the usual ways, so that nobody is told "allowed" by a default.
  use: Use.default('linked'),
  distribution: Given.default('shipped'),
});
