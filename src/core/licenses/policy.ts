import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import type { Distribution, LicenseUse } from '../model.ts';
import { classOf } from './classes.ts';
import { formatExpression, type LicenseExpression, type LicenseTerm, parseExpression } from './expression.ts';

/** What a company lets in, from `.gitee-scout/policy.yaml`. */
export interface LicensePolicy {
  readonly allowed: readonly PolicyEntry[];
  readonly review: readonly PolicyEntry[];
  readonly denied: readonly PolicyEntry[];
  /** What is decided for licenses in no list. */
  readonly otherwise: PolicyDecision;
}

export type PolicyDecision = 'allowed' | 'review' | 'denied';

/** A license, or a class of licenses as `class:network-copyleft`, and the cases for which it is meant: all, if none is said. */
export interface PolicyEntry {
  readonly license: string;
  readonly use?: readonly LicenseUse[] | undefined;
  readonly distribution?: readonly Distribution[] | undefined;
}

export interface PolicyAnswer {
  readonly decision: PolicyDecision;
  readonly reason: string;
}

/** The policy file says something that cannot be followed; `message` tells what and where. */
export class LicensePolicyError extends Error {
  override readonly name = 'LicensePolicyError';
}

const License = z
  .string()
  .max(300)
  .refine(text => text.startsWith('class:') || parseExpression(text)?.kind === 'license', {
    message: 'neither an SPDX id nor a class such as class:strong-copyleft',
  });
const Entry = z.union([
  License.transform((license): PolicyEntry => ({ license })),
  z.strictObject({
    license: License,
    use: z.array(z.enum(['tool', 'separate', 'linked', 'copied'])).optional(),
    distribution: z.array(z.enum(['internal', 'network', 'shipped'])).optional(),
  }),
]);
const Policy = z.strictObject({
  allowed: z.array(Entry).max(2_000).default([]),
  review: z.array(Entry).max(2_000).default([]),
  denied: z.array(Entry).max(2_000).default([]),
  otherwise: z.enum(['allowed', 'review', 'denied']).default('review'),
});

const largestPolicy = 200_000;

/** Reads a policy file. @throws LicensePolicyError with a sentence for its author. */
export function readLicensePolicy(yaml: string): LicensePolicy {
  if (yaml.length > largestPolicy) throw new LicensePolicyError('The license policy is too large.');
  let content: unknown;
  try {
    content = parseYaml(yaml, { maxAliasCount: 0 });
  } catch (cause) {
    throw new LicensePolicyError('The license policy is no valid YAML.', { cause });
  }
  const policy = Policy.safeParse(content ?? {});
  if (policy.success) return policy.data;
  const [issue] = policy.error.issues;
  const place = issue?.path.join('.') || 'the top level';
  throw new LicensePolicyError(`The license policy is wrong at ${place}: ${issue?.message ?? 'unreadable'}.`);
}

/** Worst last: among what applies together the worst decides, of a choice the best. */
const scale: readonly PolicyDecision[] = ['allowed', 'review', 'denied'];

/** What the policy says of a license in a case. An expression that cannot be read is never allowed. */
export function applyLicensePolicy(
  policy: LicensePolicy,
  expression: string,
  situation: { readonly use: LicenseUse; readonly distribution: Distribution },
): PolicyAnswer {
  const parsed = parseExpression(expression);
  if (!parsed) return { decision: 'review', reason: 'The license is no SPDX expression: someone has to look.' };
  return decide(policy, parsed, situation);
}

type Situation = Parameters<typeof applyLicensePolicy>[2];

function decide(policy: LicensePolicy, expression: LicenseExpression, situation: Situation): PolicyAnswer {
  if (expression.kind === 'license') return decideTerm(policy, expression, situation);
  const answers = expression.operands
    .map(operand => decide(policy, operand, situation))
    .sort((one, other) => scale.indexOf(one.decision) - scale.indexOf(other.decision));
  const answer = expression.kind === 'or' ? answers[0] : answers.at(-1);
  return answer ?? { decision: 'review', reason: 'The expression names no license.' };
}

/** Lists are looked through from the strictest, so that an exception to a class has to be said as such. */
function decideTerm(policy: LicensePolicy, term: LicenseTerm, situation: Situation): PolicyAnswer {
  const name = formatExpression(term);
  const byName = listOf(policy, situation, ({ license }) => isNamed(license, name));
  if (byName) return { decision: byName, reason: `${name} is listed as ${byName}.` };
  const kind = classOf(term);
  const byClass = listOf(policy, situation, ({ license }) => license === `class:${kind}`);
  if (byClass) return { decision: byClass, reason: `${name} is ${kind}, which is listed as ${byClass}.` };
  const unknown = kind === 'unknown' || kind === 'none';
  const decision = unknown && policy.otherwise === 'allowed' ? 'review' : policy.otherwise;
  return { decision, reason: `${name} is in no list of the policy.` };
}

function isNamed(license: string, name: string): boolean {
  const parsed = parseExpression(license);
  return parsed !== undefined && formatExpression(parsed) === name;
}

function listOf(
  policy: LicensePolicy,
  { use, distribution }: Situation,
  fits: (entry: PolicyEntry) => boolean,
): PolicyDecision | undefined {
  const applies = (entry: PolicyEntry) =>
    fits(entry) && (entry.use?.includes(use) ?? true) && (entry.distribution?.includes(distribution) ?? true);
  return [...scale].reverse().find(decision => policy[decision].some(applies));
}
