import type { Confidence, Distribution, LicenseUse, LicenseVerdict, Verdict } from '../../model.ts';
import { formatExpression, type LicenseExpression, type LicenseTerm, parseExpression, termsOf } from '../expression.ts';
import { noAssertion } from '../identifiers.ts';
import { type Duty, dutiesOf } from './duties.ts';
import type { Judgment, Situation } from './judgment.ts';
import { judge } from './rules.ts';
import { type Opinion, secondOpinions } from './second-opinion.ts';
import { source } from './sources.ts';

export interface LicenseQuestion {
  /** SPDX expression of the component. */
  readonly inbound: string;
  /** SPDX expression of your own work, or `proprietary`. */
  readonly outbound: string;
  readonly use: LicenseUse;
  readonly distribution: Distribution;
  readonly modified: boolean;
  /** How sure the inbound expression is. */
  readonly confidence: Confidence;
}

/** From green to red; a whole is as bad as its worst part. */
const scale: readonly Verdict[] = ['fits', 'fits-with-duties', 'depends', 'review', 'conflict', 'no-right-found'];

/**
 * May a component under one license go into a work under another? `OR` takes the best operand and names it, `AND` the
 * worst. Rules decide; where a published table says otherwise, the verdict is `review` and shows both. What is not
 * certain is never green. No legal advice: whoever shows the verdict says so.
 */
export function checkLicense(question: LicenseQuestion): LicenseVerdict {
  const { duties, ...verdict } = checkInDetail(question);
  return { ...verdict, duties: [...new Set(duties.map(({ text }) => text))] };
}

/** A verdict whose duties can be compared with those of another license. */
export interface DetailedVerdict extends Omit<LicenseVerdict, 'duties'> {
  readonly duties: readonly Duty[];
}

/** The same with the kind of each duty. */
export function checkInDetail(question: LicenseQuestion): DetailedVerdict {
  const inbound = parseExpression(question.inbound === '' ? noAssertion : question.inbound);
  if (!inbound)
    return unreadable(`"${short(question.inbound)}" is no license expression: the license text has to be read.`);
  const outbound = parseExpression(question.outbound);
  if (!outbound || termsOf(outbound).some(({ id }) => id === noAssertion)) {
    return unreadable('The license of your own work is not known: say it first.');
  }
  return cautious(question, worst(termsOf(outbound).map(own => checkExpression(inbound, own, question))));
}

function checkExpression(inbound: LicenseExpression, outbound: LicenseTerm, situation: Situation): DetailedVerdict {
  if (inbound.kind === 'license') return checkTerm(inbound, outbound, situation);
  const parts = inbound.operands.map(operand => ({
    name: formatExpression(operand),
    verdict: checkExpression(operand, outbound, situation),
  }));
  if (inbound.kind === 'and') return worst(parts.map(({ verdict }) => verdict));
  const [best] = [...parts].sort((one, other) => rank(one.verdict) - rank(other.verdict));
  if (!best) return unreadable('The expression names no license.');
  return { ...best.verdict, reason: `Of the licenses offered, take ${best.name}. ${best.verdict.reason}` };
}

function checkTerm(inbound: LicenseTerm, outbound: LicenseTerm, situation: Situation): DetailedVerdict {
  const judgment = judge(inbound, outbound, situation);
  const opinions = judgment.joined ? secondOpinions(inbound, outbound, situation) : [];
  const { verdict, reason } = weigh(judgment, opinions);
  const hopeless = verdict === 'conflict' || verdict === 'no-right-found';
  return {
    verdict,
    reason,
    duties: hopeless || verdict === 'fits' ? [] : dutiesOf(inbound, situation),
    sources: [...new Set([...judgment.sources, ...opinions.map(opinion => opinion.source)])],
  };
}

/** Rules first; a table that says otherwise makes it a question for people. */
function weigh(judgment: Judgment, opinions: readonly Opinion[]): Pick<Judgment, 'verdict' | 'reason'> {
  const { verdict, reason } = judgment;
  const against = opinions.filter(({ says }) => contradicts(verdict, says));
  if (against.length > 0) {
    const tables = against.map(opinion => `${opinion.source} says ${words[opinion.says]}`);
    return { verdict: 'review', reason: `${reason} But ${tables.join('; ')}.` };
  }
  return { verdict, reason };
}

function contradicts(verdict: Verdict, says: Opinion['says']): boolean {
  if (verdict === 'fits' || verdict === 'fits-with-duties') return says === 'incompatible' || says === 'unknown';
  if (verdict === 'depends') return says === 'incompatible';
  return verdict === 'conflict' && (says === 'compatible' || says === 'depends');
}

const words = {
  compatible: 'that the two are compatible',
  incompatible: 'that the two are not compatible',
  depends: 'that it depends on how they are combined',
  unknown: 'that it is not known whether the two are compatible',
} as const;

/** The worst verdict with the duties and sources of all. */
function worst(verdicts: readonly DetailedVerdict[]): DetailedVerdict {
  const [most] = [...verdicts].sort((one, other) => rank(other) - rank(one));
  if (!most) return unreadable('The expression names no license.');
  const hopeless = most.verdict === 'conflict' || most.verdict === 'no-right-found';
  const same = verdicts.filter(({ verdict }) => verdict === most.verdict);
  return {
    verdict: most.verdict,
    reason: [...new Set(same.map(({ reason }) => reason))].join(' '),
    duties: hopeless ? [] : verdicts.flatMap(({ duties }) => duties),
    sources: [...new Set(verdicts.flatMap(({ sources }) => sources))],
  };
}

function cautious({ confidence, inbound }: LicenseQuestion, verdict: DetailedVerdict): DetailedVerdict {
  if (confidence !== 'low' || rank(verdict) >= scale.indexOf('review')) return verdict;
  const reason = `It is not certain that the license is ${short(inbound)}: read the license text first. If it is: ${verdict.reason}`;
  return { ...verdict, verdict: 'review', reason };
}

function unreadable(reason: string): DetailedVerdict {
  return { verdict: 'review', reason, duties: [], sources: [source.rules] };
}

function rank({ verdict }: DetailedVerdict): number {
  return scale.indexOf(verdict);
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
