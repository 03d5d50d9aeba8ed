import type { Distribution, LicenseUse, Sentence } from '../../model.ts';
import { inEnglish, say } from '../../sentences/index.ts';
import { classOf } from '../classes.ts';
import { formatExpression, type LicenseExpression, type LicenseTerm, parseExpression } from '../expression.ts';
import type { LicensePolicy, PolicyDecision, PolicyEntry } from './policy.ts';

export interface PolicyAnswer {
  readonly decision: PolicyDecision;
  /** A sentence that names the license, the list and the policy. */
  readonly said: Sentence;
  /** The same in English. */
  readonly reason: string;
  /** The policy that decided, as people know it. */
  readonly policy: string;
}

/** What a policy is asked about. A suggestion and a finding both are one. */
export interface PolicySubject {
  /** SPDX expression. */
  readonly license: string;
  /** Id of the project, as in the catalog. */
  readonly project?: string | undefined;
  /** How it is used; what is not said is what the policy assumes. */
  readonly use?: LicenseUse | undefined;
  readonly distribution?: Distribution | undefined;
}

/** Worst last: among what applies together the worst decides, of a choice the best. */
const scale: readonly PolicyDecision[] = ['allowed', 'review', 'denied'];

/** Is `decision` at least as strict as `limit`? */
export function isAtLeast(decision: PolicyDecision, limit: PolicyDecision): boolean {
  return scale.indexOf(decision) >= scale.indexOf(limit);
}

/**
 * What all policies together say of a component: the strictest answer, so that a file in a repository cannot loosen what
 * a company set for the machine. `undefined` where there is no policy.
 */
export function applyLicensePolicies(
  policies: readonly LicensePolicy[],
  subject: PolicySubject,
): PolicyAnswer | undefined {
  return [...policies.map(policy => applyLicensePolicy(policy, subject))].sort(strictestFirst)[0];
}

/**
 * The subjects of a list that the policies do not simply allow, each with its answer, in the order given: those denied,
 * and with `limit` `review` also those that someone has to look at.
 */
export function againstPolicies<T extends PolicySubject>(
  policies: readonly LicensePolicy[],
  subjects: readonly T[],
  limit: Exclude<PolicyDecision, 'allowed'> = 'denied',
): readonly { readonly subject: T; readonly answer: PolicyAnswer }[] {
  return subjects.flatMap(subject => {
    const answer = applyLicensePolicies(policies, subject);
    return answer && isAtLeast(answer.decision, limit) ? [{ subject, answer }] : [];
  });
}

/**
 * What one policy says. Entries for the project come first, then the license by its name, then its class; within each,
 * the strictest list. An expression that cannot be read is never allowed.
 */
export function applyLicensePolicy(policy: LicensePolicy, subject: PolicySubject): PolicyAnswer {
  const asked = {
    ...subject,
    use: subject.use ?? policy.use,
    distribution: subject.distribution ?? policy.distribution,
  };
  const answer = (decision: PolicyDecision, said: Sentence): PolicyAnswer => ({
    decision,
    said,
    reason: inEnglish(said),
    policy: policy.name,
  });
  const parsed = parseExpression(subject.license);
  const own = listed(policy, asked, entry => isForProject(entry, subject.project) && holds(entry, parsed));
  if (own) return answer(own.decision, own.say(subject.project ?? ''));
  if (!parsed) return answer('review', say('The license is no SPDX expression: someone has to look.'));
  return decide(policy, parsed, asked, answer);
}

type Asked = PolicySubject & { readonly use: LicenseUse; readonly distribution: Distribution };
type Answering = (decision: PolicyDecision, said: Sentence) => PolicyAnswer;

function decide(policy: LicensePolicy, expression: LicenseExpression, asked: Asked, answer: Answering): PolicyAnswer {
  if (expression.kind === 'license') return decideTerm(policy, expression, asked, answer);
  const name = formatExpression(expression);
  const whole = listed(policy, asked, entry => !entry.projects && isNamed(entry, expression));
  if (whole) return answer(whole.decision, whole.say(name));
  const answers = expression.operands.map(operand => decide(policy, operand, asked, answer)).sort(strictestFirst);
  const decisive = expression.kind === 'or' ? answers.at(-1) : answers[0];
  if (!decisive) return answer('review', say('The expression names no license.'));
  if (expression.kind === 'and') return decisive;
  return answer(decisive.decision, say('Of the licenses offered: {0}', decisive.said));
}

function decideTerm(policy: LicensePolicy, term: LicenseTerm, asked: Asked, answer: Answering): PolicyAnswer {
  const name = formatExpression(term);
  const byName = listed(policy, asked, entry => !entry.projects && isNamed(entry, term));
  if (byName) return answer(byName.decision, byName.say(name));
  const kind = classOf(term);
  const byClass = listed(policy, asked, entry => !entry.projects && entry.license === `class:${kind}`);
  if (byClass) return answer(byClass.decision, byClass.sayOfClass(name, kind));
  const unknown = kind === 'unknown' || kind === 'none';
  const decision = unknown && policy.otherwise === 'allowed' ? 'review' : policy.otherwise;
  return answer(decision, say('{0} is in no list of {1}.', name, policy.name));
}

function isForProject({ projects }: PolicyEntry, project: string | undefined): boolean {
  return project !== undefined && (projects?.includes(project) ?? false);
}

/** Does an entry for projects hold for this license too? One that names a license holds for that one alone. */
function holds(entry: PolicyEntry, parsed: LicenseExpression | undefined): boolean {
  if (entry.license === undefined) return true;
  if (!parsed) return false;
  return isNamed(entry, parsed) || (parsed.kind === 'license' && entry.license === `class:${classOf(parsed)}`);
}

function isNamed({ license }: PolicyEntry, expression: LicenseExpression): boolean {
  const parsed = license === undefined ? undefined : parseExpression(license);
  return parsed !== undefined && keyOf(parsed) === keyOf(expression);
}

/** The order of operands means nothing. */
function keyOf(expression: LicenseExpression): string {
  if (expression.kind === 'license') return formatExpression(expression);
  return `(${expression.operands.map(keyOf).sort().join(` ${expression.kind} `)})`;
}

interface Listed {
  readonly decision: PolicyDecision;
  /** `MIT is denied by .gitee-scout/policy.yaml (because ...).` */
  readonly say: (name: string) => Sentence;
  /** The same where the class is listed: `AGPL-3.0-only is network-copyleft, and that is denied by ...`. */
  readonly sayOfClass: (name: string, kind: string) => Sentence;
}

/** Lists are looked through from the strictest, so that an exception has to be said as such. */
function listed(
  policy: LicensePolicy,
  { use, distribution }: Asked,
  fits: (entry: PolicyEntry) => boolean,
): Listed | undefined {
  const applies = (entry: PolicyEntry) =>
    fits(entry) && (entry.use?.includes(use) ?? true) && (entry.distribution?.includes(distribution) ?? true);
  for (const decision of [...scale].reverse()) {
    const entry = policy[decision].find(applies);
    if (!entry) continue;
    const because = entry.because === undefined ? '' : ` (${entry.because})`;
    const who = `${policy.name}${because}`;
    return {
      decision,
      say: name => phrases[decision](name, who),
      sayOfClass: (name, kind) => classPhrases[decision](name, kind, who),
    };
  }
  return undefined;
}

const phrases = {
  allowed: (name, policy) => say('{0} is allowed by {1}.', name, policy),
  review: (name, policy) => say('{0} is to be reviewed according to {1}.', name, policy),
  denied: (name, policy) => say('{0} is denied by {1}.', name, policy),
} as const satisfies Record<PolicyDecision, (name: string, policy: string) => Sentence>;

const classPhrases = {
  allowed: (name, kind, policy) => say('{0} is {1}, and that is allowed by {2}.', name, kind, policy),
  review: (name, kind, policy) => say('{0} is {1}, and that is to be reviewed according to {2}.', name, kind, policy),
  denied: (name, kind, policy) => say('{0} is {1}, and that is denied by {2}.', name, kind, policy),
} as const satisfies Record<PolicyDecision, (name: string, kind: string, policy: string) => Sentence>;

function strictestFirst(one: PolicyAnswer, other: PolicyAnswer): number {
  return scale.indexOf(other.decision) - scale.indexOf(one.decision);
}
